import type { Transaction } from '~/domain/audit/write.server'
import type { Quarter } from '~/domain/shared/quarter'
import { Refusal } from '~/domain/shared/refusal'
import type { Hold } from './gate'
import { holdsSql } from './gate-sql.server'
import type { PaymentMove } from './move-payment.server'
import type { BatchStatus, PaymentStatus } from './tranche'

export type LoadedBatch = Awaited<ReturnType<typeof loadBatch>>

/** The batch a command decides on. Refuses `not_found`, and `changed_meanwhile` where it is in none of the states. */
export async function loadBatch(tx: Transaction, id: string, states: readonly BatchStatus[]) {
  const batch = await tx.batch.findUnique({ where: { id } })
  if (!batch) throw new Refusal('not_found')
  if (!(states as readonly string[]).includes(batch.status)) throw new Refusal('disbursement.batch_moved_on')
  const programme = await tx.programme.findUniqueOrThrow({
    where: { id: batch.programmeId },
    select: { code: true, fiscalYear: true, approvalThresholdRupiah: true },
  })
  return { ...batch, status: batch.status as BatchStatus, programme }
}

export type LineSum = { count: number; totalRupiah: bigint }

/** Count and sum of the lines that have not left the batch. */
export async function sumOfLines(tx: Transaction, batchId: string): Promise<LineSum> {
  const [sum] = await tx.$queryRaw<{ count: number; total: bigint }[]>`
    SELECT count(*)::int AS count, coalesce(sum(amount_rupiah), 0)::bigint AS total FROM payment WHERE batch_id = ${batchId}::uuid AND status <> 'withdrawn'`
  return { count: sum?.count ?? 0, totalRupiah: sum?.total ?? 0n }
}

export type UnfitLine = { name: string; hold: Hold | 'account_changed' }

/**
 * Lines that no longer pass a gate, or whose frozen account is no longer the person's verified one. Looked at again
 * at submission, approval and export.
 */
export async function unfitLines(tx: Transaction, batchId: string, now: Quarter): Promise<UnfitLine[]> {
  const rows = await tx.$queryRaw<{ name: string; holds: Hold[] }[]>`
    SELECT l.name, l.holds FROM (
      SELECT f.person_name AS name, p.line_number, ${holdsSql(now)} ||
        CASE WHEN p.bank_account_id IS NOT NULL AND p.bank_account_id IS DISTINCT FROM f.account_id THEN ARRAY['account_changed'] ELSE ARRAY[]::text[] END AS holds
      FROM payment p JOIN tranche_facts f ON f.id = p.tranche_id
      WHERE p.batch_id = ${batchId}::uuid AND p.status <> 'withdrawn') l
    WHERE cardinality(l.holds) > 0 ORDER BY l.line_number`
  return rows.map((row) => ({ name: row.name, hold: row.holds[0] as UnfitLine['hold'] }))
}

/** Refuses `disbursement.line_not_ready` with the first person whom a gate holds, and how many more there are. */
export async function refuseUnfitLines(tx: Transaction, batchId: string, now: Quarter): Promise<void> {
  const unfit = await unfitLines(tx, batchId, now)
  const [first] = unfit
  if (first) throw new Refusal('disbursement.line_not_ready', { name: first.name, people: unfit.length })
}

/** The same move for every line of the batch that stands at `from`. */
export async function movesOfBatch(
  tx: Transaction,
  batchId: string,
  from: PaymentStatus,
  to: PaymentStatus,
  reason?: string,
): Promise<PaymentMove[]> {
  const lines = await tx.payment.findMany({
    where: { batchId, status: from },
    select: { id: true },
    orderBy: { lineNumber: 'asc' },
  })
  return lines.map((line) => ({ paymentId: line.id, from, to, reason }))
}
