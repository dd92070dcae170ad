import type { Transaction } from '~/domain/audit/write.server'
import type { Mark } from './attendance'

export type ListedPerson = {
  enrolmentId: string
  beneficiaryId: string
  name: string
  number: number
  mark: Mark | null
  version: number | null
  markedBy: string | null
}

/**
 * Who belongs on a session's name list: people who had joined before it began, and had neither left the cohort nor the
 * programme by then. With the mark that stands for each.
 */
export function nameList(reader: Pick<Transaction, '$queryRaw'>, sessionId: string): Promise<ListedPerson[]> {
  return reader.$queryRaw<ListedPerson[]>`
    SELECT e.id AS "enrolmentId", b.id AS "beneficiaryId", b.name, b.number, a.mark, a.version, a.marked_by AS "markedBy"
    FROM training_session s
    JOIN enrolment e ON e.cohort_id = s.cohort_id AND e.enrolled_at <= s.starts_at AND (e.ended_at IS NULL OR e.ended_at > s.starts_at)
    JOIN beneficiary b ON b.id = e.beneficiary_id
      AND NOT (b.status IN ('withdrawn', 'replaced', 'deceased') AND b.status_since <= s.starts_at)
    LEFT JOIN attendance a ON a.session_id = s.id AND a.enrolment_id = e.id
    WHERE s.id = ${sessionId}::uuid
    ORDER BY b.search_name, b.id`
}
