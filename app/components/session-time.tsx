import { clock, dayOf, weekday } from '~/ui/format'
import { useLocale, useTexts } from '~/ui/texts'

/** `Senin, 2 Maret 2026, pukul 09.00–11.00 WITA`. */
export function SessionTime({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  const locale = useLocale()
  const t = useTexts()
  const from = clock(startsAt, locale).replace(/ .*/, '')
  return (
    <time dateTime={startsAt.toISOString()}>
      {weekday(dayOf(startsAt), locale)},{' '}
      <span className="whitespace-nowrap">
        {t('training.session.time', { from, to: clock(endsAt, locale) })}
      </span>
    </time>
  )
}
