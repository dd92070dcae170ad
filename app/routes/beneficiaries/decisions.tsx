import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { listOpenDecisions, type OpenDecision } from '~/domain/beneficiary/decision-queries.server'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { authorize, may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { titleOf } from '~/ui/meta'
import { Instant } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.decisions.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'exit.read')
  const programme = await chosenProgramme(args.request)
  return { rows: programme ? await listOpenDecisions(actor, programme.id) : [] }
}

export default function Decisions() {
  const { rows } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page
      title={t('beneficiaries.decisions.title')}
      lead={t('beneficiaries.decisions.lead')}
      breadcrumbs={[{ label: t('beneficiaries.list.title'), to: '/penerima' }]}
      help="penerima"
    >
      <Table
        caption={t('beneficiaries.decisions.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('beneficiaries.decisions.none')}>
            {t('beneficiaries.decisions.none.text')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function addressOf(row: OpenDecision): string {
  const at = `/penerima/${row.beneficiaryId}`
  return row.kind === 'heir'
    ? `${at}/ahli-waris`
    : row.kind === 'exit'
      ? `${at}/keluar/${row.id}`
      : `${at}/penangguhan/${row.id}`
}

function useColumns(): Column<OpenDecision>[] {
  const t = useTexts()
  const actor = useActor()
  return [
    {
      key: 'name',
      header: t('beneficiaries.field.name'),
      lead: true,
      cell: (row) => {
        const decides = actor !== null && may(actor, 'exit.confirm') && row.proposedBy !== actor.userId
        return (
          <a
            href={decides ? addressOf(row) : `/penerima/${row.beneficiaryId}`}
            className="text-accent underline"
          >
            {row.name}
          </a>
        )
      },
    },
    {
      key: 'kind',
      header: t('beneficiaries.decisions.kind'),
      cell: (row) =>
        row.toStatus
          ? t(`status.beneficiary.${row.toStatus}`)
          : t(`beneficiaries.decisions.kind.${row.kind === 'heir' ? 'heir' : 'suspension'}`),
    },
    { key: 'regency', header: t('beneficiaries.field.regency'), cell: (row) => row.regency },
    { key: 'reason', header: t('beneficiaries.field.reason'), cell: (row) => row.reason },
    {
      key: 'proposed',
      header: t('beneficiaries.field.proposedBy'),
      cell: (row) => (
        <div>
          {row.proposedByName}
          <span className="block text-sm text-muted">
            <Instant at={row.proposedAt} />
          </span>
        </div>
      ),
    },
  ]
}
