import { type AttendanceRule, type Marks, reachesRequirement, type Tally, tallyOf } from './attendance'
import { reasonNotPassed } from './cohort'

export type Outcome = 'passed' | 'not_passed' | 'left'

export type OutcomeOfPerson = { outcome: Outcome; tally: Tally; reason: string | null }

/** How a person's enrolment ends when the cohort closes: by the requirement, or `left` where they are no longer in training. */
export function outcomeOf(person: { status: string; marks: Marks }, rule: AttendanceRule): OutcomeOfPerson {
  const tally = tallyOf(person.marks, rule)
  if (person.status !== 'training') return { outcome: 'left', tally, reason: null }
  if (reachesRequirement(tally, rule)) return { outcome: 'passed', tally, reason: null }
  return { outcome: 'not_passed', tally, reason: reasonNotPassed(tally, rule.requirementPercent) }
}
