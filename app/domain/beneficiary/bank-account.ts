import { type BeneficiaryStatus, isLive } from './lifecycle'
import { startsLikeFormula } from './name'

export type AccountState = 'entered' | 'verified' | 'refused' | 'superseded'

export type AccountFacts = {
  verifiedAt: Date | null
  refusedAt: Date | null
  supersededAt: Date | null
}

/** What an account is now; a changed one is superseded, whatever was decided about it. */
export function accountState({ verifiedAt, refusedAt, supersededAt }: AccountFacts): AccountState {
  if (supersededAt) return 'superseded'
  if (refusedAt) return 'refused'
  return verifiedAt ? 'verified' : 'entered'
}

/** An account is asked for while somebody is on the road and was not sent away. */
export function mayHaveAccount(status: BeneficiaryStatus): boolean {
  return isLive(status)
}

/** Statuses in which an account is waited for: a place is sure, and no money can go without it. */
export const ACCOUNT_DUE = [
  'decreed',
  'training',
  'not_passed',
  'trained',
  'assigned',
  'disbursing',
] as const satisfies readonly BeneficiaryStatus[]

/** A holder's name that a bank file takes: what spreadsheets would calculate is refused at freezing (contract). */
export function isHolderName(name: string): boolean {
  return name.length >= 2 && name.length <= 100 && !startsLikeFormula(name)
}

/** What the queue of accounts asks for: to enter one, to verify it, to mend a refused one. */
export const ACCOUNT_TASKS = ['enter', 'verify', 'refused'] as const
export type AccountTask = (typeof ACCOUNT_TASKS)[number]
