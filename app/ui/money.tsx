import { day, instant, rupiah } from './format'
import { useLocale } from './texts'

/** An amount in whole rupiah, figures of equal width. */
export function Money({ rupiah: amount }: { rupiah: bigint | number }) {
  return <span className="figures whitespace-nowrap">{rupiah(amount)}</span>
}

/** A day `YYYY-MM-DD` in words; a dash where there is none. */
export function Day({ on }: { on: string | null | undefined }) {
  const locale = useLocale()
  return on ? <time dateTime={on}>{day(on, locale)}</time> : <>–</>
}

/** An instant with its clock in the office's zone; a dash where there is none. */
export function Instant({ at }: { at: Date | null | undefined }) {
  const locale = useLocale()
  return at ? <time dateTime={at.toISOString()}>{instant(at, locale)}</time> : <>–</>
}
