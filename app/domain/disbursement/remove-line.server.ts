import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { loadBatch } from './batch-lines.server'
import { movePayments } from './move-payment.server'
import { OPEN_BATCH_STATUSES } from './tranche'

export type RemoveLine = { batchId: string; paymentId: string }

/** Takes a line out of a batch that is not submitted; its tranche waits again. Refuses `disbursement.batch_moved_on`. */
export async function removeLine(
  actor: Actor,
  input: RemoveLine,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'batch.prepare')
  return write(
    actor,
    async (tx, record) => {
      const batch = await loadBatch(tx, input.batchId, OPEN_BATCH_STATUSES)
      const line = await tx.payment.findFirst({
        where: { id: input.paymentId, batchId: batch.id, status: 'batched' },
      })
      if (!line) throw new Refusal('changed_meanwhile')
      await movePayments(tx, record, actor, [{ paymentId: line.id, from: 'batched', to: 'withdrawn' }], at)
      record({
        kind: 'batch.line_removed',
        subject: { type: 'batch', id: batch.id },
        programmeId: batch.programmeId,
        facts: { line: line.lineNumber, reference: line.reference },
      })
      return { id: batch.id }
    },
    { key, form: 'batch.removeLine', at },
  )
}
