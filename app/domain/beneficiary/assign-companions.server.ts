import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { today } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { requirePeople } from './reach.server'

export type CompanionAssignment = { beneficiaryId: string; companionId: string }

/**
 * Gives people their companion, or another one. All or none. Refuses `not_found` out of reach, and
 * `beneficiary.companion_elsewhere` where the chosen person is no companion in that regency.
 */
export async function assignCompanions(
  actor: Actor,
  assignments: readonly CompanionAssignment[],
  at: Date,
  key?: string,
): Promise<{ assigned: number }> {
  authorize(actor, 'person.correct')
  if (assignments.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const people = await requirePeople(
        tx,
        actor,
        'person.correct',
        assignments.map((one) => one.beneficiaryId),
      )
      const grants = await tx.roleGrant.findMany({
        where: {
          userId: { in: assignments.map((one) => one.companionId) },
          role: 'companion',
          OR: [{ expiresOn: null }, { expiresOn: { gte: new Date(today()) } }],
          user: { deactivatedAt: null },
        },
        select: { userId: true, regencyCode: true },
      })
      for (const { beneficiaryId, companionId } of assignments) {
        const person = people.get(beneficiaryId) ?? refuse('not_found')
        const fits = grants.some(
          (grant) =>
            grant.userId === companionId && (grant.regencyCode ?? person.regencyCode) === person.regencyCode,
        )
        if (!fits)
          refuse(
            'beneficiary.companion_elsewhere',
            { name: person.name },
            { kind: 'invalid', field: 'companionId' },
          )
      }
      await tx.$executeRaw`
        UPDATE beneficiary b SET companion_id = a.companion_id, version = version + 1
        FROM unnest(${assignments.map((one) => one.beneficiaryId)}::uuid[], ${assignments.map((one) => one.companionId)}::uuid[]) AS a (id, companion_id)
        WHERE b.id = a.id`
      record.many(
        assignments.map(({ beneficiaryId, companionId }) => ({
          kind: 'person.companion_assigned' as const,
          subject: { type: 'beneficiary' as const, id: beneficiaryId },
          beneficiaryId,
          programmeId: people.get(beneficiaryId)?.programmeId,
          regencyCode: people.get(beneficiaryId)?.regencyCode,
          facts: { companion: companionId, before: people.get(beneficiaryId)?.companionId ?? null },
        })),
      )
      return { assigned: assignments.length }
    },
    { key, form: 'companion.assign', at },
  )
}

export type CompanionOption = { id: string; name: string; regencyCode: string | null }

/** Companions who may be chosen for people of these regencies. */
export async function companionsOf(regencyCodes: readonly string[]): Promise<CompanionOption[]> {
  const grants = await db.roleGrant.findMany({
    where: {
      role: 'companion',
      OR: [{ regencyCode: null }, { regencyCode: { in: [...regencyCodes] } }],
      user: { deactivatedAt: null },
    },
    select: { regencyCode: true, user: { select: { id: true, name: true } } },
    orderBy: { user: { name: 'asc' } },
  })
  return grants.map(({ regencyCode, user }) => ({ ...user, regencyCode }))
}
