import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize, may } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'

/**
 * Confirms that the next person of the waiting list takes the place offered; an amending decree then names them.
 * Refuses `not_found` out of reach or without an offer, and `verification.offer_answered`.
 */
export async function confirmOffer(
  actor: Actor,
  { beneficiaryId }: { beneficiaryId: string },
  at: Date,
  key?: string,
): Promise<{ id: string; regencyCode: string }> {
  authorize(actor, 'waitlist.offer')
  return write(
    actor,
    async (tx, record) => {
      const offer = await tx.waitlistOffer.findUnique({ where: { beneficiaryId } })
      if (!offer || !may(actor, 'waitlist.offer', offer.regencyCode)) throw new Refusal('not_found')
      const person = await tx.beneficiary.findUnique({
        where: { id: beneficiaryId },
        select: { status: true, name: true },
      })
      if (person?.status !== 'verified') refuse('verification.offer_gone', { name: person?.name ?? '' })
      const confirmed = await tx.waitlistOffer.updateMany({
        where: { id: offer.id, confirmedAt: null },
        data: { confirmedBy: actor.userId, confirmedAt: at },
      })
      if (confirmed.count !== 1) refuse('verification.offer_answered', { name: person.name })
      record({
        kind: 'waitlist.confirmed',
        subject: { type: 'beneficiary', id: beneficiaryId },
        beneficiaryId,
        programmeId: offer.programmeId,
        regencyCode: offer.regencyCode,
      })
      return { id: beneficiaryId, regencyCode: offer.regencyCode }
    },
    { key, form: 'verification.offer', at },
  )
}
