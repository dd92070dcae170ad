import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { requirePlans } from './plans.server'

export type SendBackPlan = { planId: string; note: string; seenVersion?: number | undefined }

/** Sends a submitted plan back with a note; a new draft begins from it. Refuses `not_found`, `enterprise.not_submitted`, `changed_meanwhile`. */
export async function sendBackPlan(
  actor: Actor,
  input: SendBackPlan,
  at: Date,
  key?: string,
): Promise<{ beneficiaryId: string }> {
  authorize(actor, 'plan.decide')
  return write(
    actor,
    async (tx, record) => {
      const plan = (await requirePlans(tx, actor, 'plan.decide', [input.planId])).get(input.planId)
      if (!plan) refuse('not_found')
      if (plan.status !== 'submitted') refuse('enterprise.not_submitted', { name: plan.name })
      const { count } = await tx.businessPlan.updateMany({
        where: { id: plan.id, status: 'submitted', version: input.seenVersion ?? plan.version },
        data: {
          status: 'sent_back',
          decidedBy: actor.userId,
          decidedAt: at,
          decisionNote: input.note,
          version: { increment: 1 },
        },
      })
      if (count !== 1) refuse('changed_meanwhile')
      record({
        kind: 'plan.sent_back',
        subject: { type: 'plan', id: plan.id },
        beneficiaryId: plan.beneficiaryId,
        programmeId: plan.programmeId,
        regencyCode: plan.regencyCode,
        facts: { sector: plan.sectorCode, totalRupiah: String(plan.totalRupiah) },
        personal: { note: input.note },
      })
      return { beneficiaryId: plan.beneficiaryId }
    },
    { key, form: 'plan.sendBack', at },
  )
}
