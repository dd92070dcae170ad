import type { Recorder, Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { MARKS, type Mark } from './attendance'
import type { ListedPerson } from './name-list.server'
import { coordinates } from './reach.server'
import { whyNotLoggable } from './session'

export type SessionToLog = {
  id: string
  version: number
  status: string
  startsAt: Date
  cohort: { id: string; name: string; status: string; regencyCode: string; programmeId: string }
  isTrainer: boolean
}

/** A session whose attendance the actor may write now. Refuses what `whyNotLoggable` says. */
export async function requireLoggable(
  tx: Transaction,
  actor: Actor,
  sessionId: string,
  reason: string | undefined,
  at: Date,
): Promise<SessionToLog> {
  const session = await tx.trainingSession.findUnique({ where: { id: sessionId } })
  if (!session) refuse('not_found')
  const cohort = await tx.cohort.findUniqueOrThrow({ where: { id: session.cohortId } })
  const own = await tx.cohortTrainer.count({ where: { cohortId: cohort.id, userId: actor.userId } })
  const isTrainer =
    actor.roles.some((held) => held.role === 'trainer') && (own > 0 || session.trainerId === actor.userId)
  const refusal = whyNotLoggable({
    cohortStatus: cohort.status,
    sessionStatus: session.status,
    startsAt: session.startsAt,
    at,
    isTrainer,
    isCoordinator: coordinates(actor, cohort.regencyCode),
    reason,
  })
  if (refusal === 'training.reason_needed') refuse(refusal, {}, { kind: 'invalid', field: 'reason' })
  if (refusal) refuse(refusal, { cohort: cohort.name })
  return {
    id: session.id,
    version: session.version,
    status: session.status,
    startsAt: session.startsAt,
    cohort,
    isTrainer,
  }
}

export type MarkToKeep = { enrolmentId: string; mark: Mark | null }

/** Keeps marks: the one that stands and its line in the history, under the session's next version. */
export async function keepMarks(
  tx: Transaction,
  actor: Actor,
  session: SessionToLog,
  marks: readonly MarkToKeep[],
  options: { reason: string | undefined; at: Date; heldAfter: boolean },
): Promise<number> {
  const version = session.version + 1
  const { count } = await tx.trainingSession.updateMany({
    where: { id: session.id, version: session.version, status: { not: 'cancelled' } },
    data: { status: options.heldAfter ? 'held' : 'planned', version },
  })
  if (count !== 1) refuse('changed_meanwhile')
  const set = marks.filter((one) => one.mark !== null)
  const cleared = marks.filter((one) => one.mark === null).map((one) => one.enrolmentId)
  if (cleared.length > 0)
    await tx.attendance.deleteMany({ where: { sessionId: session.id, enrolmentId: { in: cleared } } })
  await tx.$executeRaw`
    INSERT INTO attendance (session_id, enrolment_id, mark, marked_by, marked_at, version)
    SELECT ${session.id}::uuid, enrolment_id, mark, ${actor.userId}::uuid, ${options.at}, ${version}::int
    FROM unnest(${set.map((one) => one.enrolmentId)}::uuid[], ${set.map((one) => one.mark)}::text[]) AS m (enrolment_id, mark)
    ON CONFLICT (session_id, enrolment_id) DO UPDATE
      SET mark = EXCLUDED.mark, marked_by = EXCLUDED.marked_by, marked_at = EXCLUDED.marked_at, version = EXCLUDED.version`
  await tx.$executeRaw`
    INSERT INTO attendance_mark (session_id, enrolment_id, mark, marked_by, marked_at, reason, session_version)
    SELECT ${session.id}::uuid, enrolment_id, mark, ${actor.userId}::uuid, ${options.at}, ${options.reason ?? null}, ${version}::int
    FROM unnest(${marks.map((one) => one.enrolmentId)}::uuid[], ${marks.map((one) => one.mark)}::text[]) AS m (enrolment_id, mark)`
  return version
}

/** The events of kept marks: one of the session, and one of each person whose standing mark became another. */
export function recordMarks(
  record: Recorder,
  session: SessionToLog,
  people: readonly ListedPerson[],
  marks: readonly MarkToKeep[],
  version: number,
): void {
  const place = { programmeId: session.cohort.programmeId, regencyCode: session.cohort.regencyCode }
  const counts = Object.fromEntries(
    MARKS.map((mark) => [mark, marks.filter((one) => one.mark === mark).length]),
  )
  record({
    kind: 'attendance.logged',
    subject: { type: 'session', id: session.id },
    ...place,
    facts: {
      cohort: session.cohort.id,
      version,
      marks: marks.length,
      byTrainer: session.isTrainer,
      ...counts,
    },
  })
  const before = new Map(people.map((person) => [person.enrolmentId, person]))
  record.many(
    marks.flatMap((one) => {
      const person = before.get(one.enrolmentId)
      if (!person?.mark) return []
      return [
        {
          kind: 'attendance.corrected' as const,
          subject: { type: 'enrolment' as const, id: one.enrolmentId },
          beneficiaryId: person.beneficiaryId,
          ...place,
          facts: { session: session.id, from: person.mark, to: one.mark, version },
        },
      ]
    }),
  )
}
