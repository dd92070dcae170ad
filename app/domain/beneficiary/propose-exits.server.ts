import { randomUUID } from 'node:crypto'
import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { type BeneficiaryStatus, type ExitStatus, isLive } from './lifecycle'
import { requirePeople } from './reach.server'

export type ExitEntry = { beneficiaryId: string; toStatus: ExitStatus; reason: string }

/**
 * Proposes that people leave the programme year: withdrawn, replaced, or deceased. They stay where they are until
 * another person confirms. All or none. Refuses `not_found` out of reach, `beneficiary.not_live` for somebody who left
 * already, and `beneficiary.exit_open` where a proposal waits; each names the person.
 */
export async function proposeExits(
  actor: Actor,
  entries: readonly ExitEntry[],
  at: Date,
  key?: string,
): Promise<{ proposed: number; proposalIds: string[] }> {
  authorize(actor, 'exit.propose')
  if (entries.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const ids = entries.map((entry) => entry.beneficiaryId)
      const people = await requirePeople(tx, actor, 'exit.propose', ids)
      const open = await tx.exitProposal.findFirst({
        where: { beneficiaryId: { in: ids }, decision: null },
        select: { beneficiaryId: true },
      })
      if (open) refuse('beneficiary.exit_open', { name: people.get(open.beneficiaryId)?.name ?? '' })
      for (const person of people.values()) {
        if (!isLive(person.status as BeneficiaryStatus)) refuse('beneficiary.not_live', { name: person.name })
      }
      const fresh = entries.map((entry) => ({ id: randomUUID(), ...entry }))
      await tx.exitProposal.createMany({
        data: fresh.map((entry) => ({ ...entry, proposedBy: actor.userId, proposedAt: at })),
      })
      record.many(
        fresh.map(({ id, beneficiaryId, toStatus, reason }) => ({
          kind: 'person.exit_proposed' as const,
          subject: { type: 'beneficiary' as const, id: beneficiaryId },
          beneficiaryId,
          programmeId: people.get(beneficiaryId)?.programmeId,
          regencyCode: people.get(beneficiaryId)?.regencyCode,
          facts: { proposal: id, to: toStatus },
          personal: { reason },
        })),
      )
      return { proposed: fresh.length, proposalIds: fresh.map((entry) => entry.id) }
    },
    { key, form: 'exit.propose', at },
  )
}
