import type { SessionState } from '~/domain/training/session'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'
import { SessionTime } from './session-time'
import { SessionBadge } from './training-badges'

type Session = {
  id: string
  topic: string
  venue: string
  trainer: string
  startsAt: Date
  endsAt: Date
  state: SessionState
  listed: number
  came: number
}

/** The sessions of a cohort in their order; each leads to its name list. */
export function CohortSchedule({ sessions }: { sessions: readonly Session[] }) {
  const t = useTexts()
  const columns: Column<Session>[] = [
    {
      key: 'topic',
      header: t('training.schedule.topic'),
      lead: true,
      cell: (session) => (
        <a href={`/pelatihan/sesi/${session.id}`} className="text-accent underline">
          {session.topic}
        </a>
      ),
    },
    {
      key: 'when',
      header: t('training.session.when'),
      cell: (session) => <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />,
    },
    { key: 'venue', header: t('training.session.venue'), cell: (session) => session.venue },
    {
      key: 'trainer',
      header: t('training.session.trainer'),
      className: 'max-sm:hidden',
      cell: (session) => session.trainer,
    },
    {
      key: 'came',
      header: t('training.session.came'),
      numeric: true,
      cell: ({ state, came, listed }) =>
        state === 'ahead' || state === 'cancelled' ? '–' : t('training.session.came.of', { came, listed }),
    },
    {
      key: 'state',
      header: t('training.session.state'),
      cell: ({ state }) => <SessionBadge state={state} />,
    },
  ]
  return (
    <Table
      caption={t('training.schedule')}
      columns={columns}
      rows={sessions}
      rowKey={(session) => session.id}
    />
  )
}
