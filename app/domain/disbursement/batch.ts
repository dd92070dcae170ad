import type { INVOLVING_DEEDS } from '~/domain/audit/involve.server'
import type { BatchStatus } from './tranche'

export type InvolvingDeed = (typeof INVOLVING_DEEDS)[number]

/** Something an approver did to a person of the batch. */
export type Hand = { deed: InvolvingDeed; name: string }

export const MOST_LINES = 5_000

/** Approvals by different people: two above the programme's threshold, else one. No setting turns it off. */
export function approvalsNeeded(totalRupiah: bigint, thresholdRupiah: bigint): 1 | 2 {
  return totalRupiah > thresholdRupiah ? 2 : 1
}

export type ApprovalFacts = {
  status: BatchStatus
  preparedBy: string
  submittedBy: string | null
  /** Who has approved in this round. */
  approvedBy: readonly string[]
  /** What the would-be approver did to people of the batch. */
  hands: readonly Hand[]
}

export type WhyNotApprovable =
  | { reason: 'not_submitted' | 'prepared_it_yourself' | 'approved_it_already' }
  | { reason: 'touched_a_person'; hand: Hand; people: number }

/**
 * Why this person may not approve the batch (M3): they prepared or submitted it, they approved it already, or they had
 * a hand in the case of one of its people.
 */
export function whyNotApprovable(facts: ApprovalFacts, userId: string): WhyNotApprovable | null {
  if (facts.status !== 'submitted') return { reason: 'not_submitted' }
  if (facts.preparedBy === userId || facts.submittedBy === userId) return { reason: 'prepared_it_yourself' }
  if (facts.approvedBy.includes(userId)) return { reason: 'approved_it_already' }
  const [hand] = facts.hands
  return hand ? { reason: 'touched_a_person', hand, people: facts.hands.length } : null
}
