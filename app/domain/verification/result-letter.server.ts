import { type BeneficiaryStatus, isPlaced } from '~/domain/beneficiary/lifecycle'
import { registrationNumber } from '~/domain/beneficiary/registration-number'
import type { Actor } from '~/domain/shared/actor'
import { within } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { findDecreeOf } from './decree-queries.server'
import { ranksOf } from './placement'
import { loadWaitingPeople } from './waiting-people.server'

export type Result =
  | { kind: 'accepted'; decreeNumber: string; datedOn: string; ceilingRupiah: bigint }
  | { kind: 'waiting'; position: number; of: number }
  | { kind: 'rejected'; reason: string }

/**
 * What a person's letter of result says: accepted by which decree, waiting at which rank, or rejected and why (an upheld
 * objection is a reason too). Refuses `not_found` out of reach and `verification.no_result_yet`.
 */
export async function getResultLetter(actor: Actor, id: string, at: Date) {
  const person = await db.beneficiary.findFirst({ where: { id, ...within(actor, 'verification.read') } })
  if (!person) refuse('not_found')
  const [programme, village, district, regency] = await Promise.all([
    db.programme.findUnique({
      where: { id: person.programmeId },
      select: { code: true, name: true, fiscalYear: true },
    }),
    placeName(person.villageCode),
    placeName(person.districtCode),
    placeName(person.regencyCode),
  ])
  const result = await resultOf(person, at)
  if (!result) refuse('verification.no_result_yet', { name: person.name })
  const { name, address, number, regencyCode } = person
  return {
    name,
    address: [address, village, district, regency].filter(Boolean).join(', '),
    registrationNumber: registrationNumber({ programmeCode: programme?.code ?? '', regencyCode, number }),
    programme: programme?.name ?? '',
    fiscalYear: programme?.fiscalYear ?? 0,
    result,
  }
}

async function placeName(code: string): Promise<string> {
  return (await db.region.findUnique({ where: { code }, select: { name: true } }))?.name ?? ''
}

type Person = { id: string; status: string; programmeId: string; regencyCode: string }

async function resultOf(person: Person, at: Date): Promise<Result | null> {
  if (isPlaced(person.status as BeneficiaryStatus)) {
    const decree = await findDecreeOf(person.id)
    return (
      decree && {
        kind: 'accepted',
        decreeNumber: decree.number,
        datedOn: decree.datedOn,
        ceilingRupiah: decree.ceilingRupiah,
      }
    )
  }
  if (person.status === 'rejected') {
    const decision = await db.verification.findFirst({
      where: { beneficiaryId: person.id, decision: 'rejected' },
      orderBy: { decidedAt: 'desc' },
    })
    return { kind: 'rejected', reason: decision?.reason ?? '' }
  }
  const upheld = await db.objection.findFirst({ where: { beneficiaryId: person.id, upheld: true } })
  if (upheld) return { kind: 'rejected', reason: upheld.answer ?? '' }
  return person.status === 'waitlisted' ? waitingOf(person, at) : null
}

async function waitingOf(person: Person, at: Date): Promise<Result> {
  const people = await loadWaitingPeople(db, person.programmeId, [person.regencyCode], dayIn(at))
  const waiting = people.filter((one) => one.status === 'waitlisted')
  return { kind: 'waiting', position: ranksOf(waiting).get(person.id) ?? 0, of: waiting.length }
}
