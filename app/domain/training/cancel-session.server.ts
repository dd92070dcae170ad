import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { requirePlannedSession } from './session-in-cohort.server'

export type CancelSession = { sessionId: string; reason: string; version: number }

/** Cancels a planned session; it counts for nobody. Refuses `training.cohort_closed`, `training.session_fixed`, `changed_meanwhile`. */
export async function cancelSession(
  actor: Actor,
  input: CancelSession,
  at: Date,
  key?: string,
): Promise<{ id: string; cohortId: string }> {
  authorize(actor, 'cohort.write')
  return write(
    actor,
    async (tx, record) => {
      const { session, cohort } = await requirePlannedSession(tx, actor, input.sessionId)
      const { count } = await tx.trainingSession.updateMany({
        where: { id: session.id, status: 'planned', version: input.version },
        data: { status: 'cancelled', version: { increment: 1 } },
      })
      if (count !== 1) refuse('changed_meanwhile')
      record({
        kind: 'session.cancelled',
        subject: { type: 'session', id: session.id },
        programmeId: cohort.programmeId,
        regencyCode: cohort.regencyCode,
        facts: { cohort: cohort.id, startsAt: session.startsAt.toISOString(), reason: input.reason },
      })
      return { id: session.id, cohortId: cohort.id }
    },
    { key, form: 'session.cancel', at },
  )
}
