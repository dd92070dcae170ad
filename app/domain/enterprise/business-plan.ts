export type PlanStatus = 'draft' | 'submitted' | 'accepted' | 'sent_back' | 'superseded'

/** Where a trained person's plan stands; `none` before the first draft. */
export const QUEUE_STATES = ['none', 'draft', 'submitted', 'sent_back', 'accepted'] as const
export type QueueState = (typeof QUEUE_STATES)[number]

/** An item of a budget; its total is quantity × unit price, never typed. */
export type BudgetLine = { item: string; quantity: number; unit: string; unitPriceRupiah: bigint }

/** Lines that a form shows at first, and the most it takes. */
export const LINES_AT_FIRST = 8
export const MOST_LINES = 60

export function lineTotal(line: Pick<BudgetLine, 'quantity' | 'unitPriceRupiah'>): bigint {
  return BigInt(line.quantity) * line.unitPriceRupiah
}

export function planTotal(lines: readonly Pick<BudgetLine, 'quantity' | 'unitPriceRupiah'>[]): bigint {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0n)
}

export type DraftRefusal =
  | 'enterprise.person_not_trained'
  | 'enterprise.plan_submitted'
  | 'enterprise.plan_accepted'

/** Why nobody may write on a person's plan now, or nothing. */
export function whyNotDraftable(personStatus: string, openPlanStatus: string | null): DraftRefusal | null {
  if (openPlanStatus === 'accepted') return 'enterprise.plan_accepted'
  if (personStatus !== 'trained') return 'enterprise.person_not_trained'
  if (openPlanStatus === 'submitted') return 'enterprise.plan_submitted'
  return null
}

export type SubmitRefusal =
  | 'enterprise.not_a_draft'
  | 'enterprise.person_not_trained'
  | 'enterprise.sector_not_offered'
  | 'enterprise.no_lines'
  | 'enterprise.above_ceiling'

type Plan = {
  status: string
  personStatus: string
  totalRupiah: bigint
  /** Null where the programme year does not offer the plan's sector. */
  ceilingRupiah: bigint | null
}

/** Why a draft may not be submitted, or nothing (M1: under the ceiling of its sector). */
export function whyNotSubmittable(plan: Plan): SubmitRefusal | null {
  if (plan.status !== 'draft') return 'enterprise.not_a_draft'
  return whyNotSound(plan)
}

export type AcceptRefusal =
  | Exclude<SubmitRefusal, 'enterprise.not_a_draft'>
  | 'enterprise.not_submitted'
  | 'enterprise.wrote_it_yourself'
  | 'enterprise.person_on_hold'

/** Why a submitted plan may not be accepted by this person, or nothing: nobody accepts what they wrote or submitted. */
export function whyNotAcceptable(
  plan: Plan & { writers: readonly (string | null)[]; onHold: boolean },
  deciderId: string,
): AcceptRefusal | null {
  if (plan.status !== 'submitted') return 'enterprise.not_submitted'
  if (plan.writers.includes(deciderId)) return 'enterprise.wrote_it_yourself'
  if (plan.onHold) return 'enterprise.person_on_hold'
  return whyNotSound(plan)
}

function whyNotSound(plan: Plan): Exclude<SubmitRefusal, 'enterprise.not_a_draft'> | null {
  if (plan.personStatus !== 'trained') return 'enterprise.person_not_trained'
  if (plan.ceilingRupiah === null) return 'enterprise.sector_not_offered'
  if (plan.totalRupiah <= 0n) return 'enterprise.no_lines'
  if (plan.totalRupiah > plan.ceilingRupiah) return 'enterprise.above_ceiling'
  return null
}
