import type { Mark } from './attendance'

/** The mark that stands for a person at a session, with the version the session had got when it was decided. */
export type StandingMark = { mark: Mark; version: number; markedBy: string }

export type WantedMark = { enrolmentId: string; mark: Mark }

/**
 * What wanted marks change. A mark that stands already changes nothing. A mark that somebody else decided after the
 * version this person had seen is never overwritten unseen: it comes back as overtaken, and nothing may be kept.
 * Without `seenVersion` the person is taken to have seen everything.
 */
export function decideMarks(
  standing: ReadonlyMap<string, StandingMark>,
  wanted: readonly WantedMark[],
  seenVersion: number | undefined,
  decider: string,
): { changes: WantedMark[]; overtaken: WantedMark[] } {
  const changes: WantedMark[] = []
  const overtaken: WantedMark[] = []
  for (const one of wanted) {
    const now = standing.get(one.enrolmentId)
    if (now?.mark === one.mark) continue
    const unseen =
      now !== undefined && seenVersion !== undefined && now.version > seenVersion && now.markedBy !== decider
    if (unseen) overtaken.push(one)
    else changes.push(one)
  }
  return { changes, overtaken }
}

/** One decision about one mark, as the history keeps it; `null` takes the mark back. */
export type KeptMark = {
  enrolmentId: string
  mark: Mark | null
  sessionVersion: number
  markedBy: string
  reason: string | null
}

export const UNDONE = 'undo'

/**
 * The marks that stood before the last decision about a session, or nothing where there is none to undo: only the
 * person who decided last may undo it, and an undo is not undone.
 */
export function undoLast(
  history: readonly KeptMark[],
  decider: string,
): { enrolmentId: string; mark: Mark | null }[] | null {
  const last = Math.max(0, ...history.map((kept) => kept.sessionVersion))
  const decided = history.filter((kept) => kept.sessionVersion === last)
  const [first] = decided
  if (!first || first.markedBy !== decider || first.reason === UNDONE) return null
  return decided.map(({ enrolmentId }) => {
    const before = history
      .filter((kept) => kept.enrolmentId === enrolmentId && kept.sessionVersion < last)
      .sort((a, b) => b.sessionVersion - a.sessionVersion)[0]
    return { enrolmentId, mark: before?.mark ?? null }
  })
}
