import { highestCeiling } from '~/domain/programme/programme'
import type { Actor } from '~/domain/shared/actor'
import type { Day } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { db } from '~/platform/db.server'
import { planDecree } from './decree-plan'
import { ranksOf, withinPlaces } from './placement'
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
  const within = withinPlaces(people, free)
  const ranked: RankedPerson[] = people
    .map((person) => ({ ...person, rank: ranks.get(person.beneficiaryId) ?? 0 }))
    .sort((left, right) => left.rank - right.rank)
    .map((person) => ({ ...person, withinQuota: within.has(person.beneficiaryId) }))
  return { regencies: all, people: ranked, quota, placed, free }
}

/**
 * What a decree would do today, regency by regency, before anybody signs it: the regencies that have something to decree
 * or something that stands in the way. `able` says whether a decree may name the regency.
 */
export async function previewDecree(
  actor: Actor,
  programmeId: string,
  today: Day,
  leavers: readonly { regencyCode: string }[],
) {
  authorize(actor, 'decree.write')
  const { codes, all } = await regenciesInReach(actor)
  const [people, places, sectors] = await Promise.all([
    loadWaitingPeople(db, programmeId, codes, today),
    loadFreePlaces(db, programmeId, codes),
    db.programmeSector.findMany({ where: { programmeId }, select: { ceilingRupiah: true } }),
  ])
  const regencies = all.flatMap(({ code, name }) => {
    const here = people.filter((person) => person.regencyCode === code)
    const { quota = 0, free = 0 } = places.get(code) ?? {}
    const plan = planDecree(here, new Map([[code, { free }]]))
    const stillPublished = here.filter((person) => person.standing === 'published').length
    const named = plan.decreed.length > 0 || leavers.some((leaver) => leaver.regencyCode === code)
    if (!named && plan.openObjections + plan.kept + stillPublished === 0) return []
    return [
      {
        code,
        name,
        quota,
        free,
        decreed: plan.decreed.length,
        waitlisted: plan.waitlisted.length,
        kept: plan.kept,
        openObjections: plan.openObjections,
        stillPublished,
        able: named && plan.openObjections === 0,
      },
    ]
  })
  return { regencies, ceilingRupiah: highestCeiling(sectors) }
}
