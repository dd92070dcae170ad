import { type BeneficiaryStatus, isLive } from './lifecycle'

export type HoldState = 'proposed' | 'confirmed' | 'refused' | 'lifted'
export type HoldFacts = { confirmedAt: Date | null; liftedAt: Date | null }

/** A hold that ended before anybody confirmed it was refused. */
export function holdState({ confirmedAt, liftedAt }: HoldFacts): HoldState {
  if (liftedAt) return confirmedAt ? 'lifted' : 'refused'
  return confirmedAt ? 'confirmed' : 'proposed'
}

/** Only somebody still on the road can be suspended. */
export function isSuspendable(status: BeneficiaryStatus): boolean {
  return isLive(status)
}
