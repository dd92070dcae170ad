import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { requirePerson } from './reach.server'

/**
 * Confirms a recorded heir after looking at both documents; from then on an account of theirs may be entered and
 * verified. Refuses `not_found` out of reach, `beneficiary.recorded_it_yourself` (the database too), and `already_done`.
 */
export async function confirmHeir(
  actor: Actor,
  input: { heirId: string },
  at: Date,
  key?: string,
): Promise<{ beneficiaryId: string }> {
  authorize(actor, 'exit.confirm')
  return write(
    actor,
    async (tx, record) => {
      const heir = (await tx.heir.findUnique({ where: { id: input.heirId } })) ?? refuse('not_found')
      const person = await requirePerson(tx, actor, 'exit.confirm', heir.beneficiaryId)
      if (heir.recordedBy === actor.userId) refuse('beneficiary.recorded_it_yourself', { name: person.name })
      const { count } = await tx.heir.updateMany({
        where: { id: heir.id, confirmedAt: null },
        data: { confirmedBy: actor.userId, confirmedAt: at },
      })
      if (count !== 1) refuse('already_done')
      record({
        kind: 'heir.confirmed',
        subject: { type: 'heir', id: heir.id },
        beneficiaryId: person.id,
        programmeId: person.programmeId,
        regencyCode: person.regencyCode,
        personal: { name: heir.name },
      })
      return { beneficiaryId: person.id }
    },
    { key, form: 'heir.confirm', at },
  )
}
