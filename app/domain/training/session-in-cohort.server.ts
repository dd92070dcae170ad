import type { Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import type { PlannedMeeting } from './clashes.server'
import { requireOpenCohort } from './reach.server'
import { timeOf } from './schedule'

/** Refuses `training.outside_cohort_dates`, `training.not_its_trainer` and `training.ends_before_start`. */
export async function requireInCohort(
  tx: Transaction,
  cohort: { id: string; startsOn: Date; endsOn: Date },
  meetings: readonly PlannedMeeting[],
): Promise<void> {
  const trainers = await tx.cohortTrainer.findMany({
    where: { cohortId: cohort.id },
    select: { userId: true },
  })
  const known = new Set(trainers.map((trainer) => trainer.userId))
  if (meetings.some((meeting) => !known.has(meeting.trainerId)))
    refuse('training.not_its_trainer', {}, { kind: 'invalid', field: 'trainerId' })
  if (meetings.some((meeting) => meeting.endsAt <= meeting.startsAt))
    refuse('training.ends_before_start', {}, { kind: 'invalid', field: 'endTime' })
  const outside = meetings.find((meeting) => {
    const day = new Date(`${officeDay(meeting.startsAt)}T00:00:00Z`)
    return day < cohort.startsOn || day > cohort.endsOn
  })
  if (outside) refuse('training.outside_cohort_dates', { when: timeOf(outside) }, { kind: 'invalid' })
}

function officeDay(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** A session of an open cohort that may still change. Refuses `not_found`, `training.cohort_closed`, `training.session_fixed`. */
export async function requirePlannedSession(
  tx: Pick<Transaction, 'trainingSession' | 'cohort' | 'cohortTrainer'>,
  actor: Actor,
  sessionId: string,
) {
  const session = await tx.trainingSession.findUnique({ where: { id: sessionId } })
  if (!session) refuse('not_found')
  const cohort = await requireOpenCohort(tx, actor, 'cohort.write', session.cohortId)
  if (session.status !== 'planned') refuse('training.session_fixed')
  return { session, cohort }
}
