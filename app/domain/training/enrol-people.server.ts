import { type Transaction, write } from '~/domain/audit/write.server'
import type { BeneficiaryStatus } from '~/domain/beneficiary/lifecycle'
import { moveBeneficiaries } from '~/domain/beneficiary/move-beneficiary.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { whyNotEnrollable } from './cohort'
import { requireOpenCohort } from './reach.server'

export type EnrolPeople = { cohortId: string; beneficiaryIds: string[] }

/**
 * Gives people seats in an open cohort and moves them to `training`: all of them, or none. Refuses `nothing_selected`,
 * `training.cohort_closed`, `training.cohort_full`, `not_found`, and whoever may not join by name (`whyNotEnrollable`).
 */
export async function enrolPeople(
  actor: Actor,
  input: EnrolPeople,
  at: Date,
  key?: string,
): Promise<{ enrolled: number }> {
  authorize(actor, 'cohort.write')
  const ids = [...new Set(input.beneficiaryIds)]
  if (ids.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const cohort = await requireOpenCohort(tx, actor, 'cohort.write', input.cohortId)
      const people = await peopleToEnrol(tx, ids, cohort)
      await requireSeats(tx, cohort, people.length)
      await moveBeneficiaries(
        tx,
        record,
        actor,
        people.map((person) => ({
          beneficiaryId: person.id,
          from: person.status as BeneficiaryStatus,
          to: 'training',
        })),
        at,
      )
      await tx.$executeRaw`UPDATE beneficiary SET cohort_id = ${cohort.id}::uuid WHERE id = ANY(${ids}::uuid[])`
      const enrolments = await tx.$queryRaw<{ id: string; beneficiary_id: string }[]>`
        INSERT INTO enrolment (id, cohort_id, beneficiary_id, enrolled_at, enrolled_by)
        SELECT gen_random_uuid(), ${cohort.id}::uuid, id, ${at}, ${actor.userId}::uuid FROM unnest(${ids}::uuid[]) AS b (id)
        RETURNING id, beneficiary_id`
      record.many(
        enrolments.map((enrolment) => ({
          kind: 'enrolment.added' as const,
          subject: { type: 'enrolment' as const, id: enrolment.id },
          beneficiaryId: enrolment.beneficiary_id,
          programmeId: cohort.programmeId,
          regencyCode: cohort.regencyCode,
          facts: { cohort: cohort.id },
        })),
      )
      return { enrolled: enrolments.length }
    },
    { key, form: 'enrolment.add', at },
  )
}

async function peopleToEnrol(
  tx: Transaction,
  ids: string[],
  cohort: { regencyCode: string; programmeId: string },
) {
  const people = await tx.beneficiary.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, status: true, regencyCode: true, programmeId: true, onHold: true },
  })
  if (people.length !== ids.length) refuse('not_found')
  for (const person of people) {
    const refusal = whyNotEnrollable(person, cohort)
    if (refusal === 'training.person_other_regency' || refusal === 'training.person_other_programme')
      refuse('not_found')
    if (refusal) refuse(refusal, { name: person.name })
  }
  return people
}

async function requireSeats(
  tx: Transaction,
  cohort: { id: string; name: string; capacity: number },
  wanted: number,
): Promise<void> {
  const taken = await tx.enrolment.count({
    where: { cohortId: cohort.id, OR: [{ outcome: null }, { outcome: { not: 'left' } }] },
  })
  const free = Math.max(0, cohort.capacity - taken)
  if (wanted > free) refuse('training.cohort_full', { cohort: cohort.name, free, wanted })
}
