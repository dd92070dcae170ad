import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { QUEUE_STATES, type QueueState } from '~/domain/enterprise/business-plan'
import { listQueue, listSectors, type QueueRow } from '~/domain/enterprise/queries.server'
import { firstQueue, regenciesWithin } from '~/domain/enterprise/reach.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import { filtersIn } from '~/platform/address.server'
import { requireActor } from '~/platform/respond.server'
import { classes } from '~/ui/classes'
import { type ActiveFilter, FilterBar, SearchInput } from '~/ui/filter-bar'
import { dayOf, integer } from '~/ui/format'
import { Select } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Day, Money } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('enterprise.title'))

const FILTERS = {
  state: 'keadaan',
  search: 'cari',
  sectorCode: 'sektor',
  regencyCode: 'wilayah',
  after: 'setelah',
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { state: asked, ...filter } = filtersIn(args, FILTERS)
  const state = QUEUE_STATES.find((one) => one === asked) ?? firstQueue(actor)
  const [queue, sectors, regencies] = await Promise.all([
    listQueue(actor, { ...filter, state }),
    listSectors(),
    regenciesWithin(actor),
  ])
  return { ...queue, state, filter, sectors, regencies }
}

export default function Queue() {
  const { rows, counts, state, after, filter, sectors, regencies } = useLoaderData<typeof loader>()
  const t = useTexts()
  const sectorOptions = sectors.map(({ code }) => ({
    value: code,
    label: sectorLabel(sectors, code, t.locale) ?? code,
  }))
  const regencyOptions = regencies.map(({ code, name }) => ({ value: code, label: name }))
  const named = (options: { value: string; label: string }[], value: string) =>
    options.find((option) => option.value === value)?.label ?? value
  const active: ActiveFilter[] = [
    ...(filter.search ? [{ name: 'cari', label: t('common.search.label'), value: filter.search }] : []),
    ...(filter.sectorCode
      ? [
          {
            name: 'sektor',
            label: t('enterprise.queue.filterSector'),
            value: named(sectorOptions, filter.sectorCode),
          },
        ]
      : []),
    ...(filter.regencyCode
      ? [
          {
            name: 'wilayah',
            label: t('enterprise.queue.regency'),
            value: named(regencyOptions, filter.regencyCode),
          },
        ]
      : []),
  ]
  return (
    <Page title={t('enterprise.title')} lead={t('enterprise.lead')} breadcrumbs={[]} help="usaha">
      <States />
      <FilterBar
        search={<SearchInput label={t('enterprise.queue.search')} />}
        active={active}
        keep={['keadaan']}
      >
        <Select
          name="sektor"
          label={t('enterprise.queue.filterSector')}
          options={sectorOptions}
          defaultValue={filter.sectorCode ?? ''}
        />
        {regencies.length > 1 && (
          <Select
            name="wilayah"
            label={t('enterprise.queue.regency')}
            options={regencyOptions}
            defaultValue={filter.regencyCode ?? ''}
          />
        )}
      </FilterBar>
      <Table
        caption={t('enterprise.queue')}
        columns={useColumns(state)}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          active.length > 0 ? (
            <EmptyState title={t('enterprise.empty.filtered')} icon="search" />
          ) : (
            <EmptyState title={t(`enterprise.empty.${state}.title`)} icon="shop">
              {t(`enterprise.empty.${state}.text`)}
            </EmptyState>
          )
        }
      />
      {rows.length > 0 && (
        <Pagination after={after} summary={t.plural('enterprise.queue.count', counts[state])} />
      )}
    </Page>
  )
}

/** The states of plans beside one another, each with how many people stand there. */
function States() {
  const { counts, state } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const t = useTexts()
  const to = (next: QueueState) => {
    const params = new URLSearchParams(search)
    params.set('keadaan', next)
    params.delete('setelah')
    return `?${params}`
  }
  return (
    <nav
      data-chrome
      aria-label={t('enterprise.queue.states')}
      className="overflow-x-auto border-b border-line"
    >
      <ul className="flex gap-1">
        {QUEUE_STATES.map((one) => (
          <li key={one}>
            <Link
              to={to(one)}
              aria-current={one === state ? 'page' : undefined}
              className={classes(
                'flex items-center gap-2 border-b-3 px-3 py-2 whitespace-nowrap coarse:min-h-[44px]',
                one === state
                  ? 'border-accent font-semibold text-accent'
                  : 'border-transparent text-muted hover:text-text',
              )}
            >
              {t(`enterprise.state.${one}`)}
              <span className="rounded-full bg-sunken px-2 text-sm text-text">
                {integer(counts[one], t.locale)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function useColumns(state: QueueState): Column<QueueRow>[] {
  const { sectors } = useLoaderData<typeof loader>()
  const t = useTexts()
  const sector = (code: string | null) => sectorLabel(sectors, code, t.locale) ?? '–'
  const columns: Column<QueueRow>[] = [
    {
      key: 'name',
      header: t('enterprise.queue.name'),
      lead: true,
      cell: (row) => (
        <a href={`/usaha/${row.id}`} className="text-accent underline">
          {row.name}
        </a>
      ),
    },
    {
      key: 'number',
      header: t('enterprise.queue.number'),
      cell: (row) => <span className="figures">{String(row.number).padStart(6, '0')}</span>,
    },
    { key: 'from', header: t('enterprise.queue.from'), cell: (row) => `${row.village}, ${row.regency}` },
    { key: 'wish', header: t('enterprise.queue.wish'), cell: (row) => sector(row.wishedSector) },
    { key: 'advice', header: t('enterprise.queue.advice'), cell: (row) => sector(row.recommendedSector) },
  ]
  if (state === 'none')
    return [
      ...columns,
      { key: 'since', header: t('enterprise.queue.since'), cell: (row) => <Day on={dayOf(row.since)} /> },
    ]
  return [
    ...columns,
    { key: 'sector', header: t('enterprise.queue.sector'), cell: (row) => sector(row.planSector) },
    {
      key: 'total',
      header: t('enterprise.queue.total'),
      numeric: true,
      cell: (row) => (row.totalRupiah === null ? '–' : <Money rupiah={row.totalRupiah} />),
    },
  ]
}
