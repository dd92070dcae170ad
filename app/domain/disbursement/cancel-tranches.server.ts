import type { Recorder, Transaction } from '~/domain/audit/write.server'
import { postLedger } from './ledger.server'

type Cancelled = {
  id: string
  beneficiary_id: string
  programme_id: string
  regency_code: string
  sector_code: string
  quarter: string
  number: number
  amount: bigint
  came_back: boolean
}

/**
 * Cancels what people who left (withdrawn, replaced) will not be paid any more, and gives its money back to the budget.
 * A tranche on its way in a batch is left alone: it is cancelled once its line is withdrawn or comes back.
 */
export async function cancelTranches(
  tx: Transaction,
  record: Recorder,
  beneficiaryIds: readonly string[],
  at: Date,
): Promise<void> {
  const cancelled = await tx.$queryRaw<Cancelled[]>`
    UPDATE tranche t SET status = 'cancelled', cancelled_at = ${at}, version = t.version + 1
    FROM tranche old
    WHERE old.id = t.id AND EXISTS (SELECT 1 FROM beneficiary b WHERE b.id = t.beneficiary_id AND b.status IN ('withdrawn', 'replaced'))
      AND t.beneficiary_id = ANY(${[...beneficiaryIds]}::uuid[]) AND old.status IN ('planned', 'failed', 'returned')
    RETURNING t.id, t.beneficiary_id, t.programme_id, t.regency_code, t.sector_code, t.quarter, t.number, t.amount_rupiah AS amount,
      old.status IN ('failed', 'returned') AS came_back`
  await postLedger(
    tx,
    cancelled.map((row) => ({
      kind: 'tranche.cancelled' as const,
      at,
      programmeId: row.programme_id,
      regencyCode: row.regency_code,
      sectorCode: row.sector_code,
      quarter: row.quarter,
      beneficiaryId: row.beneficiary_id,
      from: row.came_back ? ('returned' as const) : ('committed' as const),
      to: 'available' as const,
      amountRupiah: row.amount,
    })),
  )
  record.many(
    cancelled.map((row) => ({
      kind: 'tranche.cancelled' as const,
      subject: { type: 'tranche' as const, id: row.id },
      beneficiaryId: row.beneficiary_id,
      programmeId: row.programme_id,
      regencyCode: row.regency_code,
      facts: { number: row.number, amountRupiah: String(row.amount) },
    })),
  )
}
