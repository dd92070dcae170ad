import type { Actor } from '~/domain/shared/actor'
import { authorize, may, reachOf } from '~/domain/shared/permissions'
import { db } from '~/platform/db.server'
import type { QueueState } from './business-plan'

export type PlanReach = {
  /** Regencies read in full; null is the whole province. */
  wide: string[] | null
  /** Regencies in which a companion reads own people and those without a companion; null is the whole province. */
  companion: string[] | null
  userId: string
  /** Reads the people of the cohorts they train. */
  trainer: boolean
}

/** Whose plans the actor may read: by regency, as a companion, or as a trainer. Refuses `not_allowed`. */
export function planReach(actor: Actor): PlanReach {
  authorize(actor, 'plan.read')
  const reachBy = (keep: (role: string) => boolean) => {
    const codes = reachOf(
      { ...actor, roles: actor.roles.filter((held) => keep(held.role)) },
      'plan.read',
    ).regencyCodes
    return codes === 'all' ? null : [...codes]
  }
  return {
    wide: reachBy((role) => role !== 'companion' && role !== 'trainer'),
    companion: reachBy((role) => role === 'companion'),
    userId: actor.userId,
    trainer: actor.roles.some((held) => held.role === 'trainer'),
  }
}

/** The state of the queue that is this person's work: deciding, drafting, or looking at what was accepted. */
export function firstQueue(actor: Actor): QueueState {
  if (may(actor, 'plan.decide')) return 'submitted'
  return may(actor, 'plan.draft') ? 'none' : 'accepted'
}

/** The regencies whose plans the actor may read, for the filter. */
export async function regenciesWithin(actor: Actor): Promise<{ code: string; name: string }[]> {
  authorize(actor, 'plan.read')
  const { regencyCodes } = reachOf(actor, 'plan.read')
  return db.region.findMany({
    where: { level: 'regency', ...(regencyCodes === 'all' ? {} : { code: { in: [...regencyCodes] } }) },
    orderBy: { code: 'asc' },
    select: { code: true, name: true },
  })
}
