import { db, type Sql, sql } from '~/platform/db.server'
import type { PageOf } from './people-filter'
import {
  balanceSql,
  filterSql,
  hasFacets,
  namesSql,
  type Order,
  orderOf,
  type PeopleScope,
  pageSql,
  regenciesOf,
} from './people-scope.server'
import { reachesOwnPeopleOnly } from './reach.server'

/** Above how many rows another way is the shorter one. */
export type Limits = {
  /** A total is counted exactly up to here. */
  counted: number
  /** So few of a filter are read whole, and more where a name narrows them as well. */
  few: number
  fewOfAName: number
  /** How far the terms of a search are compared to find the rarest. */
  compared: number
  /** So many words and regencies are merged at once. */
  merged: number
}

const LIMITS: Limits = { counted: 10_000, few: 4_000, fewOfAName: 30_000, compared: 50_000, merged: 300 }

/** How many people a list holds: exactly, or more than 10,000. */
export type Total = { persons: number; more: boolean }
export type Found = { total: Total; ids: string[] }

type Wanted = { scope: PeopleScope; order: Order; page: PageOf; size: number; limits: Limits }

/**
 * The people of a page and how many there are in all. Goes whichever way is short, however many people the programme
 * has: the kept balances and the vocabulary say how many rows each way would touch.
 */
export async function findPeople(
  scope: PeopleScope,
  page: PageOf,
  size: number,
  limits = LIMITS,
): Promise<Found> {
  const regencies = regenciesOf(scope)
  const wanted: Wanted = { scope, order: orderOf(scope.filter.sort), page, size, limits }
  if (regencies.length === 0 && !reachesOwnPeopleOnly(scope.reach)) return { total: exactly(0), ids: [] }
  if (!knownToBalances(scope)) return inNarrowScope(wanted)
  const inFilter = await countByBalance(scope, regencies)
  if (scope.terms.length === 0) {
    if (inFilter <= limits.few && hasFacets(scope.filter)) return throughFacets(wanted, regencies)
    return { total: exactly(inFilter), ids: await inOrder(wanted) }
  }
  return byName(wanted, regencies, inFilter)
}

/** Reach as a companion, trainer or both, a cohort and a district are no part of the balances: small sets, own indexes. */
function knownToBalances({ reach, filter }: PeopleScope): boolean {
  const wholeRegencies = reach.regencyCodes === 'all' || (!reach.companionId && reach.cohortIds.length === 0)
  return wholeRegencies && !filter.cohortId && !filter.districtCode
}

async function byName(
  wanted: Wanted,
  regencies: readonly string[] | 'all',
  inFilter: number,
): Promise<Found> {
  const { scope, order, limits } = wanted
  const { filter, terms } = scope
  if (inFilter <= limits.fewOfAName && hasFacets(filter)) return throughFacets(wanted, regencies)
  const words = terms.length > 1 ? await rarestTerm(scope, regencies, limits) : (terms[0]?.words ?? null)
  if (words && terms.length > 1) return throughWords(wanted, regencies, words)
  const total = words && (await countOfWords(scope, regencies, words, limits))
  if (words && total && !total.more) return throughWords(wanted, regencies, words)
  if (hasFacets(filter) || !words || !total)
    return { total: await countUpTo(scope, limits), ids: await inOrder(wanted) }
  const places = regencies === 'all' ? await regenciesWithPeople(scope.programmeId) : regencies
  const merges = order.key === 'name' && words.length * places.length <= limits.merged
  return { total, ids: merges ? await mergeWords(wanted, places, words) : await inOrder(wanted) }
}

