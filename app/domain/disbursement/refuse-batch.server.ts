import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { currentRound } from './approve-batch.server'
import { loadBatch, movesOfBatch } from './batch-lines.server'
import { movePayments } from './move-payment.server'

export type RefuseBatch = { batchId: string; reason: string }

/** Refuses a submitted batch for good: its lines are withdrawn, their tranches wait again. Refuses `disbursement.batch_moved_on`. */
export async function refuseBatch(
  actor: Actor,
  input: RefuseBatch,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'batch.decide')
  return write(
    actor,
    async (tx, record) => {
      const batch = await loadBatch(tx, input.batchId, ['submitted'])
      const round = await currentRound(tx, batch.id)
      await tx.batchApproval.create({
        data: {
          batchId: batch.id,
          round,
          level: 1,
          approverId: actor.userId,
          decision: 'refuse',
          reason: input.reason,
          decidedAt: at,
        },
      })
      const moves = await movesOfBatch(tx, batch.id, 'batched', 'withdrawn', input.reason)
      await movePayments(tx, record, actor, moves, at)
      const changed = await tx.batch.updateMany({
        where: { id: batch.id, status: 'submitted', version: batch.version },
        data: { status: 'refused', version: { increment: 1 } },
      })
      if (changed.count !== 1) throw new Refusal('changed_meanwhile')
      record({
        kind: 'batch.refused',
        subject: { type: 'batch', id: batch.id },
        programmeId: batch.programmeId,
        facts: { round, lines: moves.length },
      })
      return { id: batch.id }
    },
    { key, form: 'batch.refuse', at },
  )
}
