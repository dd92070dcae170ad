import { registrationNumber } from '~/domain/beneficiary/registration-number'
import { latestPovertyLine } from '~/domain/programme/poverty-queries.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize, may, reachOf } from '~/domain/shared/permissions'
import { db, type Sql, sql } from '~/platform/db.server'
import { type AgainstLine, againstPovertyLine } from './priority'

const PAGE = 50

export type QueueFilter = {
  programme: { id: string; code: string }
  regencyCode?: string | null
  after?: string | null
  before?: string | null
}

type Row = {
  id: string
  number: number
  name: string
  village: string
  district: string
  regencyCode: string
  decile: number | null
  incomePerHeadRupiah: bigint | null
  registeredAt: Date
  registeredBy: string
  sentBackBefore: boolean
}

export type QueueRow = Omit<Row, 'registeredBy' | 'number'> & {
  registrationNumber: string
  againstLine: AgainstLine
  registeredItMyself: boolean
}

/** The regencies of a list: those of the actor's reach, narrowed to the chosen one. */
export async function regenciesInReach(
  actor: Actor,
  chosen?: string | null,
): Promise<{ codes: string[]; all: { code: string; name: string }[] }> {
  authorize(actor, 'verification.read')
  const { regencyCodes } = reachOf(actor, 'verification.read')
  const all = await db.region.findMany({
    where: { level: 'regency', ...(regencyCodes === 'all' ? {} : { code: { in: [...regencyCodes] } }) },
    select: { code: true, name: true },
    orderBy: { code: 'asc' },
  })
  const codes = all.map((regency) => regency.code)
  return { codes: chosen ? codes.filter((code) => code === chosen) : codes, all }
}

const NEED = sql`coalesce(b.decile, 11), coalesce(b.income_per_head_rupiah, 9223372036854775807), b.registered_at, b.number`
const LEAST_FIRST = sql`coalesce(b.decile, 11) DESC, coalesce(b.income_per_head_rupiah, 9223372036854775807) DESC, b.registered_at DESC, b.number DESC`

/** Candidates who wait for a visit, most in need first: decile, income a head, oldest, number. Paged by the last person. */
export async function listQueue(actor: Actor, filter: QueueFilter) {
  const { codes, all } = await regenciesInReach(actor, filter.regencyCode)
  const programmeId = filter.programme.id
  const backwards = Boolean(filter.before)
  const cursor = await placeInQueue(filter.before ?? filter.after)
  const beyond = cursor
    ? backwards
      ? sql`(${NEED}) < (${cursor})`
      : sql`(${NEED}) > (${cursor})`
    : sql`true`
  const [found, waiting, line] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT b.id, b.number, b.name, v.name AS village, d.name AS district, b.regency_code AS "regencyCode", b.decile,
             b.income_per_head_rupiah AS "incomePerHeadRupiah", b.registered_at AS "registeredAt", b.registered_by AS "registeredBy",
             EXISTS (SELECT 1 FROM verification e WHERE e.beneficiary_id = b.id) AS "sentBackBefore"
      FROM beneficiary b
      LEFT JOIN region v ON v.code = b.village_code
      LEFT JOIN region d ON d.code = b.district_code
      WHERE b.programme_id = ${programmeId}::uuid AND b.regency_code = ANY (${codes}::text[]) AND b.status = 'proposed' AND ${beyond}
      ORDER BY ${backwards ? LEAST_FIRST : NEED} LIMIT ${PAGE + 1}`,
    db.statusBalance.aggregate({
      where: { programmeId, regencyCode: { in: codes }, status: 'proposed' },
      _sum: { persons: true },
    }),
    latestPovertyLine(),
  ])
  const page = found.slice(0, PAGE)
  if (backwards) page.reverse()
  const more = found.length > PAGE
  const rows: QueueRow[] = page.map(({ registeredBy, number, ...row }) => ({
    ...row,
    registrationNumber: registrationNumber({
      programmeCode: filter.programme.code,
      regencyCode: row.regencyCode,
      number,
    }),
    againstLine: againstPovertyLine(row.incomePerHeadRupiah, line?.lineRupiah ?? null),
    registeredItMyself: registeredBy === actor.userId && may(actor, 'verification.decide', row.regencyCode),
  }))
  return {
    rows,
    regencies: all,
    line,
    waiting: waiting._sum.persons ?? 0,
    before: cursor && (backwards ? more : true) ? (rows[0]?.id ?? null) : null,
    after: backwards || more ? (rows.at(-1)?.id ?? null) : null,
  }
}

/** The place of a person in the order of need, for the page that follows them; null for an unknown person. */
async function placeInQueue(id: string | null | undefined): Promise<Sql | null> {
  if (!id || !/^[0-9a-f-]{36}$/.test(id)) return null
  const [place] = await db.$queryRaw<
    { decile: number; income: bigint; registeredAt: string; number: number }[]
  >`
    SELECT coalesce(b.decile, 11) AS decile, coalesce(b.income_per_head_rupiah, 9223372036854775807) AS income,
           b.registered_at::text AS "registeredAt", b.number
    FROM beneficiary b WHERE b.id = ${id}::uuid`
  return place
    ? sql`${place.decile}::int, ${place.income}::bigint, ${place.registeredAt}::timestamptz, ${place.number}::int`
    : null
}
