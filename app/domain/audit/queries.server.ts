import type { BatchStatus } from '~/domain/disbursement/tranche'
import type { Actor } from '~/domain/shared/actor'
import { addDays } from '~/domain/shared/day'
import { authorize, reachOf } from '~/domain/shared/permissions'
import { db, joinSql, type Sql, sql } from '~/platform/db.server'
import type { TrailFilter } from './trail-filter'

const PAGE = 50
const OFFICE_MIDNIGHT = 'T00:00:00+08:00'

export type TrailRow = {
  id: bigint
  kind: string
  at: Date
  recordedAt: Date
  actorName: string
  subjectType: string
  subjectId: string
  beneficiaryId: string | null
  regencyCode: string | null
  facts: Record<string, unknown>
}

function whereOf(actor: Actor, filter: TrailFilter): Sql {
  authorize(actor, 'audit.read')
  const { regencyCodes } = reachOf(actor, 'audit.read')
  const parts = [sql`true`]
  if (regencyCodes !== 'all') parts.push(sql`e.regency_code = ANY(${[...regencyCodes]}::text[])`)
  if (filter.kind) parts.push(sql`e.kind = ${filter.kind}`)
  if (filter.regencyCode) parts.push(sql`e.regency_code = ${filter.regencyCode}`)
  if (filter.from) parts.push(sql`e.at >= ${new Date(filter.from + OFFICE_MIDNIGHT)}`)
  if (filter.to) parts.push(sql`e.at < ${new Date(addDays(filter.to, 1) + OFFICE_MIDNIGHT)}`)
  if (filter.actorName)
    parts.push(
      sql`e.actor_id IN (SELECT id FROM user_account WHERE name ILIKE ${`%${filter.actorName.replace(/[\\%_]/g, '\\$&')}%`})`,
    )
  return joinSql(parts, ' AND ')
}

const COLUMNS = sql`e.id, e.kind, e.at, e.recorded_at AS "recordedAt", e.actor_name AS "actorName", e.subject_type AS "subjectType",
  e.subject_id AS "subjectId", e.beneficiary_id AS "beneficiaryId", e.regency_code AS "regencyCode", e.facts`

/** The trail in reach, newest first: what was done, by whom, about what. Personal values stay sealed here. */
export async function listEvents(
  actor: Actor,
  filter: TrailFilter,
  after: string | null,
): Promise<{ rows: TrailRow[]; after: string | null }> {
  const edge = after && /^\d{1,18}$/.test(after) ? sql`AND e.id < ${BigInt(after)}` : sql``
  const rows = await db.$queryRaw<TrailRow[]>`
    SELECT ${COLUMNS} FROM audit_event e WHERE ${whereOf(actor, filter)} ${edge} ORDER BY e.id DESC LIMIT ${PAGE + 1}::int`
  return { rows: rows.slice(0, PAGE), after: rows.length > PAGE ? String(rows[PAGE - 1]?.id) : null }
}

const EXPORT_PAGE = 2_000

/** The whole filtered trail, oldest first, a page at a time, for an export. */
export async function* eventsToExport(actor: Actor, filter: TrailFilter): AsyncGenerator<TrailRow> {
  const where = whereOf(actor, filter)
  for (let last = 0n; ; ) {
    const rows = await db.$queryRaw<TrailRow[]>`
      SELECT ${COLUMNS} FROM audit_event e WHERE ${where} AND e.id > ${last} ORDER BY e.id LIMIT ${EXPORT_PAGE}::int`
    yield* rows
    const final = rows.at(-1)
    if (!final || rows.length < EXPORT_PAGE) return
    last = final.id
  }
}

export type Ties = {
  budgetRupiah: bigint
  availableRupiah: bigint
  grantedRupiah: bigint
  trancheRupiah: bigint
  /** Of people who left before they were paid: it went back to the budget. */
  cancelledRupiah: bigint
  committedRupiah: bigint
  sentRupiah: bigint
  deliveredRupiah: bigint
  returnedRupiah: bigint
  paidRupiah: bigint
  grants: number
  paidPeople: number
}

