import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { keepOnHold, loadHold } from './decide-suspension.server'
import { holdState } from './hold'
import { requirePerson } from './reach.server'

export type LiftSuspension = { holdId: string; reason: string }

/**
 * Ends a suspension with a reason; the person stands where they stood before. Refuses `not_found` out of reach or for a
 * hold of another kind, and `already_done` for one that is not in force.
 */
export async function liftSuspension(
  actor: Actor,
  input: LiftSuspension,
  at: Date,
  key?: string,
): Promise<{ beneficiaryId: string }> {
  authorize(actor, 'exit.confirm')
  return write(
    actor,
    async (tx, record) => {
      const hold = await loadHold(tx, input.holdId)
      const person = await requirePerson(tx, actor, 'exit.confirm', hold.beneficiaryId)
      if (hold.kind !== 'suspended') refuse('not_found')
      if (holdState(hold) !== 'confirmed') refuse('already_done')
      const { count } = await tx.hold.updateMany({
        where: { id: hold.id, confirmedAt: { not: null }, liftedAt: null },
        data: { liftedBy: actor.userId, liftedAt: at, liftReason: input.reason },
      })
      if (count !== 1) refuse('changed_meanwhile')
      await keepOnHold(tx, person.id)
      record({
        kind: 'person.suspension_lifted',
        subject: { type: 'beneficiary', id: person.id },
        beneficiaryId: person.id,
        programmeId: person.programmeId,
        regencyCode: person.regencyCode,
        facts: { hold: hold.id },
        personal: { reason: input.reason },
      })
      return { beneficiaryId: person.id }
    },
    { key, form: 'suspension.lift', at },
  )
}