/** The words of the term that the fewest people have; null where no term can be followed by its words. */
async function rarestTerm(
  scope: PeopleScope,
  regencies: readonly string[] | 'all',
  { compared }: Limits,
): Promise<readonly string[] | null> {
  const counted = await Promise.all(
    scope.terms.map(async ({ words }) => {
      if (words === null) return null
      const [row] = await db.$queryRaw<{ people: number }[]>`
        SELECT count(*)::int AS people FROM (SELECT 1 FROM person_word w WHERE ${ofWords(scope, regencies, words)} LIMIT ${compared + 1}) few`
      return { words, people: row?.people ?? 0 }
    }),
  )
  return counted.filter((term) => term !== null).sort((a, b) => a.people - b.people)[0]?.words ?? null
}

function ofWords(
  { programmeId }: PeopleScope,
  regencies: readonly string[] | 'all',
  words: readonly string[],
): Sql {
  const inRegencies = regencies === 'all' ? sql`` : sql`AND w.regency_code = ANY (${[...regencies]}::text[])`
  return sql`w.programme_id = ${programmeId}::uuid AND w.word = ANY (${[...words]}::text[]) ${inRegencies}`
}

/** All people of the filter's balances, counted and turned to the page at once. For a few thousand at most. */
async function throughFacets(wanted: Wanted, regencies: readonly string[] | 'all'): Promise<Found> {
  const { scope } = wanted
  return ofKept(
    wanted,
    sql`SELECT b.id, b.search_name, b.number, b.status_since
      FROM people_balance c JOIN beneficiary b ON b.programme_id = c.programme_id AND b.regency_code = c.regency_code AND b.status = c.status
        AND coalesce(b.sector_code, '') = c.sector_code AND coalesce(b.decile, 0) = c.decile AND b.on_hold = c.on_hold
      WHERE ${balanceSql(scope, regencies)} ${namesSql(scope.terms, sql`b.search_name`)}`,
  )
}

/** All people who have one of the words, held against the rest of the filter. For ten thousand at most. */
async function throughWords(
  wanted: Wanted,
  regencies: readonly string[] | 'all',
  words: readonly string[],
): Promise<Found> {
  const { scope, order } = wanted
  const rows = sql`${ofWords(scope, regencies, words)} ${namesSql(scope.terms, sql`w.search_name`)}`
  const bare = order.key === 'name' && !hasFacets(scope.filter)
  return ofKept(
    wanted,
    bare
      ? sql`SELECT DISTINCT w.beneficiary_id AS id, w.search_name FROM person_word w WHERE ${rows}`
      : sql`SELECT DISTINCT b.id, b.search_name, b.number, b.status_since
          FROM person_word w JOIN beneficiary b ON b.id = w.beneficiary_id WHERE ${rows} AND ${filterSql(scope)}`,
  )
}

async function ofKept({ order, page, size, limits }: Wanted, kept: Sql): Promise<Found> {
  const { edge, by } = pageSql(order, page, sql`k`)
  const [row] = await db.$queryRaw<{ total: number; ids: string[] }[]>`
    WITH kept AS MATERIALIZED (${kept})
    SELECT (SELECT count(*)::int FROM kept) AS total,
      ARRAY (SELECT k.id FROM kept k WHERE true ${edge} ORDER BY ${by} LIMIT ${size}) AS ids`
  return { total: upTo(row?.total ?? 0, limits), ids: row?.ids ?? [] }
}

/** Each word of each regency has its people in the order of their names: takes a page of each and merges them. */
async function mergeWords(
  { scope, order, page, size }: Wanted,
  places: readonly string[],
  words: readonly string[],
): Promise<string[]> {
  const inner = pageSql(order, page, sql`p`)
  const merged = pageSql(order, page, sql`m`)
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM (
      SELECT DISTINCT x.id, x.search_name
      FROM unnest(${[...words]}::text[]) AS v (word) CROSS JOIN unnest(${[...places]}::text[]) AS r (code)
      CROSS JOIN LATERAL (
        SELECT p.id, p.search_name FROM (
          SELECT w.beneficiary_id AS id, w.search_name FROM person_word w
          WHERE w.programme_id = ${scope.programmeId}::uuid AND w.word = v.word AND w.regency_code = r.code) p
        WHERE true ${namesSql(scope.terms, sql`p.search_name`)} ${inner.edge} ORDER BY ${inner.by} LIMIT ${size}) x) m
    ORDER BY ${merged.by} LIMIT ${size}`
  return rows.map((row) => row.id)
}

/** Reads people in the order asked for until the page is full. */
async function inOrder({ scope, order, page, size }: Wanted): Promise<string[]> {
  const { edge, by } = pageSql(order, page, sql`b`)
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM beneficiary b WHERE ${filterSql(scope)} ${namesSql(scope.terms, sql`b.search_name`)} ${edge} ORDER BY ${by} LIMIT ${size}`
  return rows.map((row) => row.id)
}

