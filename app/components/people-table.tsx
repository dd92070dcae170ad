import type { ReactNode } from 'react'
import type { PersonRow } from '~/domain/beneficiary/person-row'
import { type SectorName, sectorLabel } from '~/domain/enterprise/sectors'
import { dayOf, shortDay } from '~/ui/format'
import { Day } from '~/ui/money'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'
import { StatusBadge } from './status-badge'

type Props = {
  rows: readonly PersonRow[]
  sectors: readonly SectorName[]
  /** Rows can be ticked for an action on several. */
  selectable: boolean
  defaultSort: string
  empty: ReactNode
}

/** The rows of the list of people; on a phone each is a card. */
export function PeopleTable({ rows, sectors, selectable, defaultSort, empty }: Props) {
  const t = useTexts()
  const columns = usePeopleColumns(sectors)
  const tick: Column<PersonRow> = {
    key: 'tick',
    header: t('beneficiaries.bulk.choose'),
    headerHidden: true,
    cell: (row) => (
      <label className="inline-flex coarse:min-h-[44px] coarse:min-w-[44px] coarse:items-center">
        <span className="sr-only">{t('beneficiaries.bulk.chooseOne', { name: row.name })}</span>
        <input type="checkbox" name="orang" value={row.id} className="size-4.5 accent-accent" />
      </label>
    ),
  }
  return (
    <Table
      caption={t('beneficiaries.list.title')}
      columns={selectable ? [tick, ...columns] : columns}
      rows={rows}
      rowKey={(row) => row.id}
      defaultSort={defaultSort}
      empty={empty}
    />
  )
}

function usePeopleColumns(sectors: readonly SectorName[]): Column<PersonRow>[] {
  const t = useTexts()
  return [
    {
      key: 'name',
      header: t('beneficiaries.field.name'),
      sort: 'nama',
      lead: true,
      cell: (row) => (
        <div>
          <a href={`/penerima/${row.id}`} className="text-accent underline">
            {row.name}
          </a>
          <span className="block text-sm font-normal text-muted">
            {t('beneficiaries.field.age.years', { n: row.age })}
            {row.birthDate && `, ${shortDay(row.birthDate, t.locale)}`}
          </span>
        </div>
      ),
    },
    {
      key: 'number',
      header: t('beneficiaries.field.registration'),
      sort: 'nomor',
      className: 'figures whitespace-nowrap',
      cell: (row) => row.registration,
    },
    {
      key: 'place',
      header: t('beneficiaries.field.place'),
      cell: (row) => (
        <div>
          {row.village}, {row.district}
          <span className="block text-sm text-muted">{row.regency}</span>
        </div>
      ),
    },
    {
      key: 'decile',
      header: t('beneficiaries.field.decile'),
      numeric: true,
      cell: (row) => row.decile ?? '–',
    },
    {
      key: 'sector',
      header: t('beneficiaries.field.sector'),
      cell: (row) => sectorLabel(sectors, row.sectorCode, t.locale) ?? '–',
    },
    {
      key: 'status',
      header: t('beneficiaries.field.status'),
      sort: 'status',
      cell: (row) => (
        <div>
          <StatusBadge status={row.status} onHold={row.onHold} />
          <span className="block text-sm text-muted">
            <Day on={dayOf(row.statusSince)} />
          </span>
        </div>
      ),
    },
  ]
}
