import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type AuditedBatch, getTies, listAuditedBatches } from '~/domain/audit/queries.server'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Instant, Money } from '~/ui/money'
import { EmptyState, Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('audit.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'audit.read')
  const programme = await chosenProgramme(args.request)
  if (!programme) return null
  const [ties, batches] = await Promise.all([
    getTies(actor, programme.id),
    listAuditedBatches(actor, programme.id),
  ])
  return { programme, ties, batches }
}

type Tie = { key: string; label: string; left: bigint; right: bigint }

export default function Overview() {
  const loaded = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const tieColumns = useTieColumns()
  const batchColumns = useBatchColumns()
  const actions = (
    <>
      <LinkButton to="/audit/jejak">{t('audit.trail.title')}</LinkButton>
      <LinkButton to="/penyaluran/aturan">{t('audit.rules')}</LinkButton>
    </>
  )
  if (!loaded)
    return (
      <Page title={t('audit.title')} actions={actions} help="audit">
        <EmptyState title={t('audit.no_year')}>{t('audit.no_year.text')}</EmptyState>
      </Page>
    )
  const { ties, batches, programme } = loaded
  const inLedger = ties.committedRupiah + ties.sentRupiah + ties.deliveredRupiah + ties.returnedRupiah
  const rows: Tie[] = [
    {
      key: 'budget',
      label: t('audit.tie.budget'),
      left: ties.budgetRupiah,
      right: ties.availableRupiah + inLedger,
    },
    { key: 'grants', label: t('audit.tie.grants'), left: ties.grantedRupiah, right: ties.trancheRupiah },
    {
      key: 'ledger',
      label: t('audit.tie.ledger'),
      left: ties.trancheRupiah - ties.cancelledRupiah,
      right: inLedger,
    },
    { key: 'paid', label: t('audit.tie.paid'), left: ties.paidRupiah, right: ties.deliveredRupiah },
  ]
  return (
    <Page title={t('audit.title')} lead={programme.name} actions={actions} help="audit">
      <Section title={t('audit.ties.title')}>
        <Notice tone={rows.every((row) => row.left === row.right) ? 'success' : 'danger'}>
          {rows.every((row) => row.left === row.right) ? t('audit.ties.agree') : t('audit.ties.differ')}
        </Notice>
        <Table caption={t('audit.ties.title')} columns={tieColumns} rows={rows} rowKey={(row) => row.key} />
        <p className="text-sm text-muted">
          {t('audit.ties.people', {
            grants: integer(ties.grants, locale),
            paid: integer(ties.paidPeople, locale),
          })}
        </p>
      </Section>
      <Section title={t('audit.batches.title')}>
        <Table
          caption={t('audit.batches.title')}
          columns={batchColumns}
          rows={batches}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('audit.batches.none')}>{t('audit.batches.none.text')}</EmptyState>}
        />
      </Section>
    </Page>
  )
}

function useTieColumns(): Column<Tie>[] {
  const t = useTexts()
  return [
    { key: 'label', header: t('audit.column.tie'), lead: true, cell: (row) => row.label },
    {
      key: 'left',
      header: t('audit.column.left'),
      numeric: true,
      cell: (row) => <Money rupiah={row.left} />,
    },
    {
      key: 'right',
      header: t('audit.column.right'),
      numeric: true,
      cell: (row) => <Money rupiah={row.right} />,
    },
    {
      key: 'difference',
      header: t('audit.column.difference'),
      numeric: true,
      cell: (row) => <Money rupiah={row.left - row.right} />,
    },
  ]
}

function useBatchColumns(): Column<AuditedBatch>[] {
  const t = useTexts()
  const locale = useLocale()
  return [
    {
      key: 'title',
      header: t('audit.column.batch'),
      lead: true,
      cell: (row) => (
        <a href={`/penyaluran/batch/${row.id}`} className="text-accent underline">
          {row.number}. {row.title}
        </a>
      ),
    },
    {
      key: 'status',
      header: t('audit.column.status'),
      cell: (row) => t(`disbursement.batchStatus.${row.status}`),
    },
    {
      key: 'lines',
      header: t('audit.column.lines'),
      numeric: true,
      cell: (row) => integer(row.lines, locale),
    },
    {
      key: 'total',
      header: t('audit.column.total'),
      numeric: true,
      cell: (row) => <Money rupiah={row.totalRupiah} />,
    },
    { key: 'prepared', header: t('audit.column.prepared'), cell: (row) => row.preparedBy },
    { key: 'approved', header: t('audit.column.approved'), cell: (row) => row.approvedBy },
    { key: 'sp2d', header: 'SP2D', cell: (row) => row.sp2dNumber ?? '–' },
    {
      key: 'exported',
      header: t('audit.column.exported'),
      cell: (row) =>
        row.exportedAt ? (
          <>
            {row.exportedBy}, <Instant at={row.exportedAt} />
          </>
        ) : (
          '–'
        ),
    },
  ]
}
