import { type Recorder, type Transaction, write } from '~/domain/audit/write.server'
import { moveBeneficiaries } from '~/domain/beneficiary/move-beneficiary.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { quarterOf } from '~/domain/shared/quarter'
import { Refusal } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { bankFileOf } from './bank-file-out.server'
import { loadBatch, movesOfBatch, refuseUnfitLines, sumOfLines } from './batch-lines.server'
import { movePayments } from './move-payment.server'

export type ExportBatch = { batchId: string }

/**
 * Makes the file for the bank of an approved batch, once: its lines are sent, whoever gets a first tranche is
 * disbursing. Refuses `disbursement.no_sp2d`, `disbursement.sp2d_differs` (a line left since), `disbursement.batch_empty`,
 * `disbursement.line_not_ready` (M4, M5 looked at again) and `disbursement.batch_moved_on` (a second export).
 */
export async function exportBatch(
  actor: Actor,
  input: ExportBatch,
  at: Date,
  key?: string,
): Promise<{ id: string; sha256: string }> {
  authorize(actor, 'batch.export')
  return write(
    actor,
    async (tx, record) => {
      const batch = await loadBatch(tx, input.batchId, ['approved'])
      const { count, totalRupiah } = await sumOfLines(tx, batch.id)
      if (count === 0) throw new Refusal('disbursement.batch_empty')
      if (batch.sp2dNumber === null) throw new Refusal('disbursement.no_sp2d')
      if (batch.sp2dAmountRupiah !== totalRupiah) {
        throw new Refusal('disbursement.sp2d_differs', { totalRupiah: Number(totalRupiah) })
      }
      await refuseUnfitLines(tx, batch.id, quarterOf(dayIn(at)))
      await startDisbursing(tx, record, actor, batch.id, at)
      const file = await bankFileOf(tx, batch.id, batch.programme.fiscalYear)
      const changed = await tx.batch.updateMany({
        where: { id: batch.id, status: 'approved', version: batch.version },
        data: {
          status: 'exported',
          exportedBy: actor.userId,
          exportedAt: at,
          exportSha256: file.sha256,
          version: { increment: 1 },
        },
      })
      if (changed.count !== 1) throw new Refusal('changed_meanwhile')
      await movePayments(tx, record, actor, await movesOfBatch(tx, batch.id, 'approved', 'sent'), at)
      record({
        kind: 'batch.exported',
        subject: { type: 'batch', id: batch.id },
        programmeId: batch.programmeId,
        facts: {
          lines: file.count,
          totalRupiah: String(file.totalRupiah),
          sha256: file.sha256,
          sp2d: batch.sp2dNumber,
        },
      })
      return { id: batch.id, sha256: file.sha256 }
    },
    { key, form: 'batch.export', at },
  )
}

async function startDisbursing(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  batchId: string,
  at: Date,
): Promise<void> {
  const people = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT b.id FROM payment p JOIN beneficiary b ON b.id = p.beneficiary_id
    WHERE p.batch_id = ${batchId}::uuid AND p.status = 'approved' AND b.status = 'assigned'`
  await moveBeneficiaries(
    tx,
    record,
    actor,
    people.map(({ id }) => ({ beneficiaryId: id, from: 'assigned' as const, to: 'disbursing' as const })),
    at,
  )
}
