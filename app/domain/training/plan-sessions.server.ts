import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { type PlannedMeeting, requireNoClash } from './clashes.server'
import { requireOpenCohort } from './reach.server'
import { requireInCohort } from './session-in-cohort.server'

export type PlanSessions = { cohortId: string; sessions: (PlannedMeeting & { topic: string })[] }

/**
 * Puts sessions on a cohort's schedule, all or none. Refuses `training.cohort_closed`, `training.no_session_chosen`,
 * `training.outside_cohort_dates`, `training.not_its_trainer`, `training.own_overlap`, `training.trainer_busy`, `training.venue_busy`.
 */
export async function planSessions(
  actor: Actor,
  input: PlanSessions,
  at: Date,
  key?: string,
): Promise<{ ids: string[] }> {
  authorize(actor, 'cohort.write')
  return write(
    actor,
    async (tx, record) => {
      const cohort = await requireOpenCohort(tx, actor, 'cohort.write', input.cohortId)
      if (input.sessions.length === 0) refuse('training.no_session_chosen', {}, { kind: 'invalid' })
      await requireInCohort(tx, cohort, input.sessions)
      await requireNoClash(tx, input.sessions)
      const kept = await tx.trainingSession.createManyAndReturn({
        data: input.sessions.map(({ trainerId, venue, topic, startsAt, endsAt }) => ({
          cohortId: cohort.id,
          trainerId,
          venue,
          topic,
          startsAt,
          endsAt,
        })),
        select: { id: true, trainerId: true, venue: true, startsAt: true, endsAt: true },
      })
      record.many(
        kept.map((session) => ({
          kind: 'session.planned' as const,
          subject: { type: 'session' as const, id: session.id },
          programmeId: cohort.programmeId,
          regencyCode: cohort.regencyCode,
          facts: {
            cohort: cohort.id,
            trainer: session.trainerId,
            venue: session.venue,
            startsAt: session.startsAt.toISOString(),
            endsAt: session.endsAt.toISOString(),
          },
        })),
      )
      return { ids: kept.map((session) => session.id) }
    },
    { key, form: 'session.plan', at },
  )
}
