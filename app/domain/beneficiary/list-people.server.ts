import type { Actor } from '~/domain/shared/actor'
import { ageOn, type Day } from '~/domain/shared/day'
import { may } from '~/domain/shared/permissions'
import { dayIn } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { findPeople, type Total } from './find-people.server'
import type { BeneficiaryStatus } from './lifecycle'
import { termsOf } from './name-terms'
import { type Cursor, cursorText, type PageOf, type PeopleFilter } from './people-filter'
import { orderOf, type PeopleScope } from './people-scope.server'
import type { FilterChoices, PersonRow, StatusCount } from './person-row'
import { type PeopleReach, peopleReach } from './reach.server'
import { registrationNumber } from './registration-number'
import { exactTerms, termsWithTypo } from './vocabulary.server'

export const PAGE_SIZE = 50

export type PeopleList = {
  rows: PersonRow[]
  total: Total
  before: string | null
  after: string | null
  /** Nobody has the name as typed: the list shows names a typo away. */
  withTypo: boolean
}

/** A page of the people in reach. Refuses `not_allowed`. */
export async function listPeople(
  actor: Actor,
  programmeId: string,
  filter: PeopleFilter,
  page: PageOf,
  at: Date,
): Promise<PeopleList> {
  const reach = await peopleReach(db, actor, 'person.read')
  const { found, withTypo } = await search(programmeId, reach, filter, page, PAGE_SIZE + 1)
  const backwards = page !== null && 'before' in page
  const ids = found.ids.slice(0, PAGE_SIZE)
  if (backwards) ids.reverse()
  const rows = await rowsOf(ids, dayIn(at), may(actor, 'person.birthDate'))
  const more = found.ids.length > PAGE_SIZE
  return {
    rows,
    total: found.total,
    before: page && (!backwards || more) ? edgeOf(rows[0], filter) : null,
    after: backwards || more ? edgeOf(rows.at(-1), filter) : null,
    withTypo,
  }
}

/** Finds by the name as typed; only where that finds nobody, by names one typo away. */
export async function search(
  programmeId: string,
  reach: PeopleReach,
  filter: PeopleFilter,
  page: PageOf,
  size: number,
) {
  const typed = termsOf(filter.search)
  const scope = (terms: PeopleScope['terms']): PeopleScope => ({ programmeId, reach, filter, terms })
  const nobody = { total: { persons: 0, more: false }, ids: [] as string[] }
  const exact = typed.length > 0 ? await exactTerms(typed) : []
  const found = exact ? await findPeople(scope(exact), page, size) : nobody
  if (found.total.persons > 0 || typed.length === 0) return { found, withTypo: false, terms: exact ?? [] }
  const close = await termsWithTypo(typed)
  if (!close) return { found: nobody, withTypo: false, terms: null }
  const similar = await findPeople(scope(close), page, size)
  return { found: similar, withTypo: similar.total.persons > 0, terms: close }
}

type Read = Omit<PersonRow, 'registration' | 'age' | 'birthDate'> & {
  number: number
  programmeCode: string
  birthDate: Date
  since: string
}
type Row = PersonRow & { number: number; since: string }

/** The rows of a page, in the order of their ids. */
export async function rowsOf(ids: readonly string[], today: Day, withBirthDate: boolean): Promise<Row[]> {
  const read = await db.$queryRaw<Read[]>`
    SELECT b.id, b.number, p.code AS "programmeCode", b.name, v.name AS village, d.name AS district, r.name AS regency, b.regency_code AS "regencyCode",
      b.status, b.status_since AS "statusSince", to_char(b.status_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') AS since,
      b.sector_code AS "sectorCode", b.decile, b.on_hold AS "onHold", b.birth_date AS "birthDate"
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS i (id, place) JOIN beneficiary b ON b.id = i.id
    JOIN programme p ON p.id = b.programme_id JOIN region v ON v.code = b.village_code
    JOIN region d ON d.code = b.district_code JOIN region r ON r.code = b.regency_code
    ORDER BY i.place`
  return read.map(({ programmeCode, birthDate, ...row }) => {
    const born = birthDate.toISOString().slice(0, 10)
    return {
      ...row,
      registration: registrationNumber({ ...row, programmeCode }),
      age: ageOn(born, today),
      birthDate: withBirthDate ? born : null,
    }
  })
}

function edgeOf(row: PersonRow | undefined, { sort }: PeopleFilter): string | null {
  if (!row) return null
  const { key } = orderOf(sort)
  const { number, since } = row as Row
  const cursor: Cursor = {
    id: row.id,
    value: key === 'number' ? String(number) : key === 'status' ? since : '',
  }
  return cursorText(cursor)
}

/** How many people in reach stand at each status in each regency, from the kept balances. Empty for people reached one by one. */
export async function countsOf(actor: Actor, programmeId: string): Promise<StatusCount[]> {
  const { regencyCodes } = await peopleReach(db, actor, 'person.read')
  const rows = await db.statusBalance.findMany({
    where: {
      programmeId,
      persons: { gt: 0 },
      ...(regencyCodes === 'all' ? {} : { regencyCode: { in: [...regencyCodes] } }),
    },
    select: { regencyCode: true, status: true, persons: true },
  })
  return rows.map((row) => ({ ...row, status: row.status as BeneficiaryStatus }))
}

/** What the filters of the list offer this person. Districts come once a regency is chosen, or is the only one. */
export async function choicesOf(
  actor: Actor,
  programmeId: string,
  filter: PeopleFilter,
): Promise<FilterChoices> {
  const { regencyCodes, cohortIds } = await peopleReach(db, actor, 'person.read')
  const regencies = await db.region.findMany({
    where: { level: 'regency', ...(regencyCodes === 'all' ? {} : { code: { in: [...regencyCodes] } }) },
    select: { code: true, name: true },
    orderBy: { code: 'asc' },
  })
  const chosen = filter.regencyCode ?? (regencies.length === 1 ? regencies[0]?.code : undefined)
  const districts = chosen
    ? await db.region.findMany({
        where: { level: 'district', parentCode: chosen },
        select: { code: true, name: true },
        orderBy: { name: 'asc' },
      })
    : []
  const inReach =
    regencyCodes === 'all'
      ? {}
      : { OR: [{ regencyCode: { in: [...regencyCodes] } }, { id: { in: [...cohortIds] } }] }
  const cohorts = await db.cohort.findMany({
    where: { AND: [{ programmeId, ...(chosen ? { regencyCode: chosen } : {}) }, inReach] },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: 300,
  })
  return { regencies, districts, cohorts }
}
