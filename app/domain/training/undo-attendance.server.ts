import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import type { Mark } from './attendance'
import { keepMarks, recordMarks, requireLoggable } from './attendance-writer.server'
import type { Logged } from './log-attendance.server'
import { UNDONE, undoLast } from './marking'
import { nameList } from './name-list.server'

export type UndoAttendance = { sessionId: string; seenVersion: number }

/**
 * Takes back the last decision about a session's marks: what stood before stands again, and both stay in the history.
 * Only whoever decided last may undo it. Refuses `training.nothing_to_undo`, `changed_meanwhile`, and what `whyNotLoggable` says.
 */
export async function undoAttendance(
  actor: Actor,
  input: UndoAttendance,
  at: Date,
  key?: string,
): Promise<Logged> {
  authorize(actor, 'attendance.write')
  return write(
    actor,
    async (tx, record) => {
      const session = await requireLoggable(tx, actor, input.sessionId, UNDONE, at)
      if (session.version !== input.seenVersion) refuse('changed_meanwhile')
      const history = await tx.attendanceMark.findMany({
        where: { sessionId: session.id },
        select: { enrolmentId: true, mark: true, sessionVersion: true, markedBy: true, reason: true },
      })
      const marks = undoLast(
        history.map((kept) => ({ ...kept, mark: kept.mark as Mark | null })),
        actor.userId,
      )
      if (!marks) refuse('training.nothing_to_undo')
      const people = await nameList(tx, session.id)
      const taken = new Set(marks.filter((one) => one.mark === null).map((one) => one.enrolmentId))
      const heldAfter = people.some((person) => person.mark !== null && !taken.has(person.enrolmentId))
      const version = await keepMarks(tx, actor, session, marks, { reason: UNDONE, at, heldAfter })
      recordMarks(record, session, people, marks, version)
      return { changed: marks.length, version }
    },
    { key, form: 'attendance.undo', at },
  )
}
