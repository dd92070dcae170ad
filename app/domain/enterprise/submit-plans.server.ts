import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { whyNotSubmittable } from './business-plan'
import { mayDraftFor, refusePlan, requirePlans } from './plans.server'

export type PlanSeen = { planId: string; seenVersion?: number | undefined }

/**
 * Hands drafts to the coordinator who decides. Refuses `not_found`, `enterprise.not_a_draft`, `enterprise.no_lines`,
 * `enterprise.above_ceiling`, `enterprise.sector_not_offered`, `enterprise.person_not_trained`, `changed_meanwhile`. All or none.
 */
export async function submitPlans(
  actor: Actor,
  seen: PlanSeen[],
  at: Date,
  key?: string,
): Promise<{ submitted: number }> {
  authorize(actor, 'plan.draft')
  if (seen.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const ids = seen.map((one) => one.planId)
      const plans = await requirePlans(tx, actor, 'plan.draft', ids)
      for (const { planId, seenVersion } of seen) {
        const plan = plans.get(planId)
        if (!plan || !mayDraftFor(actor, plan)) refuse('not_found')
        const refusal = whyNotSubmittable(plan)
        if (refusal) refusePlan(refusal, plan)
        if (seenVersion !== undefined && seenVersion !== plan.version) refuse('changed_meanwhile')
      }
      const { count } = await tx.businessPlan.updateMany({
        where: { id: { in: ids }, status: 'draft' },
        data: { status: 'submitted', submittedBy: actor.userId, submittedAt: at, version: { increment: 1 } },
      })
      if (count !== plans.size) refuse('changed_meanwhile')
      record.many(
        [...plans.values()].map((plan) => ({
          kind: 'plan.submitted' as const,
          subject: { type: 'plan' as const, id: plan.id },
          beneficiaryId: plan.beneficiaryId,
          programmeId: plan.programmeId,
          regencyCode: plan.regencyCode,
          facts: { sector: plan.sectorCode, totalRupiah: String(plan.totalRupiah) },
        })),
      )
      return { submitted: count }
    },
    { key, form: 'plan.submit', at },
  )
}
