import { randomUUID } from 'node:crypto'
import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { isSuspendable } from './hold'
import type { BeneficiaryStatus } from './lifecycle'
import { requirePeople } from './reach.server'

export type SuspensionProposal = { beneficiaryId: string; reason: string }

/**
 * Proposes that people be suspended; nothing holds until another person confirms. All or none. Refuses `not_found` out
 * of reach, `beneficiary.not_live` for somebody who left the road, and `beneficiary.suspension_open` where one is
 * proposed or in force already; each names the person.
 */
export async function proposeSuspensions(
  actor: Actor,
  proposals: readonly SuspensionProposal[],
  at: Date,
  key?: string,
): Promise<{ proposed: number; holdIds: string[] }> {
  authorize(actor, 'exit.propose')
  if (proposals.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const ids = proposals.map((proposal) => proposal.beneficiaryId)
      const people = await requirePeople(tx, actor, 'exit.propose', ids)
      const open = await tx.hold.findFirst({
        where: { beneficiaryId: { in: ids }, kind: 'suspended', liftedAt: null },
        select: { beneficiaryId: true },
      })
      if (open) refuse('beneficiary.suspension_open', { name: people.get(open.beneficiaryId)?.name ?? '' })
      const fresh = proposals.map((proposal) => ({ id: randomUUID(), ...proposal }))
      for (const { beneficiaryId } of fresh) {
        const person = people.get(beneficiaryId) ?? refuse('not_found')
        if (!isSuspendable(person.status as BeneficiaryStatus))
          refuse('beneficiary.not_live', { name: person.name })
      }
      await tx.hold.createMany({
        data: fresh.map(({ id, beneficiaryId, reason }) => ({
          id,
          beneficiaryId,
          kind: 'suspended',
          reason,
          proposedBy: actor.userId,
          proposedAt: at,
        })),
      })
      record.many(
        fresh.map(({ id, beneficiaryId, reason }) => ({
          kind: 'person.suspension_proposed' as const,
          subject: { type: 'beneficiary' as const, id: beneficiaryId },
          beneficiaryId,
          programmeId: people.get(beneficiaryId)?.programmeId,
          regencyCode: people.get(beneficiaryId)?.regencyCode,
          facts: { hold: id },
          personal: { reason },
        })),
      )
      return { proposed: fresh.length, holdIds: fresh.map((hold) => hold.id) }
    },
    { key, form: 'suspension.propose', at },
  )
}
