import type { Actor } from '~/domain/shared/actor'
import { dayOfDate } from '~/domain/shared/day'
import { authorize, may } from '~/domain/shared/permissions'
import { quarterOf } from '~/domain/shared/quarter'
import { Refusal } from '~/domain/shared/refusal'
import { today } from '~/platform/clock.server'
import { open } from '~/platform/crypto.server'
import { db, emptySql, sql } from '~/platform/db.server'
import { handsOf } from './approve-batch.server'
import { type WhyNotApprovable, whyNotApprovable } from './batch'
import { sumOfLines, unfitLines } from './batch-lines.server'
import type { BatchLine, StatusSum } from './batch-view'
import { reachSql } from './reach.server'
import type { BatchStatus } from './tranche'

export type BatchRow = {
  id: string
  number: number
  title: string
  quarter: string
  status: BatchStatus
  lines: number
  totalRupiah: bigint
  sp2dNumber: string | null
  preparedBy: string
  preparedAt: Date
}

/** Batches of a programme year that hold a line in reach, the newest first. */
export async function listBatches(
  actor: Actor,
  programmeId: string,
  status?: BatchStatus,
): Promise<BatchRow[]> {
  return db.$queryRaw<BatchRow[]>`
    SELECT b.id, b.number, b.title, b.quarter, b.status, b.sp2d_number AS "sp2dNumber", u.name AS "preparedBy", b.prepared_at AS "preparedAt",
      coalesce(l.lines, 0)::int AS lines, coalesce(l.total, 0)::bigint AS "totalRupiah"
    FROM batch b LEFT JOIN user_account u ON u.id = b.prepared_by
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE p.status <> 'withdrawn') AS lines, sum(p.amount_rupiah) FILTER (WHERE p.status <> 'withdrawn') AS total
      FROM payment p WHERE p.batch_id = b.id) l ON true
    WHERE b.programme_id = ${programmeId}::uuid ${status ? sql`AND b.status = ${status}` : emptySql}
      AND EXISTS (SELECT 1 FROM payment p WHERE p.batch_id = b.id ${reachSql(actor, 'batch.read', sql`p.regency_code`)})
    ORDER BY b.number DESC LIMIT 500`
}

/** A batch with its people and decisions, its sums by state, and what stands in the way of the next step. Refuses `not_found`. */
export async function getBatch(actor: Actor, id: string) {
  authorize(actor, 'batch.read')
  const batch = await db.batch.findUnique({
    where: { id },
    include: { approvals: { orderBy: { decidedAt: 'asc' } } },
  })
  const [inReach] = await db.$queryRaw<{ one: number }[]>`
    SELECT 1 AS one FROM payment p WHERE p.batch_id = ${id}::uuid ${reachSql(actor, 'batch.read', sql`p.regency_code`)} LIMIT 1`
  if (!batch || !inReach) throw new Refusal('not_found')
  const programme = await db.programme.findUniqueOrThrow({
    where: { id: batch.programmeId },
    select: { id: true, code: true, name: true, fiscalYear: true, approvalThresholdRupiah: true },
  })
  const ids = [
    batch.preparedBy,
    batch.submittedBy,
    batch.sp2dBy,
    batch.exportedBy,
    ...batch.approvals.map((approval) => approval.approverId),
  ]
  const names = await namesOf(ids)
  const live = await sumOfLines(db, id)
  const status = batch.status as BatchStatus
  return {
    ...batch,
    status,
    programme,
    live,
    sums: await sumsByStatus(id),
    sp2dOn: batch.sp2dOn ? dayOfDate(batch.sp2dOn) : null,
    people: {
      prepared: nameOf(names, batch.preparedBy),
      submitted: nameOf(names, batch.submittedBy),
      sp2d: nameOf(names, batch.sp2dBy),
      exported: nameOf(names, batch.exportedBy),
    },
    approvals: batch.approvals.map((approval) => ({ ...approval, name: nameOf(names, approval.approverId) })),
    unfit: ['draft', 'sent_back', 'submitted', 'approved'].includes(status)
      ? await unfitLines(db, id, quarterOf(today()))
      : [],
    whyNotApprove: may(actor, 'batch.decide') ? await whyNot(actor, batch, status) : null,
  }
}

