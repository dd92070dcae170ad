import { timeOf } from '~/domain/training/schedule'
import { weekday } from '~/ui/format'
import { useTexts } from '~/ui/texts'

type Clash = {
  what: 'trainer' | 'venue'
  trainer: string
  venue: string
  cohort: string
  startsAt: Date
  endsAt: Date
}
type Previewed = { day: string; clashes: readonly Clash[]; inside: boolean }

/** The days of a schedule to tick; a day that clashes says with what and cannot be ticked. */
export function PreviewList({ sessions }: { sessions: readonly Previewed[] }) {
  const t = useTexts()
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {sessions.map(({ day, clashes, inside }) => {
        const free = inside && clashes.length === 0
        return (
          <li key={day}>
            <label className="flex min-h-[48px] items-start gap-3 px-4 py-3">
              <input
                type="checkbox"
                name="days"
                value={day}
                defaultChecked={free}
                disabled={!free}
                className="mt-1 size-4.5 shrink-0 accent-accent"
              />
              <span className="grid">
                <span className="font-semibold">{weekday(day, t.locale)}</span>
                {free && <span className="text-sm text-muted">{t('training.schedule.free')}</span>}
                {!inside && <span className="text-sm text-danger">{t('training.schedule.outside')}</span>}
                {clashes.map((clash) => (
                  <span
                    key={`${clash.what}${clash.cohort}${clash.startsAt.toISOString()}`}
                    className="text-sm text-danger"
                  >
                    {t(`training.schedule.clash.${clash.what}`, { ...clash, when: timeOf(clash) })}
                  </span>
                ))}
              </span>
            </label>
          </li>
        )
      })}
    </ul>
  )
}
