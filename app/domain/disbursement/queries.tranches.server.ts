import type { Actor } from '~/domain/shared/actor'
import { dayOfDate } from '~/domain/shared/day'
import { type Quarter, quarterOf } from '~/domain/shared/quarter'
import { today } from '~/platform/clock.server'
import { db, emptySql, joinSql, type Sql, sql } from '~/platform/db.server'
import { gatesOf, HOLDS, type Hold, holdsOf, isReady, type TrancheFacts } from './gate'
import { FACT_COLUMNS, holdsSql, readySql } from './gate-sql.server'
import type { Account } from './ledger'
import type { PersonTranche } from './person-tranche'
import { reachSql } from './reach.server'
import type { PaymentStatus, TrancheForm, TrancheStatus } from './tranche'

export type TrancheFilter = {
  programmeId: string
  quarter?: string | undefined
  regencyCode?: string | undefined
  sectorCode?: string | undefined
  form?: TrancheForm | undefined
  status?: TrancheStatus | undefined
  /** `ready`, or the hold that keeps a waiting tranche. */
  gate?: 'ready' | Hold | undefined
  /** Where its money stands in the ledger. */
  money?: Account | undefined
}

export type TrancheRow = {
  id: string
  beneficiaryId: string
  name: string
  personNumber: number
  regency: string
  sectorCode: string
  amountRupiah: bigint
  number: number
  quarter: Quarter
  form: TrancheForm
  status: TrancheStatus
  retried: boolean
  ready: boolean
  holds: Hold[]
}

const PAGE = 50
const COUNT_LIMIT = 10_000

/** Tranches in reach with what each still waits for, in the order of quarter, regency and registration. */
export async function listTranches(
  actor: Actor,
  filter: TrancheFilter,
  cursor: { after?: string | undefined; before?: string | undefined },
) {
  const now = quarterOf(today())
  const where = whereOf(actor, filter, now)
  const backwards = Boolean(cursor.before)
  const rows = await db.$queryRaw<
    (TrancheFacts & {
      id: string
      beneficiaryId: string
      name: string
      personNumber: number
      regencyCode: string
      regency: string
      sectorCode: string
      amountRupiah: bigint
    })[]
  >`
    SELECT f.id, f.beneficiary_id AS "beneficiaryId", f.person_name AS name, f.person_number AS "personNumber", f.regency_code AS "regencyCode", r.name AS regency,
      f.sector_code AS "sectorCode", f.amount_rupiah AS "amountRupiah", ${FACT_COLUMNS}
    FROM tranche_facts f JOIN region r ON r.code = f.regency_code
    WHERE ${where} ${cursorSql(cursor.before ?? cursor.after, backwards)}
    ORDER BY ${backwards ? sql`f.quarter DESC, f.regency_code DESC, f.beneficiary_id DESC, f.number DESC` : sql`f.quarter, f.regency_code, f.beneficiary_id, f.number`}
    LIMIT ${PAGE + 1}::int`
  const more = rows.length > PAGE
  const shown = backwards ? rows.slice(0, PAGE).reverse() : rows.slice(0, PAGE)
  const [first, last] = [shown[0], shown[shown.length - 1]]
  return {
    rows: shown.map((row): TrancheRow => ({ ...row, ready: isReady(row, now), holds: holdsOf(row, now) })),
    before: first && (backwards ? more : Boolean(cursor.after)) ? cursorOf(first) : null,
    after: last && (backwards || more) ? cursorOf(last) : null,
  }
}

/** How many tranches the filter finds and what they sum to; past ten thousand the count stops and there is no sum. */
export async function countTranches(
  actor: Actor,
  filter: TrancheFilter,
): Promise<{ count: number; totalRupiah: bigint | null }> {
  const where = whereOf(actor, filter, quarterOf(today()))
  const [found] = await db.$queryRaw<{ count: number; total: bigint | null }[]>`
    SELECT count(*)::int AS count, sum(c.amount_rupiah)::bigint AS total FROM (SELECT f.amount_rupiah FROM tranche_facts f WHERE ${where} LIMIT ${COUNT_LIMIT + 1}::int) c`
  const count = found?.count ?? 0
  return { count, totalRupiah: count > COUNT_LIMIT ? null : (found?.total ?? 0n) }
}

export type WaitingCount = { gate: 'ready' | Hold; count: number; totalRupiah: bigint }

/** What waiting tranches wait for, by their first hold, and how many are ready: evaluated for the whole year in one read. */
export async function countWaiting(actor: Actor, programmeId: string): Promise<WaitingCount[]> {
  const now = quarterOf(today())
  return db.$queryRaw<WaitingCount[]>`
    SELECT coalesce(g.holds[1], 'ready') AS gate, count(*)::int AS count, sum(g.amount_rupiah)::bigint AS "totalRupiah"
    FROM (SELECT f.amount_rupiah, ${holdsSql(now)} AS holds FROM tranche_facts f WHERE ${whereOf(actor, { programmeId }, now)} AND f.status IN ('planned', 'failed', 'returned')) g
    GROUP BY 1 ORDER BY 2 DESC`
}