async function inNarrowScope(wanted: Wanted): Promise<Found> {
  const [total, ids] = await Promise.all([countUpTo(wanted.scope, wanted.limits), inOrder(wanted)])
  return { total, ids }
}

async function countByBalance(scope: PeopleScope, regencies: readonly string[] | 'all'): Promise<number> {
  const [row] = await db.$queryRaw<{ persons: number }[]>`
    SELECT coalesce(sum(c.persons), 0)::int AS persons FROM people_balance c WHERE ${balanceSql(scope, regencies)}`
  return row?.persons ?? 0
}

async function countUpTo(scope: PeopleScope, limits: Limits): Promise<Total> {
  const [row] = await db.$queryRaw<{ persons: number }[]>`
    SELECT count(*)::int AS persons FROM (
      SELECT 1 FROM beneficiary b WHERE ${filterSql(scope)} ${namesSql(scope.terms, sql`b.search_name`)} LIMIT ${limits.counted + 1}) few`
  return upTo(row?.persons ?? 0, limits)
}

/** People with one of the words; somebody with two of them counts once, so a few more rows than people are read. */
async function countOfWords(
  scope: PeopleScope,
  regencies: readonly string[] | 'all',
  words: readonly string[],
  limits: Limits,
): Promise<Total> {
  const shortest = [...words].sort((a, b) => a.length - b.length).slice(0, 1)
  const ofShortest = await countRows(scope, regencies, shortest, limits)
  if (words.length === 1 || ofShortest > limits.counted) return upTo(ofShortest, limits)
  for (const most of [Math.ceil(limits.counted * 1.05), limits.counted * 5, null]) {
    const [row] = await db.$queryRaw<{ rows: number; persons: number }[]>`
      SELECT coalesce(sum(g.rows), 0)::int AS rows, count(*)::int AS persons FROM (
        SELECT few.id, count(*) AS rows FROM (
          SELECT w.beneficiary_id AS id FROM person_word w WHERE ${ofWords(scope, regencies, words)} ${namesSql(scope.terms, sql`w.search_name`)} LIMIT ${most}) few
        GROUP BY few.id) g`
    const { rows = 0, persons = 0 } = row ?? {}
    if (persons > limits.counted || most === null || rows < most) return upTo(persons, limits)
  }
  return exactly(0)
}

/** Rows of words, at most one more than are counted exactly; of a single word each row is another person. */
async function countRows(
  scope: PeopleScope,
  regencies: readonly string[] | 'all',
  words: readonly string[],
  { counted }: Limits,
): Promise<number> {
  const [row] = await db.$queryRaw<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM (
      SELECT 1 FROM person_word w WHERE ${ofWords(scope, regencies, words)} ${namesSql(scope.terms, sql`w.search_name`)} LIMIT ${counted + 1}) few`
  return row?.rows ?? 0
}

async function regenciesWithPeople(programmeId: string): Promise<string[]> {
  const rows = await db.statusBalance.findMany({
    where: { programmeId, persons: { gt: 0 } },
    select: { regencyCode: true },
    distinct: ['regencyCode'],
  })
  return rows.map((row) => row.regencyCode)
}

function exactly(persons: number): Total {
  return { persons, more: false }
}

function upTo(persons: number, { counted }: Limits): Total {
  return persons > counted ? { persons: counted, more: true } : { persons, more: false }
}