/**
 * The year's money counted four ways that must agree: the budget, the ledger, the grants with their tranches, and the
 * payments the bank confirmed.
 */
export async function getTies(actor: Actor, programmeId: string): Promise<Ties> {
  authorize(actor, 'audit.read')
  const [ties] = await db.$queryRaw<Ties[]>`
    WITH ledger AS (SELECT account, sum(amount_rupiah)::bigint AS amount FROM money_balance WHERE programme_id = ${programmeId}::uuid GROUP BY account)
    SELECT p.budget_rupiah AS "budgetRupiah",
      coalesce((SELECT amount FROM ledger WHERE account = 'available'), 0)::bigint AS "availableRupiah",
      coalesce((SELECT amount FROM ledger WHERE account = 'committed'), 0)::bigint AS "committedRupiah",
      coalesce((SELECT amount FROM ledger WHERE account = 'in_transit'), 0)::bigint AS "sentRupiah",
      coalesce((SELECT amount FROM ledger WHERE account = 'delivered'), 0)::bigint AS "deliveredRupiah",
      coalesce((SELECT amount FROM ledger WHERE account = 'returned'), 0)::bigint AS "returnedRupiah",
      coalesce((SELECT sum(amount_rupiah) FROM "grant" g WHERE g.programme_id = p.id), 0)::bigint AS "grantedRupiah",
      coalesce((SELECT sum(amount_rupiah) FROM tranche t WHERE t.programme_id = p.id), 0)::bigint AS "trancheRupiah",
      coalesce((SELECT sum(amount_rupiah) FROM tranche t WHERE t.programme_id = p.id AND t.status = 'cancelled'), 0)::bigint AS "cancelledRupiah",
      coalesce((SELECT sum(amount_rupiah) FROM payment y WHERE y.programme_id = p.id AND y.status = 'paid'), 0)::bigint AS "paidRupiah",
      (SELECT count(*)::int FROM "grant" g WHERE g.programme_id = p.id) AS grants,
      (SELECT count(DISTINCT beneficiary_id)::int FROM payment y WHERE y.programme_id = p.id AND y.status = 'paid') AS "paidPeople"
    FROM programme p WHERE p.id = ${programmeId}::uuid`
  if (!ties) throw new Error('the programme year is gone')
  return ties
}

export type AuditedBatch = {
  id: string
  number: number
  title: string
  status: BatchStatus
  lines: number
  totalRupiah: bigint
  preparedBy: string
  approvedBy: string
  sp2dNumber: string | null
  exportedBy: string | null
  exportedAt: Date | null
}

/** Every batch of the year with the people who touched it, the newest first. */
export async function listAuditedBatches(actor: Actor, programmeId: string): Promise<AuditedBatch[]> {
  authorize(actor, 'audit.read')
  return db.$queryRaw<AuditedBatch[]>`
    SELECT b.id, b.number, b.title, b.status, b.sp2d_number AS "sp2dNumber", b.exported_at AS "exportedAt",
      (SELECT count(*)::int FROM payment p WHERE p.batch_id = b.id AND p.status <> 'withdrawn') AS lines,
      coalesce((SELECT sum(amount_rupiah) FROM payment p WHERE p.batch_id = b.id AND p.status <> 'withdrawn'), 0)::bigint AS "totalRupiah",
      coalesce(prepared.name, '–') AS "preparedBy", exported.name AS "exportedBy",
      coalesce((SELECT string_agg(u.name, ', ' ORDER BY a.decided_at) FROM batch_approval a JOIN user_account u ON u.id = a.approver_id
        WHERE a.batch_id = b.id AND a.decision = 'approve'), '–') AS "approvedBy"
    FROM batch b LEFT JOIN user_account prepared ON prepared.id = b.prepared_by LEFT JOIN user_account exported ON exported.id = b.exported_by
    WHERE b.programme_id = ${programmeId}::uuid ORDER BY b.number DESC LIMIT 500`
}
