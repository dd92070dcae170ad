import { emptySql, joinSql, type Sql, sql } from '~/platform/db.server'
import type { Cursor, PageOf, PeopleFilter, PeopleSort } from './people-filter'
import { type PeopleReach, reachSql } from './reach.server'
import type { Term } from './vocabulary.server'

/** Everything that says which people a list is about. */
export type PeopleScope = {
  programmeId: string
  reach: PeopleReach
  filter: PeopleFilter
  terms: readonly Term[]
}

/** The regencies that both reach and filter allow. */
export function regenciesOf({ reach, filter }: PeopleScope): readonly string[] | 'all' {
  if (!filter.regencyCode) return reach.regencyCodes
  const reached = reach.regencyCodes === 'all' || reach.regencyCodes.includes(filter.regencyCode)
  return reached ? [filter.regencyCode] : []
}

/** Filters that the kept balances know of, besides the regency. */
export function hasFacets({ status, sectorCode, decile, onHold }: PeopleFilter): boolean {
  return status !== null || sectorCode !== null || decile !== null || onHold !== null
}

/** The scope without the search, for a query in which the person's row is called `b`. */
export function filterSql({ programmeId, reach, filter }: PeopleScope): Sql {
  return joinSql(
    [
      sql`b.programme_id = ${programmeId}::uuid`,
      reachSql(reach),
      filter.regencyCode ? sql`b.regency_code = ${filter.regencyCode}` : null,
      filter.districtCode ? sql`b.district_code = ${filter.districtCode}` : null,
      filter.status ? sql`b.status = ${filter.status}` : null,
      filter.sectorCode ? sql`b.sector_code = ${filter.sectorCode}` : null,
      filter.cohortId ? sql`b.cohort_id = ${filter.cohortId}::uuid` : null,
      filter.decile === null
        ? null
        : filter.decile === 0
          ? sql`b.decile IS NULL`
          : sql`b.decile = ${filter.decile}`,
      filter.onHold === null ? null : sql`b.on_hold = ${filter.onHold}`,
    ].filter((part) => part !== null),
    ' AND ',
  )
}

/** Every term in the name, in any order; empty without a search. */
export function namesSql(terms: readonly Term[], column: Sql): Sql {
  if (terms.length === 0) return emptySql
  return sql`AND ${joinSql(
    terms.map(({ patterns }) => sql`${column} LIKE ANY (${[...patterns]}::text[])`),
    ' AND ',
  )}`
}

/** The rows of the kept balances that the filter means; a row of them is called `c`. */
export function balanceSql({ programmeId, filter }: PeopleScope, regencies: readonly string[] | 'all'): Sql {
  return joinSql(
    [
      sql`c.programme_id = ${programmeId}::uuid AND c.persons > 0`,
      regencies === 'all' ? null : sql`c.regency_code = ANY (${[...regencies]}::text[])`,
      filter.status ? sql`c.status = ${filter.status}` : null,
      filter.sectorCode ? sql`c.sector_code = ${filter.sectorCode}` : null,
      filter.decile === null ? null : sql`c.decile = ${filter.decile}`,
      filter.onHold === null ? null : sql`c.on_hold = ${filter.onHold}`,
    ].filter((part) => part !== null),
    ' AND ',
  )
}

export type Order = { key: 'name' | 'number' | 'status'; descending: boolean }

export function orderOf(sort: PeopleSort): Order {
  const descending = sort.startsWith('-')
  const key = sort.endsWith('nama') ? 'name' : sort.endsWith('nomor') ? 'number' : 'status'
  return { key, descending }
}

/** The rows that follow a page's edge, and the order in which to read them: backwards towards an earlier page. */
export function pageSql(order: Order, page: PageOf, row: Sql): { edge: Sql; by: Sql } {
  const backwards = page !== null && 'before' in page
  const down = order.descending !== backwards
  const column = { name: sql`search_name`, number: sql`number`, status: sql`status_since` }[order.key]
  const by = down ? sql`${row}.${column} DESC, ${row}.id DESC` : sql`${row}.${column}, ${row}.id`
  if (page === null) return { edge: emptySql, by }
  const cursor = 'before' in page ? page.before : page.after
  const sign = down ? sql`<` : sql`>`
  return {
    edge: sql`AND (${row}.${column}, ${row}.id) ${sign} (${edgeValue(order, cursor)}, ${cursor.id}::uuid)`,
    by,
  }
}

/** A name is no part of an address: the cursor holds the person only, and the name is read from their row. */
function edgeValue(order: Order, cursor: Cursor): Sql {
  if (order.key === 'number') return sql`${Number(cursor.value) || 0}::int`
  if (order.key === 'status') return sql`${cursor.value || '1970-01-01'}::timestamptz`
  return sql`(SELECT search_name FROM beneficiary WHERE id = ${cursor.id}::uuid)`
}
