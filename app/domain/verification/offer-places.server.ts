import { randomUUID } from 'node:crypto'
import { type Transaction, write } from '~/domain/audit/write.server'
import { moveBeneficiaries } from '~/domain/beneficiary/move-beneficiary.server'
import { SYSTEM_ACTOR } from '~/domain/shared/actor'
import { Refusal } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { type Contender, sharePlaces } from './placement'
import { loadFreePlaces, loadWaitingPeople } from './waiting-people.server'

/**
 * Offers a regency's free places to the next people of its waiting list: the machine moves them back to verified and a
 * coordinator confirms that they take the place. Does nothing where no place is free or nobody waits, however often it
 * runs.
 */
export async function offerPlaces(
  programmeId: string,
  regencyCode: string,
  at: Date,
): Promise<{ offered: number }> {
  const before = await whoIsNext(db, programmeId, regencyCode, at)
  if (before.length === 0) return { offered: 0 }
  try {
    return await write(
      SYSTEM_ACTOR,
      async (tx, record) => {
        const next = await whoIsNext(tx, programmeId, regencyCode, at)
        if (next.length === 0) throw new Refusal('verification.nobody_to_offer')
        const ids = next.map((person) => person.beneficiaryId)
        const moves = ids.map((beneficiaryId) => ({
          beneficiaryId,
          from: 'waitlisted' as const,
          to: 'verified' as const,
        }))
        await moveBeneficiaries(tx, record, SYSTEM_ACTOR, moves, at)
        await tx.waitlistOffer.createMany({
          data: ids.map((beneficiaryId) => ({
            id: randomUUID(),
            beneficiaryId,
            programmeId,
            regencyCode,
            offeredAt: at,
          })),
        })
        record.many(
          ids.map((beneficiaryId) => ({
            kind: 'waitlist.offered' as const,
            subject: { type: 'beneficiary' as const, id: beneficiaryId },
            beneficiaryId,
            programmeId,
            regencyCode,
          })),
        )
        return { offered: ids.length }
      },
      { at },
    )
  } catch (error) {
    if (error instanceof Refusal && error.code === 'verification.nobody_to_offer') return { offered: 0 }
    throw error
  }
}

async function whoIsNext(
  tx: Pick<Transaction, '$queryRaw'>,
  programmeId: string,
  regencyCode: string,
  at: Date,
): Promise<Contender[]> {
  const places = await loadFreePlaces(tx, programmeId, [regencyCode])
  const free = places.get(regencyCode)?.free ?? 0
  if (free === 0) return []
  const people = await loadWaitingPeople(tx, programmeId, [regencyCode], dayIn(at))
  return sharePlaces(people, free).toOffer
}
