import { randomUUID } from 'node:crypto'
import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { addDays, dateOf } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { ranksOf } from './placement'
import type { PublishList } from './verification.form.server'
import { loadWaitingPeople } from './waiting-people.server'

/**
 * Publishes, regency by regency, the verified people who stand on no list yet, in the order of their need, for the
 * programme's days of objection. Refuses `verification.programme_not_open`, and `verification.nobody_to_publish` where
 * a regency has nobody new.
 */
export async function publishList(
  actor: Actor,
  input: PublishList,
  at: Date,
  key?: string,
): Promise<{ periodIds: string[]; persons: number }> {
  authorize(actor, 'objection.write')
  return write(
    actor,
    async (tx, record) => {
      const programme = await tx.programme.findUnique({
        where: { id: input.programmeId },
        select: { status: true, objectionDays: true },
      })
      if (!programme) throw new Refusal('not_found')
      if (programme.status !== 'open') refuse('verification.programme_not_open')
      const today = dayIn(at)
      const closesOn = addDays(today, programme.objectionDays)
      const people = await loadWaitingPeople(tx, input.programmeId, input.regencyCodes, today)
      const periodIds: string[] = []
      let persons = 0
      for (const regencyCode of [...new Set(input.regencyCodes)].sort()) {
        const here = people.filter((person) => person.regencyCode === regencyCode)
        const fresh = here.filter((person) => person.closesOn === null && person.status === 'verified')
        if (fresh.length === 0) refuse('verification.nobody_to_publish', { regency: regencyCode })
        const ranks = ranksOf(here)
        const id = randomUUID()
        await tx.objectionPeriod.create({
          data: {
            id,
            programmeId: input.programmeId,
            regencyCode,
            publishedOn: dateOf(today),
            closesOn: dateOf(closesOn),
            publishedBy: actor.userId,
            publishedAt: at,
            persons: fresh.length,
          },
        })
        const ids = fresh.map((person) => person.beneficiaryId)
        const order = ids.map((beneficiaryId) => ranks.get(beneficiaryId) ?? 0)
        await tx.$executeRaw`
          INSERT INTO objection_period_entry (period_id, beneficiary_id, rank)
          SELECT ${id}::uuid, beneficiary_id, rank FROM unnest(${ids}::uuid[], ${order}::int[]) AS e (beneficiary_id, rank)`
        await tx.$executeRaw`
          UPDATE beneficiary b SET rank = e.rank FROM unnest(${ids}::uuid[], ${order}::int[]) AS e (beneficiary_id, rank) WHERE b.id = e.beneficiary_id`
        record({
          kind: 'objections.opened',
          subject: { type: 'objection_period', id },
          programmeId: input.programmeId,
          regencyCode,
          facts: { persons: fresh.length, publishedOn: today, closesOn },
        })
        periodIds.push(id)
        persons += fresh.length
      }
      return { periodIds, persons }
    },
    { key, form: 'verification.publish', at },
  )
}
