import type { Day } from '../shared/day'

/** What is known of a verified or waiting person on the way to a decree. */
export type OnTheWay = {
  status: 'verified' | 'waitlisted'
  onHold: boolean
  /** The first day on which their published list no longer takes objections; null while unpublished. */
  closesOn: Day | null
  openObjections: number
  upheldObjection: boolean
  offer: 'none' | 'open' | 'confirmed'
}

export const STANDINGS = [
  'unpublished',
  'published',
  'objected',
  'barred',
  'held',
  'offered',
  'waiting',
  'ready',
] as const
export type Standing = (typeof STANDINGS)[number]

/**
 * Where a person stands before the decree. A list takes objections on the days before `closesOn`; from that day on, and
 * once every objection is answered, its people are ready. An upheld objection keeps a person off the decree for good.
 */
export function standingOf(person: OnTheWay, today: Day): Standing {
  if (person.upheldObjection) return 'barred'
  if (person.openObjections > 0) return 'objected'
  if (person.onHold) return 'held'
  if (person.closesOn === null) return 'unpublished'
  if (today < person.closesOn) return 'published'
  if (person.status === 'waitlisted') return 'waiting'
  return person.offer === 'open' ? 'offered' : 'ready'
}

/** A list takes objections from its publication until the day before it closes. */
export function takesObjections(period: { publishedOn: Day; closesOn: Day }, receivedOn: Day): boolean {
  return receivedOn >= period.publishedOn && receivedOn < period.closesOn
}
