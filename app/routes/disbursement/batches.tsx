import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { BatchStatusBadge, DisbursementTabs, NoYear } from '~/components/disbursement-frame'
import { type BatchRow, listBatches } from '~/domain/disbursement/queries.batch.server'
import { BATCH_STATUSES } from '~/domain/disbursement/tranche'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { authorize, may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { FilterBar } from '~/ui/filter-bar'
import { integer, quarter } from '~/ui/format'
import { Select } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Money } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('disbursement.batches.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'batch.read')
  const programme = await chosenProgramme(args.request)
  if (!programme) return null
  const wanted = new URL(args.request.url).searchParams.get('status')
  const status = BATCH_STATUSES.find((known) => known === wanted)
  return { batches: await listBatches(actor, programme.id, status) }
}

export default function Batches() {
  const found = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const actor = useActor()
  const [params] = useSearchParams()
  const title = t('disbursement.batches.title')
  if (!found) return <NoYear title={title} />
  const columns: Column<BatchRow>[] = [
    {
      key: 'batch',
      header: t('disbursement.batches.column.batch'),
      lead: true,
      cell: (row) => (
        <a href={`/penyaluran/batch/${row.id}`} className="text-accent underline">
          {t('disbursement.batch.named', { number: String(row.number), title: row.title })}
        </a>
      ),
    },
    { key: 'quarter', header: t('disbursement.column.quarter'), cell: (row) => quarter(row.quarter, locale) },
    {
      key: 'status',
      header: t('disbursement.column.status'),
      cell: (row) => <BatchStatusBadge status={row.status} />,
    },
    {
      key: 'lines',
      header: t('disbursement.batches.column.lines'),
      numeric: true,
      cell: (row) => integer(row.lines, locale),
    },
    {
      key: 'total',
      header: t('disbursement.batches.column.total'),
      numeric: true,
      cell: (row) => <Money rupiah={row.totalRupiah} />,
    },
    { key: 'prepared', header: t('disbursement.batches.column.prepared'), cell: (row) => row.preparedBy },
    { key: 'sp2d', header: t('disbursement.batches.column.sp2d'), cell: (row) => row.sp2dNumber ?? '–' },
  ]
  const prepare = actor && may(actor, 'batch.prepare') && (
    <LinkButton to="/penyaluran/batch/baru" tone="primary" icon="plus">
      {t('disbursement.tranches.prepare')}
    </LinkButton>
  )
  const options = BATCH_STATUSES.map((value) => ({
    value: value as string,
    label: t(`disbursement.batchStatus.${value}`),
  }))
  const chosen = options.find((option) => option.value === params.get('status'))
  const label = t('disbursement.filter.status')
  return (
    <Page
      title={title}
      lead={t('disbursement.batches.lead')}
      breadcrumbs={[{ label: t('disbursement.tranches.title'), to: '/penyaluran' }]}
      help="penyaluran#batch"
      actions={prepare}
    >
      <DisbursementTabs />
      <FilterBar active={chosen ? [{ name: 'status', label, value: chosen.label }] : []} keep={['program']}>
        <Select
          name="status"
          label={label}
          options={options}
          empty={t('disbursement.filter.all')}
          defaultValue={params.get('status') ?? ''}
        />
      </FilterBar>
      <Table
        caption={title}
        columns={columns}
        rows={found.batches}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('disbursement.batches.empty')} action={prepare || undefined} icon="money">
            {t('disbursement.batches.empty.text')}
          </EmptyState>
        }
      />
    </Page>
  )
}
