import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { loadBatch } from './batch-lines.server'
import { movePayments } from './move-payment.server'

export type WithdrawLine = { batchId: string; paymentId: string; reason: string }

/**
 * Takes one person out of an approved batch before its export, with a reason (M6). The tranche waits again; an SP2D
 * already recorded no longer equals the batch and must be recorded anew. Refuses `disbursement.batch_moved_on`.
 */
export async function withdrawLine(
  actor: Actor,
  input: WithdrawLine,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'batch.prepare')
  return write(
    actor,
    async (tx, record) => {
      const batch = await loadBatch(tx, input.batchId, ['approved'])
      const line = await tx.payment.findFirst({
        where: { id: input.paymentId, batchId: batch.id, status: 'approved' },
      })
      if (!line) throw new Refusal('changed_meanwhile')
      const move = { paymentId: line.id, from: 'approved', to: 'withdrawn', reason: input.reason } as const
      await movePayments(tx, record, actor, [move], at)
      record({
        kind: 'batch.line_withdrawn',
        subject: { type: 'batch', id: batch.id },
        programmeId: batch.programmeId,
        facts: { line: line.lineNumber, reference: line.reference, amountRupiah: String(line.amountRupiah) },
      })
      return { id: batch.id }
    },
    { key, form: 'batch.withdrawLine', at },
  )
}
