export const MARKS = ['present', 'late', 'excused', 'sick', 'absent'] as const
export type Mark = (typeof MARKS)[number]

/** Marks that count as having come. */
const CAME = ['present', 'late'] as const satisfies readonly Mark[]
/** Marks that leave the denominator where the programme year says so. */
const EXCUSED = ['excused', 'sick'] as const satisfies readonly Mark[]

/** What a programme year asks of its trainees; it has no default, the year must state it. */
export type AttendanceRule = { requirementPercent: number; excusedLeaveDenominator: boolean }

/** A person's marks at the sessions held since they joined, oldest first; null where nobody marked them. */
export type Marks = readonly (Mark | null)[]

export type Tally = {
  /** Present or late. */
  attended: number
  /** Sessions that count: held since the person joined, less the excused ones where the rule says so. */
  counted: number
}

function came(mark: Mark | null): boolean {
  return (CAME as readonly (Mark | null)[]).includes(mark)
}

export function tallyOf(marks: Marks, rule: AttendanceRule): Tally {
  const excused = (mark: Mark | null) => (EXCUSED as readonly (Mark | null)[]).includes(mark)
  return {
    attended: marks.filter(came).length,
    counted: rule.excusedLeaveDenominator ? marks.filter((mark) => !excused(mark)).length : marks.length,
  }
}

/**
 * Whether attendance reaches the requirement: attended × 100 >= requirement × counted, in whole numbers, never rounded.
 * Nobody passes on no session at all. Source: the office's training rule, domain notes "Attendance that decides about money".
 */
export function reachesRequirement({ attended, counted }: Tally, rule: AttendanceRule): boolean {
  return counted > 0 && attended * 100 >= rule.requirementPercent * counted
}

/** The rate in whole percent for reading, rounded down so that it never shows a requirement reached that is not. */
export function ratePercent({ attended, counted }: Tally): number | null {
  return counted === 0 ? null : Math.floor((attended * 100) / counted)
}

const ABSENCES_IN_A_ROW = 3

/** Three absences one after another among the latest sessions, and still going on: somebody should ask after the person. */
export function isLosingTouch(marks: Marks): boolean {
  const latest = marks.slice(-ABSENCES_IN_A_ROW)
  return latest.length === ABSENCES_IN_A_ROW && latest.every((mark) => mark === 'absent')
}
