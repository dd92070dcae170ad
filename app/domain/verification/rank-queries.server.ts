import { highestCeiling } from '~/domain/programme/programme'
import type { Actor } from '~/domain/shared/actor'
import type { Day } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { db } from '~/platform/db.server'
import { planDecree } from './decree-plan'
import { ranksOf } from './placement'
import { regenciesInReach } from './queue-queries.server'
import { STANDINGS, type Standing } from './standing'
import { loadFreePlaces, loadWaitingPeople, type WaitingPerson } from './waiting-people.server'

export type RegencyRank = {
  code: string
  name: string
  quota: number
  placed: number
  free: number
  counts: Record<Standing, number>
}

function countStandings(people: readonly WaitingPerson[]): Record<Standing, number> {
  const counts = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>
  for (const person of people) counts[person.standing] += 1
  return counts
}

/** Quota, places taken and where the verified people of each regency stand. */
export async function listRegencyRanks(
  actor: Actor,
  programmeId: string,
  today: Day,
): Promise<RegencyRank[]> {
  const { codes, all } = await regenciesInReach(actor)
  const [people, places] = await Promise.all([
    loadWaitingPeople(db, programmeId, codes, today),
    loadFreePlaces(db, programmeId, codes),
  ])
  return all.map(({ code, name }) => {
    const { quota = 0, placed = 0, free = 0 } = places.get(code) ?? {}
    return {
      code,
      name,
      quota,
      placed,
      free,
      counts: countStandings(people.filter((person) => person.regencyCode === code)),
    }
  })
}

export type RankedPerson = WaitingPerson & { rank: number; withinQuota: boolean }

/** The verified people of a regency in the order of need, with who falls within the free places. */
export async function getRegencyRank(actor: Actor, programmeId: string, regencyCode: string, today: Day) {
  const { codes, all } = await regenciesInReach(actor, regencyCode)
  const [people, places] = await Promise.all([
    loadWaitingPeople(db, programmeId, codes, today),
    loadFreePlaces(db, programmeId, codes),
  ])
  const ranks = ranksOf(people)
  const { quota = 0, placed = 0, free = 0 } = places.get(regencyCode) ?? {}
  const ranked: RankedPerson[] = people
    .map((person) => ({ ...person, rank: ranks.get(person.beneficiaryId) ?? 0 }))
    .sort((left, right) => left.rank - right.rank)
    .map((person, index) => ({ ...person, withinQuota: index < free }))
  return { regencies: all, people: ranked, quota, placed, free }
}

/** What a decree would do today, regency by regency, before anybody signs it. */
export async function previewDecree(actor: Actor, programmeId: string, today: Day) {
  authorize(actor, 'decree.write')
  const { codes, all } = await regenciesInReach(actor)
  const [people, places, sectors] = await Promise.all([
    loadWaitingPeople(db, programmeId, codes, today),
    loadFreePlaces(db, programmeId, codes),
    db.programmeSector.findMany({ where: { programmeId }, select: { ceilingRupiah: true } }),
  ])
  const ceilingRupiah = highestCeiling(sectors)
  const regencies = all.map(({ code, name }) => {
    const here = places.get(code) ?? { quota: 0, placed: 0, free: 0 }
    const plan = planDecree(
      people.filter((person) => person.regencyCode === code),
      new Map([[code, here]]),
    )
    return {
      code,
      name,
      ...here,
      decreed: plan.decreed.length,
      waitlisted: plan.waitlisted.length,
      kept: plan.kept,
      openObjections: plan.openObjections,
      lastClosesOn: plan.lastClosesOn,
      stillPublished: people.filter(
        (person) => person.regencyCode === code && person.standing === 'published',
      ).length,
    }
  })
  return { regencies, ceilingRupiah }
}
