import { noteInvolvement } from '~/domain/audit/involve.server'
import { write } from '~/domain/audit/write.server'
import { moveBeneficiary } from '~/domain/beneficiary/move-beneficiary.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize, may } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'

/**
 * Brings a person who was sent back before the verifier again, after the correction. Whoever does it counts as having
 * registered the person (M3). Refuses `not_found` out of reach and `verification.not_sent_back`.
 */
export async function resubmitCandidate(
  actor: Actor,
  { beneficiaryId }: { beneficiaryId: string },
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'person.correct')
  return write(
    actor,
    async (tx, record) => {
      const person = await tx.beneficiary.findUnique({
        where: { id: beneficiaryId },
        select: { name: true, status: true, regencyCode: true },
      })
      if (!person || !may(actor, 'person.correct', person.regencyCode)) throw new Refusal('not_found')
      if (person.status !== 'sent_back') refuse('verification.not_sent_back', { name: person.name })
      await moveBeneficiary(tx, record, actor, { beneficiaryId, from: 'sent_back', to: 'proposed' }, at)
      await noteInvolvement(tx, actor, [beneficiaryId], 'registered', at)
      return { id: beneficiaryId }
    },
    { key, form: 'verification.resubmit', at },
  )
}
