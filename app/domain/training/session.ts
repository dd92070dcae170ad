export type LoggingSituation = {
  cohortStatus: string
  sessionStatus: string
  startsAt: Date
  at: Date
  /** Teaches the cohort, or this session of it. */
  isTrainer: boolean
  /** Coordinates the cohort's regency; corrects with a reason. */
  isCoordinator: boolean
  reason: string | undefined
}

export type LoggingRefusal =
  | 'not_found'
  | 'training.cohort_closed'
  | 'training.session_cancelled'
  | 'training.session_not_started'
  | 'training.reason_needed'

/** Why attendance may not be logged now, or nothing: from the session's start, by its trainer, or corrected with a reason. */
export function whyNotLoggable(situation: LoggingSituation): LoggingRefusal | null {
  if (!situation.isTrainer && !situation.isCoordinator) return 'not_found'
  if (situation.cohortStatus !== 'open') return 'training.cohort_closed'
  if (situation.sessionStatus === 'cancelled') return 'training.session_cancelled'
  if (situation.at < situation.startsAt) return 'training.session_not_started'
  if (!situation.isTrainer && !situation.reason) return 'training.reason_needed'
  return null
}

/** How a session looks to the person who must log it. */
export type SessionState = 'ahead' | 'to_log' | 'logged' | 'cancelled'

/** A session is logged once everybody on its list has a mark. */
export function sessionState(
  session: { status: string; startsAt: Date; unmarked: number },
  at: Date,
): SessionState {
  if (session.status === 'cancelled') return 'cancelled'
  if (session.startsAt > at) return 'ahead'
  return session.unmarked === 0 ? 'logged' : 'to_log'
}