async function whyNot(
  actor: Actor,
  batch: {
    id: string
    preparedBy: string
    submittedBy: string | null
    approvals: { round: number; decision: string; approverId: string }[]
  },
  status: BatchStatus,
): Promise<WhyNotApprovable | null> {
  if (status !== 'submitted') return null
  const round = 1 + batch.approvals.filter((approval) => approval.decision === 'send_back').length
  const approvedBy = batch.approvals
    .filter((approval) => approval.round === round && approval.decision === 'approve')
    .map((approval) => approval.approverId)
  return whyNotApprovable(
    {
      status,
      preparedBy: batch.preparedBy,
      submittedBy: batch.submittedBy,
      approvedBy,
      hands: await handsOf(db, batch.id, actor.userId),
    },
    actor.userId,
  )
}

/** Names of accounts by their ids. */
export async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  const users = await db.userAccount.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  })
  return new Map(users.map((user) => [user.id, user.name]))
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? id)
}

function sumsByStatus(batchId: string): Promise<StatusSum[]> {
  return db.$queryRaw`
    SELECT status, count(*)::int AS count, sum(amount_rupiah)::bigint AS "totalRupiah" FROM payment WHERE batch_id = ${batchId}::uuid
    GROUP BY status ORDER BY array_position(ARRAY['batched','approved','sent','paid','failed','returned','withdrawn'], status)`
}

const LINES = 100
const EVERY_LINE = 5_000

/** Lines of a batch in reach; before the submission with the account as it stands, afterwards as frozen. Accounts are masked. */
export async function listBatchLines(
  actor: Actor,
  batchId: string,
  options: { after?: number | undefined; all?: boolean; paymentId?: string | undefined },
) {
  const limit = options.all ? EVERY_LINE : LINES
  const rows = await db.$queryRaw<(Omit<BatchLine, 'account'> & { box: Uint8Array | null })[]>`
    SELECT p.id, p.line_number AS "lineNumber", p.beneficiary_id AS "beneficiaryId", b.name, r.name AS regency, coalesce(p.payee_name, a.holder_name) AS "payeeName",
      coalesce(p.bank_code, a.bank_code) AS "bankCode", coalesce(p.account_enc, a.number_enc) AS box, p.amount_rupiah AS "amountRupiah", p.reference, p.status,
      p.settled_on AS "settledOn", p.reason_code AS "reasonCode",
      CASE WHEN p.status = 'withdrawn' THEN (SELECT m.reason FROM payment_move m WHERE m.payment_id = p.id ORDER BY m.id DESC LIMIT 1) END AS "withdrawnFor"
    FROM payment p JOIN beneficiary b ON b.id = p.beneficiary_id JOIN region r ON r.code = p.regency_code
    LEFT JOIN bank_account a ON a.beneficiary_id = p.beneficiary_id AND a.superseded_at IS NULL AND a.heir_id IS NULL AND p.account_enc IS NULL
    WHERE p.batch_id = ${batchId}::uuid AND p.line_number > ${options.after ?? 0}::int ${reachSql(actor, 'batch.read', sql`p.regency_code`)}
      ${options.paymentId ? sql`AND p.id = ${options.paymentId}::uuid` : emptySql}
    ORDER BY p.line_number LIMIT ${limit + 1}::int`
  const lines = rows
    .slice(0, limit)
    .map(({ box, ...row }): BatchLine => ({ ...row, account: box ? maskedAccount(open(box)) : null }))
  return { lines, after: rows.length > limit ? (lines[lines.length - 1]?.lineNumber ?? null) : null }
}

/** All but the last four digits hidden. */
function maskedAccount(number: string): string {
  return number.slice(-4).padStart(number.length, '*')
}

/** One line with its batch, for the step that takes it out. Refuses `not_found`. */
export async function getBatchLine(actor: Actor, batchId: string, paymentId: string): Promise<BatchLine> {
  const { lines } = await listBatchLines(actor, batchId, { paymentId })
  const [line] = lines
  if (!line) throw new Refusal('not_found')
  return line
}
