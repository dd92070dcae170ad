import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { dateOf } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { requireTrainers } from './trainers.server'

export type CohortInput = {
  name: string
  venue: string
  capacity: number
  sectorCode?: string | undefined
  trainerIds: string[]
  startsOn: string
  endsOn: string
}

export type CreateCohort = CohortInput & { programmeId: string; regencyCode: string }

/**
 * A new cohort of a regency. Refuses `not_allowed`, `training.programme_not_open`, `training.sector_not_offered`,
 * `training.not_a_trainer`.
 */
export async function createCohort(
  actor: Actor,
  input: CreateCohort,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'cohort.write', input.regencyCode)
  return write(
    actor,
    async (tx, record) => {
      const programme = await tx.programme.findUnique({
        where: { id: input.programmeId },
        select: { status: true, sectors: { select: { sectorCode: true } } },
      })
      if (programme?.status !== 'open') refuse('training.programme_not_open')
      if (input.sectorCode && !programme.sectors.some((sector) => sector.sectorCode === input.sectorCode))
        refuse('training.sector_not_offered', {}, { kind: 'invalid', field: 'sectorCode' })
      await requireTrainers(tx, input.regencyCode, input.trainerIds)
      const cohort = await tx.cohort.create({
        data: {
          programmeId: input.programmeId,
          regencyCode: input.regencyCode,
          name: input.name,
          venue: input.venue,
          capacity: input.capacity,
          sectorCode: input.sectorCode ?? null,
          startsOn: dateOf(input.startsOn),
          endsOn: dateOf(input.endsOn),
          createdBy: actor.userId,
          createdAt: at,
        },
        select: { id: true },
      })
      await tx.cohortTrainer.createMany({
        data: input.trainerIds.map((userId) => ({ cohortId: cohort.id, userId })),
      })
      record({
        kind: 'cohort.created',
        subject: { type: 'cohort', id: cohort.id },
        programmeId: input.programmeId,
        regencyCode: input.regencyCode,
        facts: {
          name: input.name,
          venue: input.venue,
          capacity: input.capacity,
          sector: input.sectorCode ?? null,
          trainers: input.trainerIds,
          startsOn: input.startsOn,
          endsOn: input.endsOn,
        },
      })
      return cohort
    },
    { key, form: 'cohort.create', at },
  )
}
