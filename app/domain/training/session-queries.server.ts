import type { Actor } from '~/domain/shared/actor'
import { dateOf } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import type { Mark } from './attendance'
import { type Clash, findClashes } from './clashes.server'
import { undoLast } from './marking'
import { nameList } from './name-list.server'
import { coordinates, requireCohort } from './reach.server'
import { daysOf, meetingOn } from './schedule'
import { type SessionState, sessionState } from './session'
import type { ScheduleInput } from './session.form.server'
import { requirePlannedSession } from './session-in-cohort.server'
import type { Trainer } from './trainers.server'

export type SessionRow = {
  id: string
  cohortId: string
  cohort: string
  topic: string
  venue: string
  trainer: string
  startsAt: Date
  endsAt: Date
  state: SessionState
  status: string
  listed: number
  marked: number
  came: number
}

type Counted = Omit<SessionRow, 'state'>

async function sessionsWhere(scope: {
  cohortId?: string
  trainerId?: string
  to?: Date
  at: Date
  onlyToLog?: boolean
}): Promise<SessionRow[]> {
  const rows = await db.$queryRaw<Counted[]>`
    SELECT s.id, s.cohort_id AS "cohortId", c.name AS cohort, s.topic, s.venue, u.name AS trainer, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.status,
      n.listed, n.marked, n.came
    FROM training_session s JOIN cohort c ON c.id = s.cohort_id JOIN user_account u ON u.id = s.trainer_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS listed, count(a.mark)::int AS marked, count(*) FILTER (WHERE a.mark IN ('present', 'late'))::int AS came
      FROM enrolment e JOIN beneficiary b ON b.id = e.beneficiary_id LEFT JOIN attendance a ON a.session_id = s.id AND a.enrolment_id = e.id
      WHERE e.cohort_id = s.cohort_id AND e.enrolled_at <= s.starts_at AND (e.ended_at IS NULL OR e.ended_at > s.starts_at)
        AND NOT (b.status IN ('withdrawn', 'replaced', 'deceased') AND b.status_since <= s.starts_at)) n
    WHERE (${scope.cohortId ?? null}::uuid IS NULL OR s.cohort_id = ${scope.cohortId ?? null}::uuid)
      AND (${scope.trainerId ?? null}::uuid IS NULL OR (s.status <> 'cancelled' AND c.status = 'open'
        AND EXISTS (SELECT 1 FROM cohort_trainer t WHERE t.cohort_id = c.id AND t.user_id = ${scope.trainerId ?? null}::uuid)))
      AND (${scope.to ?? null}::timestamptz IS NULL OR s.starts_at < ${scope.to ?? null})
      AND (${scope.onlyToLog ?? false} = false OR n.marked < n.listed)
    ORDER BY s.starts_at, s.id`
  return rows.map((row) => ({
    ...row,
    state: sessionState({ ...row, unmarked: row.listed - row.marked }, scope.at),
  }))
}

/** The schedule of a cohort, first session first. */
export async function listSessions(actor: Actor, cohortId: string, at: Date): Promise<SessionRow[]> {
  const cohort = await requireCohort(db, actor, 'cohort.read', cohortId)
  return sessionsWhere({ cohortId: cohort.id, at })
}

const DAY_MS = 86_400_000

/**
 * A trainer's own day: sessions that began and still lack somebody's mark, oldest first, and those to come in the next
 * two weeks. Empty for whoever trains no cohort.
 */
export async function trainerDay(
  actor: Actor,
  at: Date,
): Promise<{ toLog: SessionRow[]; ahead: SessionRow[] }> {
  authorize(actor, 'cohort.read')
  const rows = await sessionsWhere({
    trainerId: actor.userId,
    to: new Date(at.getTime() + 14 * DAY_MS),
    at,
    onlyToLog: true,
  })
  return {
    toLog: rows.filter((row) => row.state === 'to_log'),
    ahead: rows.filter((row) => row.state === 'ahead'),
  }
}

/** A session with its name list and what the actor may do there. */
export async function getSession(actor: Actor, sessionId: string, at: Date) {
  authorize(actor, 'attendance.read')
  const session = await db.trainingSession.findUnique({ where: { id: sessionId } })
  if (!session) refuse('not_found')
  const cohort = await requireCohort(db, actor, 'attendance.read', session.cohortId)
  const [people, trainer, own, history] = await Promise.all([
    nameList(db, session.id),
    db.userAccount.findUnique({ where: { id: session.trainerId }, select: { name: true } }),
    db.cohortTrainer.count({ where: { cohortId: cohort.id, userId: actor.userId } }),
    db.attendanceMark.findMany({
      where: { sessionId: session.id },
      select: { enrolmentId: true, mark: true, sessionVersion: true, markedBy: true, reason: true },
    }),
  ])
  const isTrainer = own > 0 && actor.roles.some((held) => held.role === 'trainer')
  const mayLog = isTrainer || coordinates(actor, cohort.regencyCode)
  const undo = undoLast(
    history.map((kept) => ({ ...kept, mark: kept.mark as Mark | null })),
    actor.userId,
  )
  const unmarked = people.filter((person) => person.mark === null).length
  return {
    ...session,
    cohort: { id: cohort.id, name: cohort.name, status: cohort.status, regencyCode: cohort.regencyCode },
    trainer: trainer?.name ?? '',
    people,
    state: sessionState({ ...session, unmarked }, at),
    started: session.startsAt <= at,
    mayLog: mayLog && cohort.status === 'open' && session.status !== 'cancelled' && session.startsAt <= at,
    mayWrite:
      coordinates(actor, cohort.regencyCode) && cohort.status === 'open' && session.status === 'planned',
    needsReason: mayLog && !isTrainer,
    mayUndo: mayLog && undo !== null && cohort.status === 'open',
  }
}

export type PreviewedSession = { day: string; clashes: Clash[]; inside: boolean }

/** The sessions that a schedule would make, each with what stands in its way. */
export async function previewSessions(
  actor: Actor,
  cohortId: string,
  input: ScheduleInput,
): Promise<PreviewedSession[]> {
  const cohort = await requireCohort(db, actor, 'cohort.write', cohortId)
  const days = daysOf(input)
  const meetings = days.map((day) => ({
    ...meetingOn(day, input.startTime, input.endTime),
    trainerId: input.trainerId,
    venue: input.venue,
  }))
  const clashes = meetings.length > 0 ? await findClashes(db, meetings) : []
  return days.map((day, index) => {
    const date = dateOf(day)
    return {
      day,
      clashes: clashes.filter((clash) => clash.index === index + 1),
      inside: date >= cohort.startsOn && date <= cohort.endsOn,
    }
  })
}

/** A planned session with its cohort and the cohort's trainers, for changing or cancelling it. */
export async function getSessionToChange(actor: Actor, sessionId: string) {
  authorize(actor, 'cohort.write')
  const { session, cohort } = await requirePlannedSession(db, actor, sessionId)
  const trainers = await db.$queryRaw<Trainer[]>`
    SELECT u.id, u.name FROM cohort_trainer t JOIN user_account u ON u.id = t.user_id
    WHERE t.cohort_id = ${cohort.id}::uuid ORDER BY u.name`
  return { session, cohort: { id: cohort.id, name: cohort.name }, trainers }
}
