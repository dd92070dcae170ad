import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { DisbursementTabs, NoYear } from '~/components/disbursement-frame'
import { TrancheStatusBadge } from '~/components/tranche-timeline'
import { HOLD_NAMES } from '~/domain/disbursement/gate'
import {
  countTranches,
  countWaiting,
  listQuarters,
  listTranches,
  type TrancheRow,
} from '~/domain/disbursement/queries.tranches.server'
import { listChoices, type NamedCode } from '~/domain/disbursement/reach.server'
import { isWaiting, TRANCHE_STATUSES } from '~/domain/disbursement/tranche'
import { trancheFilterFrom } from '~/domain/disbursement/tranche-filter.form.server'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { LinkButton } from '~/ui/button'
import { FilterBar } from '~/ui/filter-bar'
import { integer, quarter, rupiah } from '~/ui/format'
import { Select } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Money } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { StatGrid, StatLink } from '~/ui/stat'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('disbursement.tranches.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const choices = await listChoices(actor, 'tranche.read')
  const programme = await chosenProgramme(args.request)
  if (!programme) return null
  const params = new URL(args.request.url).searchParams
  const filter = trancheFilterFrom(params, programme.id)
  const cursor = { after: params.get('setelah') ?? undefined, before: params.get('sebelum') ?? undefined }
  const [list, total, waiting, quarters] = await Promise.all([
    listTranches(actor, filter, cursor),
    countTranches(actor, filter),
    countWaiting(actor, programme.id),
    listQuarters(programme.id),
  ])
  return { ...list, total, waiting, quarters, choices }
}

export default function Tranches() {
  const found = useLoaderData<typeof loader>()
  const t = useTexts()
  const actor = useActor()
  const title = t('disbursement.tranches.title')
  if (!found) return <NoYear title={title} />
  const prepare = actor && may(actor, 'batch.prepare') && (
    <LinkButton to="/penyaluran/batch/baru" tone="primary" icon="plus">
      {t('disbursement.tranches.prepare')}
    </LinkButton>
  )
  const { count, totalRupiah } = found.total
  const summary =
    totalRupiah === null
      ? t('disbursement.tranches.many')
      : t.plural('disbursement.tranches.summary', count, { total: rupiah(totalRupiah) })
  return (
    <Page title={title} lead={t('disbursement.tranches.lead')} help="penyaluran" actions={prepare}>
      <DisbursementTabs />
      <Waiting counts={found.waiting} />
      <Filters quarters={found.quarters} {...found.choices} />
      <TrancheTable rows={found.rows} sectors={found.choices.sectors} />
      <Pagination before={found.before} after={found.after} summary={summary} />
    </Page>
  )
}

function Waiting({ counts }: { counts: Awaited<ReturnType<typeof countWaiting>> }) {
  const t = useTexts()
  const locale = useLocale()
  if (counts.length === 0) return null
  return (
    <Section title={t('disbursement.waiting.title')}>
      <StatGrid>
        {counts.map(({ gate, count, totalRupiah }) => (
          <StatLink
            key={gate}
            to={`/penyaluran?tunggu=${gate === 'ready' ? 'siap' : gate}`}
            label={gate === 'ready' ? t('disbursement.waiting.ready') : t(`disbursement.hold.${gate}`)}
            value={integer(count, locale)}
            note={rupiah(totalRupiah)}
            tone={gate === 'ready' ? 'attention' : 'plain'}
          />
        ))}
      </StatGrid>
    </Section>
  )
}

