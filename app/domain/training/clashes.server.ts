import type { Transaction } from '~/domain/audit/write.server'
import { refuse } from '~/domain/shared/refusal'
import { type Meeting, overlaps, timeOf } from './schedule'

export type PlannedMeeting = Meeting & { trainerId: string; venue: string }

/** A session that already takes the trainer or the venue. `index` is the meeting's place in the list that was asked about. */
export type Clash = {
  index: number
  what: 'trainer' | 'venue'
  trainer: string
  venue: string
  cohort: string
  startsAt: Date
  endsAt: Date
}

/** Every clash of the meetings with sessions that are not cancelled, wherever they are. */
export function findClashes(
  reader: Pick<Transaction, '$queryRaw'>,
  meetings: readonly PlannedMeeting[],
  exceptSessionId?: string,
): Promise<Clash[]> {
  return reader.$queryRaw<Clash[]>`
    SELECT m.index::int AS index, CASE WHEN s.trainer_id = m.trainer_id THEN 'trainer' ELSE 'venue' END AS what,
      u.name AS trainer, s.venue, c.name AS cohort, s.starts_at AS "startsAt", s.ends_at AS "endsAt"
    FROM unnest(${meetings.map((m) => m.startsAt)}::timestamptz[], ${meetings.map((m) => m.endsAt)}::timestamptz[],
                ${meetings.map((m) => m.trainerId)}::uuid[], ${meetings.map((m) => m.venue)}::text[])
      WITH ORDINALITY AS m (starts_at, ends_at, trainer_id, venue, index)
    JOIN training_session s ON s.status <> 'cancelled' AND s.starts_at < m.ends_at AND s.ends_at > m.starts_at
      AND (s.trainer_id = m.trainer_id OR lower(s.venue) = lower(m.venue))
    JOIN cohort c ON c.id = s.cohort_id JOIN user_account u ON u.id = s.trainer_id
    WHERE s.id IS DISTINCT FROM ${exceptSessionId ?? null}::uuid
    ORDER BY m.index, s.starts_at`
}

/**
 * Refuses `training.trainer_busy` or `training.venue_busy`, naming the session in the way, and `training.own_overlap`
 * where the meetings overlap each other.
 */
export async function requireNoClash(
  reader: Pick<Transaction, '$queryRaw'>,
  meetings: readonly PlannedMeeting[],
  exceptSessionId?: string,
): Promise<void> {
  const sorted = [...meetings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  sorted.forEach((meeting, place) => {
    const next = sorted[place + 1]
    if (next && overlaps(meeting, next)) refuse('training.own_overlap', { when: timeOf(next) })
  })
  const [clash] = await findClashes(reader, meetings, exceptSessionId)
  if (!clash) return
  const when = timeOf(clash)
  if (clash.what === 'trainer')
    refuse('training.trainer_busy', { trainer: clash.trainer, cohort: clash.cohort, when })
  refuse('training.venue_busy', { venue: clash.venue, cohort: clash.cohort, when })
}
