import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { type PlannedMeeting, requireNoClash } from './clashes.server'
import { requireInCohort, requirePlannedSession } from './session-in-cohort.server'

export type ChangeSession = PlannedMeeting & { sessionId: string; topic: string; version: number }

/**
 * Moves one planned session: time, venue, trainer or topic. Refuses `training.session_fixed` once it is held or cancelled,
 * what `planSessions` refuses, and `changed_meanwhile`.
 */
export async function changeSession(
  actor: Actor,
  input: ChangeSession,
  at: Date,
  key?: string,
): Promise<{ id: string; cohortId: string }> {
  authorize(actor, 'cohort.write')
  return write(
    actor,
    async (tx, record) => {
      const { session, cohort } = await requirePlannedSession(tx, actor, input.sessionId)
      const { trainerId, venue, topic, startsAt, endsAt } = input
      await requireInCohort(tx, cohort, [input])
      await requireNoClash(tx, [input], session.id)
      const { count } = await tx.trainingSession.updateMany({
        where: { id: session.id, status: 'planned', version: input.version },
        data: { trainerId, venue, topic, startsAt, endsAt, version: { increment: 1 } },
      })
      if (count !== 1) refuse('changed_meanwhile')
      record({
        kind: 'session.changed',
        subject: { type: 'session', id: session.id },
        programmeId: cohort.programmeId,
        regencyCode: cohort.regencyCode,
        facts: {
          cohort: cohort.id,
          trainer: trainerId,
          venue,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          startedAtBefore: session.startsAt.toISOString(),
          venueBefore: session.venue,
          trainerBefore: session.trainerId,
        },
      })
      return { id: session.id, cohortId: cohort.id }
    },
    { key, form: 'session.change', at },
  )
}