function Filters({
  quarters,
  regencies,
  sectors,
}: {
  quarters: readonly string[]
  regencies: readonly NamedCode[]
  sectors: readonly NamedCode[]
}) {
  const t = useTexts()
  const locale = useLocale()
  const [params] = useSearchParams()
  const named = (list: readonly NamedCode[]) => list.map(({ code, name }) => ({ value: code, label: name }))
  const fields = [
    {
      name: 'triwulan',
      label: t('disbursement.filter.quarter'),
      options: quarters.map((value) => ({ value, label: quarter(value, locale) })),
    },
    { name: 'kabupaten', label: t('disbursement.filter.regency'), options: named(regencies) },
    { name: 'sektor', label: t('disbursement.filter.sector'), options: named(sectors) },
    {
      name: 'bentuk',
      label: t('disbursement.filter.form'),
      options: (['money', 'goods'] as const).map((value) => ({
        value,
        label: t(`disbursement.form.${value}`),
      })),
    },
    {
      name: 'status',
      label: t('disbursement.filter.status'),
      options: TRANCHE_STATUSES.map((value) => ({ value, label: t(`status.tranche.${value}`) })),
    },
    {
      name: 'tunggu',
      label: t('disbursement.filter.gate'),
      options: [
        { value: 'siap', label: t('disbursement.tranche.ready') },
        ...HOLD_NAMES.map((value) => ({ value: value as string, label: t(`disbursement.hold.${value}`) })),
      ],
    },
    {
      name: 'uang',
      label: t('disbursement.filter.money'),
      options: (['committed', 'in_transit', 'delivered', 'returned'] as const).map((value) => ({
        value,
        label: t(`disbursement.budget.${value}`),
      })),
    },
  ]
  const active = fields.flatMap(({ name, label, options }) => {
    const chosen = options.find((option) => option.value === params.get(name))
    return chosen ? [{ name, label, value: chosen.label }] : []
  })
  return (
    <FilterBar active={active} keep={['program']}>
      {fields.map((field) => (
        <Select
          key={field.name}
          {...field}
          empty={t('disbursement.filter.all')}
          defaultValue={params.get(field.name) ?? ''}
        />
      ))}
    </FilterBar>
  )
}

function TrancheTable({ rows, sectors }: { rows: readonly TrancheRow[]; sectors: readonly NamedCode[] }) {
  const t = useTexts()
  const locale = useLocale()
  const sectorName = new Map(sectors.map(({ code, name }) => [code, name]))
  const columns: Column<TrancheRow>[] = [
    {
      key: 'person',
      header: t('disbursement.column.person'),
      lead: true,
      cell: (row) => (
        <a href={`/penerima/${row.beneficiaryId}`} className="text-accent underline">
          {row.name}
        </a>
      ),
    },
    { key: 'regency', header: t('disbursement.column.regency'), cell: (row) => row.regency },
    {
      key: 'sector',
      header: t('disbursement.column.sector'),
      cell: (row) => sectorName.get(row.sectorCode) ?? row.sectorCode,
    },
    {
      key: 'tranche',
      header: t('disbursement.column.tranche'),
      cell: (row) => `${row.number}, ${quarter(row.quarter, locale)}`,
    },
    { key: 'form', header: t('disbursement.column.form'), cell: (row) => t(`disbursement.form.${row.form}`) },
    {
      key: 'amount',
      header: t('disbursement.column.amount'),
      numeric: true,
      cell: (row) => <Money rupiah={row.amountRupiah} />,
    },
    {
      key: 'status',
      header: t('disbursement.column.status'),
      cell: (row) =>
        row.ready ? (
          <span className="flex flex-wrap items-center gap-1.5">
            <Badge tone="success">{t('disbursement.tranche.ready')}</Badge>
            {row.retried && t('disbursement.tranche.retry')}
          </span>
        ) : (
          <TrancheStatusBadge status={row.status} />
        ),
    },
    {
      key: 'waits',
      header: t('disbursement.column.waits'),
      cell: (row) =>
        isWaiting(row.status) && row.holds.length > 0
          ? row.holds.map((hold) => t(`disbursement.hold.${hold}`)).join('; ')
          : '–',
    },
  ]
  return (
    <Table
      caption={t('disbursement.tranches.caption')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t('disbursement.tranches.empty')} icon="money">
          {t('disbursement.tranches.empty.text')}
        </EmptyState>
      }
    />
  )
}
