import type { Actor } from '~/domain/shared/actor'
import type { Transaction } from './write.server'

/** The deeds on a person's case that bar someone from approving that person's money (M3). */
export const INVOLVING_DEEDS = [
  'registered',
  'verified',
  'account_entered',
  'account_verified',
  'plan_accepted',
  'exit_confirmed',
] as const

export type InvolvingDeed = (typeof INVOLVING_DEEDS)[number]

/** Notes that the actor had a hand in these people's cases; the database refuses them as approvers from then on. */
export async function noteInvolvement(
  tx: Transaction,
  actor: Actor,
  beneficiaryIds: readonly string[],
  deed: InvolvingDeed,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO involvement (beneficiary_id, user_id, deed, at)
    SELECT id, ${actor.userId}::uuid, ${deed}, ${at} FROM unnest(${[...beneficiaryIds]}::uuid[]) AS b (id)`
}
