import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { type Day, dateOf } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { loadBatch, sumOfLines } from './batch-lines.server'

export type RecordSp2d = { batchId: string; number: string; datedOn: Day; amountRupiah: bigint }

/**
 * Notes the treasury's payment order of an approved batch; until the export it may be corrected. Refuses
 * `disbursement.sp2d_differs` (it must equal the lines still in the batch), `disbursement.sp2d_in_future`,
 * `disbursement.sp2d_before_approval` and `disbursement.batch_moved_on`.
 */
export async function recordSp2d(
  actor: Actor,
  input: RecordSp2d,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'batch.prepare')
  return write(
    actor,
    async (tx, record) => {
      const batch = await loadBatch(tx, input.batchId, ['approved'])
      const { totalRupiah } = await sumOfLines(tx, batch.id)
      if (input.amountRupiah !== totalRupiah) {
        throw new Refusal(
          'disbursement.sp2d_differs',
          { totalRupiah: Number(totalRupiah) },
          { kind: 'invalid', field: 'amountRupiah' },
        )
      }
      if (input.datedOn > dayIn(at))
        throw new Refusal('disbursement.sp2d_in_future', {}, { kind: 'invalid', field: 'datedOn' })
      if (batch.approvedAt && input.datedOn < dayIn(batch.approvedAt)) {
        throw new Refusal('disbursement.sp2d_before_approval', {}, { kind: 'invalid', field: 'datedOn' })
      }
      const changed = await tx.batch.updateMany({
        where: { id: batch.id, status: 'approved', version: batch.version },
        data: {
          sp2dNumber: input.number,
          sp2dOn: dateOf(input.datedOn),
          sp2dAmountRupiah: input.amountRupiah,
          sp2dBy: actor.userId,
          sp2dAt: at,
          version: { increment: 1 },
        },
      })
      if (changed.count !== 1) throw new Refusal('changed_meanwhile')
      record({
        kind: 'batch.sp2d_recorded',
        subject: { type: 'batch', id: batch.id },
        programmeId: batch.programmeId,
        facts: {
          number: input.number,
          datedOn: input.datedOn,
          amountRupiah: String(input.amountRupiah),
          before: batch.sp2dNumber,
        },
      })
      return { id: batch.id }
    },
    { key, form: 'batch.sp2d', at },
  )
}
