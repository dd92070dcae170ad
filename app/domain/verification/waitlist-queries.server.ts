import type { Actor } from '~/domain/shared/actor'
import type { Day } from '~/domain/shared/day'
import { may } from '~/domain/shared/permissions'
import { db } from '~/platform/db.server'
import { ranksOf } from './placement'
import { regenciesInReach } from './queue-queries.server'
import { loadWaitingPeople, type WaitingPerson } from './waiting-people.server'

export type OfferLine = {
  beneficiaryId: string
  name: string
  regencyCode: string
  village: string
  offeredAt: Date
  confirmedAt: Date | null
  mayConfirm: boolean
}
export type WaitingLine = WaitingPerson & { position: number }

/** Places offered and not yet decreed, and the waiting list of each regency in the order of rank. */
export async function listWaiting(
  actor: Actor,
  programmeId: string,
  today: Day,
  regencyCode?: string | null,
) {
  const { codes, all } = await regenciesInReach(actor, regencyCode)
  const people = await loadWaitingPeople(db, programmeId, codes, today)
  const offers = await db.waitlistOffer.findMany({
    where: { programmeId, regencyCode: { in: codes } },
    orderBy: { offeredAt: 'asc' },
  })
  const verified = new Map(
    people.filter((person) => person.status === 'verified').map((person) => [person.beneficiaryId, person]),
  )
  const open: OfferLine[] = offers.flatMap((offer) => {
    const person = verified.get(offer.beneficiaryId)
    if (!person) return []
    const { beneficiaryId, offeredAt, confirmedAt } = offer
    const { name, village } = person
    return [
      {
        beneficiaryId,
        name,
        village,
        regencyCode: offer.regencyCode,
        offeredAt,
        confirmedAt,
        mayConfirm: may(actor, 'waitlist.offer', offer.regencyCode),
      },
    ]
  })
  const waiting: WaitingLine[] = codes.flatMap((code) => {
    const here = people.filter((person) => person.regencyCode === code && person.status === 'waitlisted')
    const ranks = ranksOf(here)
    return here
      .map((person) => ({ ...person, position: ranks.get(person.beneficiaryId) ?? 0 }))
      .sort((a, b) => a.position - b.position)
  })
  return { regencies: all, offers: open, waiting }
}
