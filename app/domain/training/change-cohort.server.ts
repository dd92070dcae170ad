import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { dateOf } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import type { CohortInput } from './create-cohort.server'
import { requireOpenCohort } from './reach.server'
import { requireTrainers } from './trainers.server'

export type ChangeCohort = CohortInput & { cohortId: string; version: number }

/**
 * Changes an open cohort. Refuses `training.cohort_closed`, `training.capacity_below_people`, `training.sector_not_offered`,
 * `training.not_a_trainer`, `training.trainer_has_sessions`, `training.sessions_outside_dates`, `changed_meanwhile`.
 */
export async function changeCohort(
  actor: Actor,
  input: ChangeCohort,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'cohort.write')
  return write(
    actor,
    async (tx, record) => {
      const cohort = await requireOpenCohort(tx, actor, 'cohort.write', input.cohortId)
      await requireFitting(tx, cohort, input)
      await requireTrainers(tx, cohort.regencyCode, input.trainerIds)
      const values = {
        name: input.name,
        venue: input.venue,
        capacity: input.capacity,
        sectorCode: input.sectorCode ?? null,
        startsOn: dateOf(input.startsOn),
        endsOn: dateOf(input.endsOn),
      }
      const { count } = await tx.cohort.updateMany({
        where: { id: cohort.id, status: 'open', version: input.version },
        data: { ...values, version: { increment: 1 } },
      })
      if (count !== 1) refuse('changed_meanwhile')
      await tx.cohortTrainer.deleteMany({ where: { cohortId: cohort.id } })
      await tx.cohortTrainer.createMany({
        data: input.trainerIds.map((userId) => ({ cohortId: cohort.id, userId })),
      })
      record({
        kind: 'cohort.changed',
        subject: { type: 'cohort', id: cohort.id },
        programmeId: cohort.programmeId,
        regencyCode: cohort.regencyCode,
        facts: {
          name: input.name,
          venue: input.venue,
          capacity: input.capacity,
          capacityBefore: cohort.capacity,
          sector: input.sectorCode ?? null,
          trainers: input.trainerIds,
          startsOn: input.startsOn,
          endsOn: input.endsOn,
        },
      })
      return { id: cohort.id }
    },
    { key, form: 'cohort.change', at },
  )
}

async function requireFitting(
  tx: Transaction,
  cohort: { id: string; programmeId: string; sectorCode: string | null },
  input: ChangeCohort,
): Promise<void> {
  const seated = await tx.enrolment.count({
    where: { cohortId: cohort.id, OR: [{ outcome: null }, { outcome: { not: 'left' } }] },
  })
  if (seated > input.capacity)
    refuse('training.capacity_below_people', { people: seated }, { kind: 'invalid', field: 'capacity' })
  if (input.sectorCode && input.sectorCode !== cohort.sectorCode) {
    const offered = await tx.programmeSector.count({
      where: { programmeId: cohort.programmeId, sectorCode: input.sectorCode },
    })
    if (offered === 0) refuse('training.sector_not_offered', {}, { kind: 'invalid', field: 'sectorCode' })
  }
  const sessions = await tx.$queryRaw<{ name: string; outside: boolean; trainer_id: string }[]>`
    SELECT u.name, s.trainer_id, (s.starts_at AT TIME ZONE 'Asia/Makassar')::date NOT BETWEEN ${input.startsOn}::date AND ${input.endsOn}::date AS outside
    FROM training_session s JOIN user_account u ON u.id = s.trainer_id
    WHERE s.cohort_id = ${cohort.id}::uuid AND s.status <> 'cancelled'`
  const left = sessions.find((session) => !input.trainerIds.includes(session.trainer_id))
  if (left)
    refuse('training.trainer_has_sessions', { trainer: left.name }, { kind: 'invalid', field: 'trainerIds' })
  const outside = sessions.filter((session) => session.outside).length
  if (outside > 0)
    refuse('training.sessions_outside_dates', { n: outside }, { kind: 'invalid', field: 'endsOn' })
}
