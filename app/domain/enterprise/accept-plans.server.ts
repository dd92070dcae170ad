import { noteInvolvement } from '~/domain/audit/involve.server'
import { write } from '~/domain/audit/write.server'
import { moveBeneficiaries } from '~/domain/beneficiary/move-beneficiary.server'
import { makeGrants } from '~/domain/disbursement/make-grant.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { whyNotAcceptable } from './business-plan'
import { refusePlan, requirePlans } from './plans.server'
import type { PlanSeen } from './submit-plans.server'

/**
 * Accepts submitted plans: in one write each person gets the plan's sector and becomes `assigned`, the grant is made with
 * its tranches, and the budget is committed. Nobody accepts a plan they wrote or submitted. Refuses `not_found`, what
 * `whyNotAcceptable` and `makeGrants` say, and `changed_meanwhile`. All or none.
 */
export async function acceptPlans(
  actor: Actor,
  seen: PlanSeen[],
  at: Date,
  key?: string,
): Promise<{ accepted: number }> {
  authorize(actor, 'plan.decide')
  if (seen.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const ids = seen.map((one) => one.planId)
      const plans = await requirePlans(tx, actor, 'plan.decide', ids)
      for (const { planId, seenVersion } of seen) {
        const plan = plans.get(planId)
        if (!plan) refuse('not_found')
        const refusal = whyNotAcceptable(plan, actor.userId)
        if (refusal) refusePlan(refusal, plan)
        if (seenVersion !== undefined && seenVersion !== plan.version) refuse('changed_meanwhile')
      }
      const { count } = await tx.businessPlan.updateMany({
        where: { id: { in: ids }, status: 'submitted' },
        data: { status: 'accepted', decidedBy: actor.userId, decidedAt: at, version: { increment: 1 } },
      })
      if (count !== plans.size) refuse('changed_meanwhile')
      const accepted = [...plans.values()]
      const people = accepted.map((plan) => plan.beneficiaryId)
      await tx.$executeRaw`
        UPDATE beneficiary b SET sector_code = p.sector_code FROM business_plan p
        WHERE p.id = ANY(${ids}::uuid[]) AND b.id = p.beneficiary_id`
      await moveBeneficiaries(
        tx,
        record,
        actor,
        people.map((beneficiaryId) => ({ beneficiaryId, from: 'trained', to: 'assigned' })),
        at,
      )
      record.many(
        accepted.map((plan) => ({
          kind: 'plan.accepted' as const,
          subject: { type: 'plan' as const, id: plan.id },
          beneficiaryId: plan.beneficiaryId,
          programmeId: plan.programmeId,
          regencyCode: plan.regencyCode,
          facts: { sector: plan.sectorCode, totalRupiah: String(plan.totalRupiah) },
        })),
      )
      await noteInvolvement(tx, actor, people, 'plan_accepted', at)
      await makeGrants(tx, record, actor, ids, at)
      return { accepted: count }
    },
    { key, form: 'plan.accept', at },
  )
}
