import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { currentRound } from './approve-batch.server'
import { loadBatch } from './batch-lines.server'

export type SendBackBatch = { batchId: string; reason: string }

/** Gives a submitted batch back to the treasurer, with the reason; it is open again. Refuses `disbursement.batch_moved_on`. */
export async function sendBackBatch(
  actor: Actor,
  input: SendBackBatch,
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
          decision: 'send_back',
          reason: input.reason,
          decidedAt: at,
        },
      })
      const changed = await tx.batch.updateMany({
        where: { id: batch.id, status: 'submitted', version: batch.version },
        data: { status: 'sent_back', version: { increment: 1 } },
      })
      if (changed.count !== 1) throw new Refusal('changed_meanwhile')
      record({
        kind: 'batch.sent_back',
        subject: { type: 'batch', id: batch.id },
        programmeId: batch.programmeId,
        facts: { round },
      })
      return { id: batch.id }
    },
    { key, form: 'batch.sendBack', at },
  )
}
