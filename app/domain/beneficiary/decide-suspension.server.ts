import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { holdState } from './hold'
import { requirePerson } from './reach.server'

export type DecideSuspension = {
  holdId: string
  decision: 'confirmed' | 'refused'
  note?: string | undefined
}

/**
 * Confirms a proposed suspension, from then on nothing is paid to the person, or refuses it with a reason. Refuses
 * `not_found` out of reach, `beneficiary.proposed_it_yourself` (the database too), and `already_done`.
 */
export async function decideSuspension(
  actor: Actor,
  input: DecideSuspension,
  at: Date,
  key?: string,
): Promise<{ beneficiaryId: string }> {
  authorize(actor, 'exit.confirm')
  return write(
    actor,
    async (tx, record) => {
      const hold = await loadHold(tx, input.holdId)
      const person = await requirePerson(tx, actor, 'exit.confirm', hold.beneficiaryId)
      if (hold.proposedBy === actor.userId) refuse('beneficiary.proposed_it_yourself', { name: person.name })
      if (holdState(hold) !== 'proposed') refuse('already_done')
      const confirmed = input.decision === 'confirmed'
      const { count } = await tx.hold.updateMany({
        where: { id: hold.id, confirmedAt: null, liftedAt: null },
        data: confirmed
          ? { confirmedBy: actor.userId, confirmedAt: at }
          : { liftedBy: actor.userId, liftedAt: at, liftReason: input.note ?? null },
      })
      if (count !== 1) refuse('changed_meanwhile')
      await keepOnHold(tx, person.id)
      record({
        kind: confirmed ? 'person.suspended' : 'person.suspension_refused',
        subject: { type: 'beneficiary', id: person.id },
        beneficiaryId: person.id,
        programmeId: person.programmeId,
        regencyCode: person.regencyCode,
        facts: { hold: hold.id },
        personal: { reason: hold.reason, note: input.note ?? null },
      })
      return { beneficiaryId: person.id }
    },
    { key, form: 'suspension.decide', at },
  )
}

export async function loadHold(tx: Pick<Transaction, 'hold'>, id: string) {
  return (await tx.hold.findUnique({ where: { id } })) ?? refuse('not_found')
}

/** `on_hold` says whether a confirmed hold is in force; batches and lists read it. */
export async function keepOnHold(tx: Pick<Transaction, '$executeRaw'>, beneficiaryId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE beneficiary b SET version = version + 1, on_hold = EXISTS (
      SELECT 1 FROM hold h WHERE h.beneficiary_id = b.id AND h.confirmed_at IS NOT NULL AND h.lifted_at IS NULL)
    WHERE b.id = ${beneficiaryId}::uuid`
}