/** Quarters in which the programme has tranches. */
export async function listQuarters(programmeId: string): Promise<Quarter[]> {
  const lines = await db.programmeTranche.findMany({
    where: { programmeId },
    select: { quarter: true },
    orderBy: { quarter: 'asc' },
  })
  return [...new Set(lines.map((line) => line.quarter))]
}

function whereOf(actor: Actor, filter: TrancheFilter, now: Quarter): Sql {
  const parts = [
    filter.quarter && sql`AND f.quarter = ${filter.quarter}`,
    filter.regencyCode && sql`AND f.regency_code = ${filter.regencyCode}`,
    filter.sectorCode && sql`AND f.sector_code = ${filter.sectorCode}`,
    filter.form && sql`AND f.form = ${filter.form}`,
    filter.status && sql`AND f.status = ${filter.status}`,
    filter.money && sql`AND ${moneySql(filter.money)}`,
    filter.gate === 'ready' && sql`AND ${readySql(now)}`,
    filter.gate &&
      filter.gate !== 'ready' &&
      sql`AND f.status IN ('planned', 'failed', 'returned') AND ${filter.gate} = ANY(${holdsSql(now)})`,
  ].filter((part): part is Sql => Boolean(part))
  return sql`f.programme_id = ${filter.programmeId}::uuid ${reachSql(actor, 'tranche.read', sql`f.regency_code`)} ${parts.length > 0 ? joinSql(parts, ' ') : emptySql}`
}

/** The tranches whose money stands on an account of the ledger. */
function moneySql(account: Account): Sql {
  switch (account) {
    case 'committed':
      return sql`(f.status IN ('planned', 'batched', 'approved') AND NOT f.retried)`
    case 'returned':
      return sql`(f.status IN ('failed', 'returned') OR (f.status IN ('batched', 'approved') AND f.retried))`
    case 'in_transit':
      return sql`f.status = 'sent'`
    case 'delivered':
      return sql`f.status = 'paid'`
    default:
      return sql`false`
  }
}

type Position = { quarter: string; regencyCode: string; beneficiaryId: string; number: number }

function cursorOf(row: Position): string {
  return [row.quarter, row.regencyCode, row.beneficiaryId, row.number].join('~')
}

function cursorSql(cursor: string | undefined, backwards: boolean): Sql {
  const [quarter, regencyCode, beneficiaryId, number] = cursor?.split('~') ?? []
  if (
    !quarter ||
    !regencyCode ||
    !beneficiaryId ||
    !/^[0-9a-f-]{36}$/.test(beneficiaryId) ||
    !/^[1-8]$/.test(number ?? '')
  )
    return emptySql
  const position = sql`(${quarter}, ${regencyCode}, ${beneficiaryId}::uuid, ${Number(number)}::int)`
  const row = sql`(f.quarter, f.regency_code, f.beneficiary_id, f.number)`
  return backwards ? sql`AND ${row} < ${position}` : sql`AND ${row} > ${position}`
}

/** A person's tranches with every gate and every attempt, for the person's page and the auditor's. Reach is the caller's. */
export async function listTranchesOfPerson(actor: Actor, beneficiaryId: string): Promise<PersonTranche[]> {
  const now = quarterOf(today())
  const rows = await db.$queryRaw<(TrancheFacts & { id: string; amountRupiah: bigint })[]>`
    SELECT f.id, f.amount_rupiah AS "amountRupiah", ${FACT_COLUMNS} FROM tranche_facts f
    WHERE f.beneficiary_id = ${beneficiaryId}::uuid ${reachSql(actor, 'tranche.read', sql`f.regency_code`)} ORDER BY f.number`
  const payments = await db.payment.findMany({
    where: { beneficiaryId, trancheId: { in: rows.map((row) => row.id) } },
    select: {
      id: true,
      trancheId: true,
      reference: true,
      status: true,
      attempt: true,
      settledOn: true,
      reasonCode: true,
      batchId: true,
      batch: { select: { number: true } },
    },
    orderBy: { attempt: 'asc' },
  })
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    quarter: row.quarter,
    form: row.form,
    status: row.status,
    amountRupiah: row.amountRupiah,
    ready: isReady(row, now),
    gates: gatesOf(row, now),
    attempts: payments
      .filter((payment) => payment.trancheId === row.id)
      .map(({ trancheId: _trancheId, batch, settledOn, status, ...payment }) => ({
        ...payment,
        status: status as PaymentStatus,
        batchNumber: batch.number,
        settledOn: settledOn ? dayOfDate(settledOn) : null,
      })),
  }))
}

export function isHold(text: string): text is Hold {
  return text in HOLDS
}
