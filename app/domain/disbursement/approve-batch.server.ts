import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { quarterOf } from '~/domain/shared/quarter'
import { Refusal } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { type Hand, type WhyNotApprovable, whyNotApprovable } from './batch'
import { type LoadedBatch, loadBatch, movesOfBatch, refuseUnfitLines } from './batch-lines.server'
import { movePayments } from './move-payment.server'
import { BATCH_STATUSES } from './tranche'

export type ApproveBatch = { batchId: string; note?: string | undefined }

/**
 * Approves a submitted batch; with the last approval needed its lines are approved. Refuses whoever prepared it,
 * approved it already or touched one of its people (M3: `disbursement.prepared_it_yourself`,
 * `disbursement.approved_it_already`, `disbursement.touched_a_person`), `disbursement.batch_moved_on`, and
 * `disbursement.line_not_ready` where a gate holds by now.
 */
export async function approveBatch(
  actor: Actor,
  input: ApproveBatch,
  at: Date,
  key?: string,
): Promise<{ id: string; approved: boolean }> {
  authorize(actor, 'batch.decide')
  return write(
    actor,
    async (tx, record) => {
      const batch = await loadBatch(tx, input.batchId, BATCH_STATUSES)
      const round = await currentRound(tx, batch.id)
      const approvedBy = await approversOf(tx, batch.id, round)
      const hands = await handsOf(tx, batch.id, actor.userId)
      const why = whyNotApprovable({ ...batch, approvedBy, hands }, actor.userId)
      if (why) throw refusalOf(why)
      await refuseUnfitLines(tx, batch.id, quarterOf(dayIn(at)))
      const level = approvedBy.length + 1
      await tx.batchApproval.create({
        data: {
          batchId: batch.id,
          round,
          level,
          approverId: actor.userId,
          decision: 'approve',
          reason: input.note ?? null,
          decidedAt: at,
        },
      })
      const approved = level >= (batch.approvalsNeeded ?? Number.POSITIVE_INFINITY)
      if (approved) {
        await movePayments(tx, record, actor, await movesOfBatch(tx, batch.id, 'batched', 'approved'), at)
        await setApproved(tx, batch, at)
      }
      record({
        kind: 'batch.approved',
        subject: { type: 'batch', id: batch.id },
        programmeId: batch.programmeId,
        facts: {
          round,
          level,
          needed: batch.approvalsNeeded,
          complete: approved,
          totalRupiah: String(batch.frozenTotalRupiah),
        },
      })
      return { id: batch.id, approved }
    },
    { key, form: 'batch.approve', at },
  )
}

async function setApproved(tx: Transaction, batch: LoadedBatch, at: Date): Promise<void> {
  const changed = await tx.batch.updateMany({
    where: { id: batch.id, status: 'submitted', version: batch.version },
    data: { status: 'approved', approvedAt: at, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw new Refusal('changed_meanwhile')
}

/** A batch that was sent back and submitted again is decided anew, in the next round. */
export async function currentRound(tx: Transaction, batchId: string): Promise<number> {
  return 1 + (await tx.batchApproval.count({ where: { batchId, decision: 'send_back' } }))
}

async function approversOf(tx: Transaction, batchId: string, round: number): Promise<string[]> {
  const approvals = await tx.batchApproval.findMany({
    where: { batchId, round, decision: 'approve' },
    select: { approverId: true },
  })
  return approvals.map((approval) => approval.approverId)
}

/** What this account did to people whose lines are in the batch, one entry a person. */
export function handsOf(tx: Transaction, batchId: string, userId: string): Promise<Hand[]> {
  return tx.$queryRaw<Hand[]>`
    SELECT DISTINCT ON (p.line_number) i.deed, b.name
    FROM payment p JOIN involvement i ON i.beneficiary_id = p.beneficiary_id AND i.user_id = ${userId}::uuid JOIN beneficiary b ON b.id = p.beneficiary_id
    WHERE p.batch_id = ${batchId}::uuid AND p.status <> 'withdrawn' ORDER BY p.line_number, i.id`
}

function refusalOf(why: WhyNotApprovable): Refusal {
  switch (why.reason) {
    case 'not_submitted':
      return new Refusal('disbursement.batch_moved_on')
    case 'prepared_it_yourself':
      return new Refusal('disbursement.prepared_it_yourself')
    case 'approved_it_already':
      return new Refusal('disbursement.approved_it_already')
    case 'touched_a_person':
      return touchedRefusal(why.hand, why.people)
  }
}

function touchedRefusal({ deed, name }: Hand, people: number): Refusal {
  switch (deed) {
    case 'registered':
      return new Refusal('disbursement.touched.registered', { name, people })
    case 'verified':
      return new Refusal('disbursement.touched.verified', { name, people })
    case 'account_entered':
      return new Refusal('disbursement.touched.account_entered', { name, people })
    case 'account_verified':
      return new Refusal('disbursement.touched.account_verified', { name, people })
    case 'plan_accepted':
      return new Refusal('disbursement.touched.plan_accepted', { name, people })
    case 'exit_confirmed':
      return new Refusal('disbursement.touched.exit_confirmed', { name, people })
  }
}
