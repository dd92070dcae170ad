import { compareNeed, type Need } from './priority'
import type { Standing } from './standing'

export type Contender = Need & {
  beneficiaryId: string
  standing: Standing
  offer: 'none' | 'open' | 'confirmed'
}

export type Placement = {
  /** Named by the decree now. */
  decreed: Contender[]
  /** On the waiting list and next in rank: a place is kept and offered to them. */
  toOffer: Contender[]
  /** Beyond the quota: they wait in rank order. */
  toWait: Contender[]
  /** Places that nobody claims yet. */
  left: number
}

/** First whoever a place was promised to, then whoever is most in need. */
export function comparePrecedence(left: Contender, right: Contender): number {
  return Number(right.offer === 'confirmed') - Number(left.offer === 'confirmed') || compareNeed(left, right)
}

/**
 * Shares a regency's free places among those who may have one, most in need first. An offered place is kept until its
 * person answers. Nobody is named who is not ready, and never more than the free places.
 */
export function sharePlaces(contenders: readonly Contender[], freePlaces: number): Placement {
  const promised = contenders.filter((person) => person.standing === 'offered').length
  const open = Math.max(0, freePlaces - promised)
  const able = contenders
    .filter((person) => person.standing === 'ready' || person.standing === 'waiting')
    .sort(comparePrecedence)
  const within = able.slice(0, open)
  return {
    decreed: within.filter((person) => person.standing === 'ready'),
    toOffer: within.filter((person) => person.standing === 'waiting'),
    toWait: able.slice(open).filter((person) => person.standing === 'ready' && person.offer === 'none'),
    left: open - within.length,
  }
}

/** The order of need of everybody who waits, the first being 1. */
export function ranksOf(contenders: readonly Contender[]): Map<string, number> {
  return new Map(
    [...contenders].sort(comparePrecedence).map((person, index) => [person.beneficiaryId, index + 1]),
  )
}

/** Who falls within the free places as things stand, objections still to come: offered places first, then by need. */
export function withinPlaces(contenders: readonly Contender[], freePlaces: number): Set<string> {
  const able = contenders.filter((person) => person.standing !== 'barred')
  const promised = able.filter((person) => person.offer !== 'none')
  const others = able.filter((person) => person.offer === 'none').sort(compareNeed)
  const within = [...promised.sort(compareNeed), ...others].slice(0, freePlaces)
  return new Set(within.map((person) => person.beneficiaryId))
}
