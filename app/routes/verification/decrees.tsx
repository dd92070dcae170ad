import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NoProgramme, VerificationFilter, VerificationTabs } from '~/components/verification-frame'
import { chosenProgramme, listOpenedYears } from '~/domain/programme/queries.server'
import { authorize, may } from '~/domain/shared/permissions'
import { type DecreeLine, listDecrees } from '~/domain/verification/decree-queries.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Day, Money } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('verification.decrees.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'decree.read')
  const [programme, years] = await Promise.all([chosenProgramme(args.request), listOpenedYears()])
  const decrees = programme ? await listDecrees(actor, programme.id) : []
  return { programme, years, decrees, mayWrite: may(actor, 'decree.write') && programme?.status === 'open' }
}

export default function Decrees() {
  const { programme, years, decrees, mayWrite } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const create = mayWrite && (
    <LinkButton to="/verifikasi/keputusan/baru" tone="primary" icon="plus">
      {t('verification.decrees.new')}
    </LinkButton>
  )
  const columns: Column<DecreeLine>[] = [
    {
      key: 'number',
      header: t('verification.column.number'),
      lead: true,
      cell: (row) => (
        <div>
          <a href={`/verifikasi/keputusan/${row.id}`} className="text-accent underline">
            {row.number}
          </a>
          {row.amends && (
            <span className="block text-sm font-normal text-muted">
              {t('verification.decree.amends', { number: row.amends })}
            </span>
          )}
        </div>
      ),
    },
    { key: 'date', header: t('verification.column.datedOn'), cell: (row) => <Day on={row.datedOn} /> },
    { key: 'subject', header: t('verification.column.subject'), cell: (row) => row.subject },
    {
      key: 'persons',
      header: t('verification.column.people'),
      numeric: true,
      cell: (row) => integer(row.persons, locale),
    },
    {
      key: 'total',
      header: t('verification.column.total'),
      numeric: true,
      cell: (row) => <Money rupiah={row.totalRupiah} />,
    },
  ]
  return (
    <Page
      title={t('verification.decrees.title')}
      lead={t('verification.decrees.lead')}
      actions={create}
      help="verifikasi#keputusan"
    >
      <VerificationTabs />
      {programme ? <VerificationFilter years={years} /> : <NoProgramme />}
      {programme && (
        <Table
          caption={t('verification.decrees.title')}
          columns={columns}
          rows={decrees}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t('verification.decrees.empty')}>
              {t('verification.decrees.empty.text')}
            </EmptyState>
          }
        />
      )}
    </Page>
  )
}
