import type { Transaction } from '~/domain/audit/write.server'
import { type AttendanceRule, type Mark, type Tally, tallyOf } from './attendance'

export type PersonMarks = {
  enrolmentId: string
  beneficiaryId: string
  name: string
  number: number
  status: string
  outcome: string | null
  outcomeReason: string | null
  enrolledAt: Date
  endedAt: Date | null
  /** At the sessions held since the person joined, oldest first. */
  marks: (Mark | null)[]
}

/** Everybody who was ever enrolled in the cohort, by name, with their marks at the sessions held since they joined. */
export function marksOfCohort(
  reader: Pick<Transaction, '$queryRaw'>,
  cohortId: string,
): Promise<PersonMarks[]> {
  return reader.$queryRaw<PersonMarks[]>`
    SELECT e.id AS "enrolmentId", b.id AS "beneficiaryId", b.name, b.number, b.status, e.outcome, e.outcome_reason AS "outcomeReason",
      e.enrolled_at AS "enrolledAt", e.ended_at AS "endedAt",
      coalesce((SELECT array_agg(a.mark ORDER BY s.starts_at) FROM training_session s
        LEFT JOIN attendance a ON a.session_id = s.id AND a.enrolment_id = e.id
        WHERE s.cohort_id = e.cohort_id AND s.status = 'held' AND s.starts_at >= e.enrolled_at
          AND (e.ended_at IS NULL OR s.starts_at < e.ended_at)), '{}') AS marks
    FROM enrolment e JOIN beneficiary b ON b.id = e.beneficiary_id
    WHERE e.cohort_id = ${cohortId}::uuid
    ORDER BY b.search_name, b.id`
}

export function ruleOf(programme: {
  attendancePercent: number
  excusedLeaveDenominator: boolean
}): AttendanceRule {
  return {
    requirementPercent: programme.attendancePercent,
    excusedLeaveDenominator: programme.excusedLeaveDenominator,
  }
}

/** The cohort's own rate: everybody's sessions together. */
export function sumTallies(people: readonly PersonMarks[], rule: AttendanceRule): Tally {
  const tallies = people.map((person) => tallyOf(person.marks, rule))
  return {
    attended: tallies.reduce((sum, tally) => sum + tally.attended, 0),
    counted: tallies.reduce((sum, tally) => sum + tally.counted, 0),
  }
}

export type SessionsOfCohort = { unlogged: number; ahead: number; held: number }

/** How a cohort's sessions stand: started without everybody's mark, still ahead, held. */
export async function sessionsOfCohort(
  reader: Pick<Transaction, '$queryRaw'>,
  cohortId: string,
  at: Date,
): Promise<SessionsOfCohort> {
  const [row] = await reader.$queryRaw<SessionsOfCohort[]>`
    SELECT count(*) FILTER (WHERE s.starts_at > ${at} AND s.status = 'planned')::int AS ahead,
      count(*) FILTER (WHERE s.status = 'held')::int AS held,
      count(*) FILTER (WHERE s.starts_at <= ${at} AND EXISTS (
        SELECT 1 FROM enrolment e JOIN beneficiary b ON b.id = e.beneficiary_id
        WHERE e.cohort_id = s.cohort_id AND e.enrolled_at <= s.starts_at AND (e.ended_at IS NULL OR e.ended_at > s.starts_at)
          AND NOT (b.status IN ('withdrawn', 'replaced', 'deceased') AND b.status_since <= s.starts_at)
          AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id AND a.enrolment_id = e.id)))::int AS unlogged
    FROM training_session s WHERE s.cohort_id = ${cohortId}::uuid AND s.status <> 'cancelled'`
  return row ?? { unlogged: 0, ahead: 0, held: 0 }
}
