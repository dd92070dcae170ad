import { type Quarter, quarterParts } from '~/domain/shared/quarter'
import { isWaiting, type TrancheForm, type TrancheStatus } from './tranche'

/** What a tranche must pass before it may enter a batch, be approved and be exported (M4, M5), in the order shown. */
export const GATES = [
  'person',
  'decree',
  'training',
  'plan',
  'account',
  'goods',
  'earlier',
  'report',
  'quarter',
  'year',
] as const

export type GateName = (typeof GATES)[number]

/** Why a gate holds. Each has a sentence and what to do next in `messages/disbursement` under `hold.` and `next.`. */
export const HOLDS = {
  suspended: 'person',
  exited: 'person',
  heir_missing: 'person',
  no_decree: 'decree',
  not_trained: 'training',
  no_plan: 'plan',
  no_account: 'account',
  account_unverified: 'account',
  account_refused: 'account',
  goods_later: 'goods',
  earlier_open: 'earlier',
  report_later: 'report',
  quarter_ahead: 'quarter',
  year_closed: 'year',
} as const satisfies Record<string, GateName>

export type Hold = keyof typeof HOLDS
export const HOLD_NAMES = Object.keys(HOLDS) as Hold[]

/** What the gates look at; the database reads it for many tranches at once as the view `tranche_facts`. */
export type TrancheFacts = {
  number: number
  quarter: Quarter
  form: TrancheForm
  status: TrancheStatus
  fiscalYear: number
  personStatus: string
  onHold: boolean
  heirConfirmed: boolean
  decreed: boolean
  trained: boolean
  planAccepted: boolean
  accountState: 'none' | 'entered' | 'refused' | 'verified'
  earlierSettled: boolean
  /** An earlier attempt failed or came back. */
  retried: boolean
}

export type Gate = { name: GateName; hold: Hold | null }

const CHECKS: Record<Hold, (facts: TrancheFacts, now: Quarter) => boolean> = {
  suspended: (facts) => facts.onHold,
  exited: (facts) => facts.personStatus === 'withdrawn' || facts.personStatus === 'replaced',
  heir_missing: (facts) => facts.personStatus === 'deceased' && !facts.heirConfirmed,
  no_decree: (facts) => !facts.decreed,
  not_trained: (facts) => !facts.trained,
  no_plan: (facts) => !facts.planAccepted,
  no_account: (facts) => facts.form === 'money' && facts.accountState === 'none',
  account_unverified: (facts) => facts.form === 'money' && facts.accountState === 'entered',
  account_refused: (facts) => facts.form === 'money' && facts.accountState === 'refused',
  goods_later: (facts) => facts.form === 'goods',
  earlier_open: (facts) => facts.number > 1 && !facts.earlierSettled,
  report_later: (facts) => facts.number > 1,
  quarter_ahead: (facts, now) => facts.quarter > now,
  year_closed: (facts, now) => facts.retried && quarterParts(now).year > facts.fiscalYear,
}

/** Everything that holds the tranche in the quarter `now`; empty when nothing does. */
export function holdsOf(facts: TrancheFacts, now: Quarter): Hold[] {
  return HOLD_NAMES.filter((hold) => CHECKS[hold](facts, now))
}

/** Each gate that concerns the tranche, passed or with what holds it. */
export function gatesOf(facts: TrancheFacts, now: Quarter): Gate[] {
  const holds = holdsOf(facts, now)
  return GATES.filter((name) => concerns(name, facts)).map((name) => ({
    name,
    hold: holds.find((hold) => HOLDS[hold] === name) ?? null,
  }))
}

function concerns(name: GateName, facts: TrancheFacts): boolean {
  if (name === 'account') return facts.form === 'money'
  if (name === 'goods') return facts.form === 'goods'
  if (name === 'earlier' || name === 'report') return facts.number > 1
  if (name === 'year') return facts.retried
  return true
}

/** May enter a batch now: not on its way, and no gate holds it. Computed, never stored. */
export function isReady(facts: TrancheFacts, now: Quarter): boolean {
  return isWaiting(facts.status) && holdsOf(facts, now).length === 0
}
