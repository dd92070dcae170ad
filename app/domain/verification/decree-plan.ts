import type { Day } from '../shared/day'
import { type Contender, sharePlaces } from './placement'

type Person = Contender & { regencyCode: string; closesOn: Day | null }

export type DecreePlan<P extends Person = Person> = {
  decreed: P[]
  waitlisted: P[]
  /** Places kept for people of the waiting list who rank higher: they are offered first. */
  kept: number
  openObjections: number
  /** The latest day on which a list of those named closed: no decree is dated before it. */
  lastClosesOn: Day | null
}

/** What a decree over several regencies would do: each shares out its own free places. */
export function planDecree<P extends Person>(
  people: readonly P[],
  places: ReadonlyMap<string, { free: number }>,
): DecreePlan<P> {
  const plan: DecreePlan<P> = { decreed: [], waitlisted: [], kept: 0, openObjections: 0, lastClosesOn: null }
  const byId = new Map(people.map((person) => [person.beneficiaryId, person]))
  for (const [regencyCode, { free }] of places) {
    const here = people.filter((person) => person.regencyCode === regencyCode)
    const { decreed, toOffer, toWait } = sharePlaces(here, free)
    for (const { beneficiaryId } of decreed) keep(plan.decreed, byId.get(beneficiaryId))
    for (const { beneficiaryId } of toWait) keep(plan.waitlisted, byId.get(beneficiaryId))
    plan.kept += toOffer.length
    plan.openObjections += here.filter((person) => person.standing === 'objected').length
  }
  for (const { closesOn } of plan.decreed) {
    if (closesOn !== null && (plan.lastClosesOn === null || closesOn > plan.lastClosesOn))
      plan.lastClosesOn = closesOn
  }
  return plan
}

function keep<P>(list: P[], person: P | undefined): void {
  if (person) list.push(person)
}
