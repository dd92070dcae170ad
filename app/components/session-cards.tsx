import type { SessionState } from '~/domain/training/session'
import { LinkButton, TextLink } from '~/ui/button'
import { useTexts } from '~/ui/texts'
import { SessionTime } from './session-time'

type Session = {
  id: string
  cohortId: string
  cohort: string
  topic: string
  venue: string
  startsAt: Date
  endsAt: Date
  state: SessionState
  listed: number
  marked: number
}

/** A trainer's own sessions, one card each, with the way to the name list where it can be logged. */
export function SessionCards({ sessions, none }: { sessions: readonly Session[]; none: string }) {
  const t = useTexts()
  if (sessions.length === 0) return <p className="text-muted">{none}</p>
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {sessions.map((session) => (
        <li
          key={session.id}
          className="grid content-between gap-3 rounded-card border border-line bg-surface p-4"
        >
          <div className="grid gap-1">
            <p className="font-semibold">
              <TextLink to={`/pelatihan/sesi/${session.id}`}>{session.topic}</TextLink>
            </p>
            <p>
              <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
            </p>
            <p className="text-sm text-muted">
              {session.cohort} · {session.venue}
            </p>
          </div>
          {session.state === 'to_log' && (
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="text-sm text-muted">
                {t('training.day.marked', { marked: session.marked, listed: session.listed })}
              </span>
              <LinkButton to={`/pelatihan/sesi/${session.id}`} tone="primary" className="min-h-[48px]">
                {t('training.day.log')}
              </LinkButton>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
