import type { Day } from '../shared/day'

/** What a verifier sees for themselves, at the desk and at the home. The facts on the ground override the list. */
export const CHECKS = [
  'identity_seen',
  'lives_here',
  'household_matches',
  'poverty_seen',
  'not_public_servant',
  'no_other_aid',
  'business_interest',
  'willing_to_train',
] as const

export type Check = (typeof CHECKS)[number]
export type Checklist = Partial<Record<Check, boolean>>

export const DECISIONS = ['verified', 'sent_back', 'rejected'] as const
export type Decision = (typeof DECISIONS)[number]

export type Evidence = {
  decision: Decision
  checklist: Checklist
  visitedOn: Day | null
  reason: string | null
}

export type EvidenceGap =
  | 'no_visit'
  | 'visit_in_future'
  | 'visit_before_registration'
  | 'checks_missing'
  | 'reason_missing'

/**
 * Why a decision does not stand on its evidence. A person is verified only after a home visit with every check answered
 * yes; whoever is sent back or rejected is told why.
 */
export function whyNotDecidable(evidence: Evidence, today: Day, registeredOn: Day): EvidenceGap | null {
  const { decision, visitedOn } = evidence
  if (visitedOn !== null && visitedOn > today) return 'visit_in_future'
  if (decision !== 'verified') return evidence.reason ? null : 'reason_missing'
  if (visitedOn === null) return 'no_visit'
  if (visitedOn < registeredOn) return 'visit_before_registration'
  return missingChecks(evidence.checklist).length > 0 ? 'checks_missing' : null
}

/** Checks that are not answered yes, in the order of the list. */
export function missingChecks(checklist: Checklist): Check[] {
  return CHECKS.filter((check) => checklist[check] !== true)
}
