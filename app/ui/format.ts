import type { Locale } from '../messages/source'
import { groupDigits } from '../messages/texts'

const MONTHS: Record<Locale, readonly string[]> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const SHORT_MONTHS: Record<Locale, readonly string[]> = {
  id: 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
}
const WEEKDAYS: Record<Locale, readonly string[]> = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
}
const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** The office's zones; none has summer time, so an offset in hours is exact. */
const ZONES = { WIB: 7, WITA: 8, WIT: 9 } as const
export type Zone = keyof typeof ZONES

/**
 * Whole rupiah, `Rp1.500.000`, the same in both languages: it is the form on decrees, receipts and bank files,
 * and an amount must not read differently on paper and on screen. Other numbers follow the reader's language.
 */
export function rupiah(amountRupiah: bigint | number): string {
  const digits = groupDigits(amountRupiah, 'id')
  return digits.startsWith('-') ? `-Rp${digits.slice(1)}` : `Rp${digits}`
}

/** An amount for a chart's label: `Rp7,5 miliar`, `Rp450 juta`; exact amounts use `rupiah`. */
export function rupiahShort(amountRupiah: bigint | number, locale: Locale): string {
  const amount = Number(amountRupiah)
  const [size, word] =
    Math.abs(amount) >= 1e12
      ? [1e12, locale === 'id' ? 'triliun' : 'trillion']
      : Math.abs(amount) >= 1e9
        ? [1e9, locale === 'id' ? 'miliar' : 'billion']
        : [1e6, locale === 'id' ? 'juta' : 'million']
  if (Math.abs(amount) < 1e6) return rupiah(amountRupiah)
  return `Rp${decimal(Math.round((amount / size) * 100) / 100, locale)} ${word}`
}

/** A whole number: `1.500.000`, in English `1,500,000`. */
export function integer(value: bigint | number, locale: Locale): string {
  return groupDigits(value, locale)
}

/** A number with its decimals, at most two unless told: `5,51`, in English `5.51`. */
export function decimal(value: number, locale: Locale, places = 2): string {
  const [whole = '0', fraction = ''] = value.toFixed(places).split('.')
  const kept = fraction.replace(/0+$/, '')
  return (
    groupDigits(BigInt(whole), locale).replace(/^0$/, whole) +
    (kept ? (locale === 'id' ? ',' : '.') + kept : '')
  )
}

/** A percentage already counted in hundredths: `5,51 %`, in English `5.51%`. */
export function percent(value: number, locale: Locale, places = 2): string {
  return decimal(value, locale, places) + (locale === 'id' ? '\u00a0%' : '%')
}

/** A day `YYYY-MM-DD` as `24 November 2026`; anything else is shown as it is. */
export function day(iso: string, locale: Locale): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  const name = MONTHS[locale][Number(month) - 1]
  return name ? `${Number(date)} ${name} ${year}` : iso
}

/** A day for a narrow column: `24 Nov 2026`. */
export function shortDay(iso: string, locale: Locale): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  const name = SHORT_MONTHS[locale][Number(month) - 1]
  return name ? `${Number(date)} ${name} ${year}` : iso
}

/** `Selasa, 24 November 2026`. */
export function weekday(iso: string, locale: Locale): string {
  const at = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? iso : `${WEEKDAYS[locale][at.getUTCDay()]}, ${day(iso, locale)}`
}

/** The day an instant falls on in the office's zone, `YYYY-MM-DD`. */
export function dayOf(at: Date, zone: Zone = 'WITA'): string {
  return shifted(at, zone).toISOString().slice(0, 10)
}

/** The clock of an instant: `09.05 WITA`, in English `09:05 WITA`. */
export function clock(at: Date, locale: Locale, zone: Zone = 'WITA'): string {
  const time = shifted(at, zone).toISOString().slice(11, 16)
  return `${locale === 'id' ? time.replace(':', '.') : time} ${zone}`
}

/** `24 November 2026 pukul 09.05 WITA`, in English `24 November 2026, 09:05 WITA`. */
export function instant(at: Date, locale: Locale, zone: Zone = 'WITA'): string {
  return day(dayOf(at, zone), locale) + (locale === 'id' ? ' pukul ' : ', ') + clock(at, locale, zone)
}

/** A quarter `2026-Q2` as `triwulan II 2026`, in English `Q2 2026`. */
export function quarter(value: string, locale: Locale): string {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(value) ?? []
  if (number === undefined) return value
  return locale === 'id' ? `triwulan ${ROMAN[Number(number) - 1]} ${year}` : `Q${number} ${year}`
}

/** A personal number with all but its last four digits hidden: `************0001`. */
export function masked(lastDigits: string, length = 16): string {
  return lastDigits.slice(-4).padStart(Math.max(length, 4), '*')
}

function shifted(at: Date, zone: Zone): Date {
  return new Date(at.getTime() + ZONES[zone] * 3_600_000)
}
