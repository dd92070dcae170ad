import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { quarterOf } from '~/domain/shared/quarter'
import { Refusal } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { whyNotPayeeName } from './bank-csv'
import { approvalsNeeded } from './batch'
import { loadBatch, refuseUnfitLines, sumOfLines } from './batch-lines.server'
import { FACTS_SEEN } from './gate-sql.server'
import { OPEN_BATCH_STATUSES } from './tranche'

export type SubmitBatch = { batchId: string }

/**
 * Submits a batch for approval and freezes it: payee, bank, account, amount and gates of each line, count and total
 * (M6). Refuses `disbursement.batch_moved_on`, `disbursement.batch_empty`, `disbursement.line_not_ready` and
 * `disbursement.unsafe_name` (a name a bank or a spreadsheet would misread).
 */
export async function submitBatch(
  actor: Actor,
  input: SubmitBatch,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'batch.prepare')
  return write(
    actor,
    async (tx, record) => {
      const batch = await loadBatch(tx, input.batchId, OPEN_BATCH_STATUSES)
      await freezeLines(tx, batch.id)
      await refuseUnfitLines(tx, batch.id, quarterOf(dayIn(at)))
      await refuseUnsafeNames(tx, batch.id)
      const { count, totalRupiah } = await sumOfLines(tx, batch.id)
      if (count === 0) throw new Refusal('disbursement.batch_empty')
      const needed = approvalsNeeded(totalRupiah, batch.programme.approvalThresholdRupiah)
      const changed = await tx.batch.updateMany({
        where: { id: batch.id, status: batch.status, version: batch.version },
        data: {
          status: 'submitted',
          submittedBy: actor.userId,
          submittedAt: at,
          frozenCount: count,
          frozenTotalRupiah: totalRupiah,
          approvalsNeeded: needed,
          version: { increment: 1 },
        },
      })
      if (changed.count !== 1) throw new Refusal('changed_meanwhile')
      record({
        kind: 'batch.submitted',
        subject: { type: 'batch', id: batch.id },
        programmeId: batch.programmeId,
        facts: { lines: count, totalRupiah: String(totalRupiah), approvalsNeeded: needed },
      })
      return { id: batch.id }
    },
    { key, form: 'batch.submit', at },
  )
}

/** Copies payee, bank and account as they stand now into the lines; the box of the account is copied unopened. */
async function freezeLines(tx: Transaction, batchId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE payment p SET payee_name = f.holder_name, bank_code = f.bank_code, account_enc = f.number_enc, bank_account_id = f.account_id,
      gates = ${FACTS_SEEN}, version = p.version + 1
    FROM tranche_facts f WHERE f.id = p.tranche_id AND p.batch_id = ${batchId}::uuid AND p.status = 'batched'`
}

async function refuseUnsafeNames(tx: Transaction, batchId: string): Promise<void> {
  const lines = await tx.payment.findMany({
    where: { batchId, status: 'batched' },
    select: { lineNumber: true, payeeName: true },
  })
  const unsafe = lines.find((line) => whyNotPayeeName(line.payeeName ?? '') !== null)
  if (unsafe)
    throw new Refusal('disbursement.unsafe_name', { line: unsafe.lineNumber, name: unsafe.payeeName ?? '' })
}
