import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { DisbursementTabs, NoYear } from '~/components/disbursement-frame'
import { listBankFiles } from '~/domain/disbursement/queries.bank-file.server'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { authorize, may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { LinkButton } from '~/ui/button'
import { instant, rupiah } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('disbursement.answers.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'bankFile.read')
  const programme = await chosenProgramme(args.request)
  return programme ? { files: await listBankFiles(actor, programme.id) } : null
}

type Row = Awaited<ReturnType<typeof listBankFiles>>[number]

export default function BankAnswers() {
  const found = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const actor = useActor()
  const title = t('disbursement.answers.title')
  if (!found) return <NoYear title={title} />
  const columns: Column<Row>[] = [
    {
      key: 'file',
      header: t('disbursement.answers.column.file'),
      lead: true,
      cell: (row) => (
        <a href={`/penyaluran/jawaban-bank/${row.id}`} className="text-accent underline">
          {row.fileName}
        </a>
      ),
    },
    {
      key: 'state',
      header: t('disbursement.answers.column.state'),
      cell: (row) => <AnswerState state={row.state} />,
    },
    {
      key: 'control',
      header: t('disbursement.answers.column.control'),
      cell: (row) =>
        `${t.plural('disbursement.answers.lines', row.controlCount)}, ${rupiah(row.controlTotalRupiah)}`,
    },
    {
      key: 'uploaded',
      header: t('disbursement.answers.column.uploaded'),
      cell: (row) =>
        t('disbursement.answers.by', { name: row.uploadedBy, when: instant(row.uploadedAt, locale) }),
    },
    {
      key: 'posted',
      header: t('disbursement.answers.column.posted'),
      cell: (row) =>
        row.postedBy && row.postedAt
          ? t('disbursement.answers.by', { name: row.postedBy, when: instant(row.postedAt, locale) })
          : '–',
    },
  ]
  const upload = actor && may(actor, 'bankFile.post') && (
    <LinkButton to="/penyaluran/jawaban-bank/baru" tone="primary" icon="upload">
      {t('disbursement.answers.new')}
    </LinkButton>
  )
  return (
    <Page
      title={title}
      lead={t('disbursement.answers.lead')}
      breadcrumbs={[{ label: t('disbursement.tranches.title'), to: '/penyaluran' }]}
      help="penyaluran#jawaban-bank"
      actions={upload}
    >
      <DisbursementTabs />
      <Table
        caption={title}
        columns={columns}
        rows={found.files}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('disbursement.answers.empty')} action={upload || undefined} icon="inbox">
            {t('disbursement.answers.empty.text')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function AnswerState({ state }: { state: string }) {
  const t = useTexts()
  if (state === 'posted') return <Badge tone="success">{t('disbursement.answers.state.posted')}</Badge>
  if (state === 'discarded') return <Badge>{t('disbursement.answers.state.discarded')}</Badge>
  return <Badge tone="warning">{t('disbursement.answers.state.checked')}</Badge>
}
