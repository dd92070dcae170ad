import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MARKS, type Mark } from './attendance'
import { decideMarks, type KeptMark, type StandingMark, UNDONE, undoLast } from './marking'

const standing = (entries: Record<string, StandingMark>) => new Map(Object.entries(entries))

describe('a mark wanted beside the one that stands', () => {
  it('changes nothing when it stands already', () => {
    const now = standing({ a: { mark: 'present', version: 9, markedBy: 'other' } })
    expect(decideMarks(now, [{ enrolmentId: 'a', mark: 'present' }], 1, 'me')).toEqual({
      changes: [],
      overtaken: [],
    })
  })
  it('is overtaken by what somebody else decided since', () => {
    const now = standing({ a: { mark: 'sick', version: 3, markedBy: 'other' } })
    const wanted = [{ enrolmentId: 'a', mark: 'absent' as const }]
    expect(decideMarks(now, wanted, 2, 'me').overtaken).toEqual(wanted)
    expect(decideMarks(now, wanted, 3, 'me').changes).toEqual(wanted)
    expect(decideMarks(now, wanted, undefined, 'me').changes).toEqual(wanted)
  })
  it('overwrites an own mark, seen or not', () => {
    const now = standing({ a: { mark: 'sick', version: 3, markedBy: 'me' } })
    expect(decideMarks(now, [{ enrolmentId: 'a', mark: 'late' }], 1, 'me').changes).toHaveLength(1)
  })
})

/** A session as simply as it can be told: every write is a whole copy of the list. */
type Step =
  | { by: string; seen: number; marks: Record<string, Mark>; undo?: undefined }
  | { by: string; seen: number; undo: true }

const people = ['a', 'b', 'c', 'd']
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constantFrom('trainer', 'second', 'coordinator'),
      seen: fc.nat(12),
      marks: fc.dictionary(fc.constantFrom(...people), fc.constantFrom(...MARKS), { minKeys: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constantFrom('trainer', 'second'),
      seen: fc.nat(12),
      undo: fc.constant(true as const),
    }),
  },
)

type Cell = { mark: Mark; version: number; by: string }

function model(steps: readonly Step[]): Record<string, Mark> {
  const versions: Record<string, Cell>[] = [{}]
  let undoable: string | null = null
  for (const one of steps) {
    const now = versions.at(-1) ?? {}
    if (one.undo) {
      if (undoable !== one.by) continue
      const before = versions.at(-2) ?? {}
      const next: Record<string, Cell> = {}
      for (const [person, cell] of Object.entries(before))
        next[person] = now[person] === cell ? cell : { ...cell, version: versions.length, by: one.by }
      versions.push(next)
      undoable = null
      continue
    }
    const seen = Math.min(one.seen, versions.length - 1)
    const entries = Object.entries(one.marks).filter(([person, mark]) => now[person]?.mark !== mark)
    const late = entries.some(([person]) => {
      const cell = now[person]
      return cell !== undefined && cell.version > seen && cell.by !== one.by
    })
    if (late || entries.length === 0) continue
    const next = { ...now }
    for (const [person, mark] of entries) next[person] = { mark, version: versions.length, by: one.by }
    versions.push(next)
    undoable = one.by
  }
  return Object.fromEntries(
    Object.entries(versions.at(-1) ?? {}).map(([person, cell]) => [person, cell.mark]),
  )
}

function played(steps: readonly Step[]): Record<string, Mark> {
  const now = new Map<string, StandingMark>()
  const history: KeptMark[] = []
  let version = 0
  const keep = (by: string, marks: { enrolmentId: string; mark: Mark | null }[], reason: string | null) => {
    version += 1
    for (const { enrolmentId, mark } of marks) {
      if (mark === null) now.delete(enrolmentId)
      else now.set(enrolmentId, { mark, version, markedBy: by })
      history.push({ enrolmentId, mark, sessionVersion: version, markedBy: by, reason })
    }
  }
  for (const one of steps) {
    if (one.undo) {
      const marks = undoLast(history, one.by)
      if (marks) keep(one.by, marks, UNDONE)
      continue
    }
    const wanted = Object.entries(one.marks).map(([enrolmentId, mark]) => ({ enrolmentId, mark }))
    const { changes, overtaken } = decideMarks(now, wanted, Math.min(one.seen, version), one.by)
    if (overtaken.length === 0 && changes.length > 0) keep(one.by, changes, null)
  }
  return Object.fromEntries([...now].map(([person, { mark }]) => [person, mark]))
}

describe('attendance decided by several people', () => {
  it('ends as the model says, in every order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        expect(played(steps)).toEqual(model(steps))
      }),
      { numRuns: 500 },
    )
  })
  it('never loses a decision from the history', () => {
    const history: KeptMark[] = [
      { enrolmentId: 'a', mark: 'present', sessionVersion: 1, markedBy: 'me', reason: null },
      { enrolmentId: 'a', mark: 'sick', sessionVersion: 2, markedBy: 'me', reason: null },
    ]
    expect(undoLast(history, 'me')).toEqual([{ enrolmentId: 'a', mark: 'present' }])
    expect(undoLast(history, 'other')).toBeNull()
    expect(
      undoLast(
        [
          ...history,
          { enrolmentId: 'a', mark: 'present', sessionVersion: 3, markedBy: 'me', reason: UNDONE },
        ],
        'me',
      ),
    ).toBeNull()
    expect(undoLast([], 'me')).toBeNull()
  })
})
