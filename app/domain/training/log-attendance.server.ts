import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import type { Mark } from './attendance'
import { keepMarks, recordMarks, requireLoggable } from './attendance-writer.server'
import { decideMarks, type StandingMark, type WantedMark } from './marking'
import { type ListedPerson, nameList } from './name-list.server'

export type LogAttendance = {
  sessionId: string
  marks: WantedMark[]
  /** Marks everyone who has none yet, beside `marks`. */
  everyoneElse?: Mark | undefined
  /** The session's version the person saw; without it they are taken to have seen the latest. */
  seenVersion?: number | undefined
  /** Why, where a coordinator writes in the trainer's place. */
  reason?: string | undefined
}

export type Logged = { changed: number; version: number }

/**
 * Writes who came to a session; the same marks again change nothing. From the session's start, by its trainer, or by the
 * regency's coordinator with a reason. Refuses what `whyNotLoggable` says, `training.nobody_listed`,
 * `training.not_on_the_list` and `training.marked_meanwhile`, where somebody else marked a person since `seenVersion`.
 */
export async function logAttendance(
  actor: Actor,
  input: LogAttendance,
  at: Date,
  key?: string,
): Promise<Logged> {
  authorize(actor, 'attendance.write')
  return write(
    actor,
    async (tx, record) => {
      const session = await requireLoggable(tx, actor, input.sessionId, input.reason, at)
      const people = await nameList(tx, session.id)
      if (people.length === 0) refuse('training.nobody_listed')
      const { changes, overtaken } = decideMarks(
        standingOf(people),
        wantedOf(input, people),
        input.seenVersion,
        actor.userId,
      )
      if (overtaken[0]) await refuseOvertaken(tx, people, overtaken[0].enrolmentId)
      if (changes.length === 0) throw new NothingToKeep(session.version)
      const version = await keepMarks(tx, actor, session, changes, {
        reason: input.reason,
        at,
        heldAfter: true,
      })
      recordMarks(record, session, people, changes, version)
      return { changed: changes.length, version }
    },
    { key, form: 'attendance.log', at },
  ).catch((error: unknown) => {
    if (error instanceof NothingToKeep) return { changed: 0, version: error.version }
    throw error
  })
}

/** Leaves the write door without a trace: every mark stood already. */
class NothingToKeep extends Error {
  constructor(readonly version: number) {
    super('every mark stood already')
  }
}

function standingOf(people: readonly ListedPerson[]): Map<string, StandingMark> {
  const standing = new Map<string, StandingMark>()
  for (const { enrolmentId, mark, version, markedBy } of people)
    if (mark && version !== null && markedBy) standing.set(enrolmentId, { mark, version, markedBy })
  return standing
}

function wantedOf(input: LogAttendance, people: readonly ListedPerson[]): WantedMark[] {
  const listed = new Set(people.map((person) => person.enrolmentId))
  if (input.marks.some((one) => !listed.has(one.enrolmentId))) refuse('training.not_on_the_list')
  const named = new Map(input.marks.map((one) => [one.enrolmentId, one]))
  const { everyoneElse } = input
  if (everyoneElse)
    for (const person of people)
      if (!person.mark && !named.has(person.enrolmentId))
        named.set(person.enrolmentId, { enrolmentId: person.enrolmentId, mark: everyoneElse })
  return [...named.values()]
}

async function refuseOvertaken(
  tx: Transaction,
  people: readonly ListedPerson[],
  enrolmentId: string,
): Promise<never> {
  const person = people.find((one) => one.enrolmentId === enrolmentId)
  const marker = person?.markedBy
    ? await tx.userAccount.findUnique({ where: { id: person.markedBy }, select: { name: true } })
    : null
  refuse('training.marked_meanwhile', { name: person?.name ?? '', marker: marker?.name ?? '' })
}
