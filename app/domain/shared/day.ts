/** A day of the calendar, `YYYY-MM-DD`, in the office's zone. */
export type Day = string

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const OFFICE = /^(\d{2})([/-])(\d{2})\2(\d{4})$/
const MS_A_DAY = 86_400_000

/** Whether year, month and day name a day that exists; years from 1900 to 2199. */
export function isCalendarDay(year: number, month: number, date: number): boolean {
  return (
    year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= daysOfMonth(year, month)
  )
}

function daysOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function dayFrom(year: number, month: number, date: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

export function isDay(text: string): boolean {
  const [, year, month, date] = ISO.exec(text) ?? []
  return isCalendarDay(Number(year), Number(month), Number(date))
}

/** A day as import files write it: `YYYY-MM-DD`, `DD/MM/YYYY` or `DD-MM-YYYY`; null for any other form or no such day. */
export function parseDay(text: string): Day | null {
  const trimmed = text.trim()
  if (ISO.test(trimmed)) return isDay(trimmed) ? trimmed : null
  const [, date, , month, year] = OFFICE.exec(trimmed) ?? []
  if (!isCalendarDay(Number(year), Number(month), Number(date))) return null
  return dayFrom(Number(year), Number(month), Number(date))
}

/** The parts of a day as numbers. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const [, year, month, date] = ISO.exec(day) ?? []
  return { year: Number(year), month: Number(month), date: Number(date) }
}

function epochDay(day: Day): number {
  const { year, month, date } = partsOf(day)
  return Date.UTC(year, month - 1, date) / MS_A_DAY
}

export function addDays(day: Day, days: number): Day {
  return new Date((epochDay(day) + days) * MS_A_DAY).toISOString().slice(0, 10)
}

/** Days from the first to the second; negative when the second comes earlier. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from)
}

/** Full years of age on a day; someone born on 29 February turns on 1 March in other years. */
export function ageOn(birthDate: Day, on: Day): number {
  const born = partsOf(birthDate)
  const then = partsOf(on)
  const passed = then.month > born.month || (then.month === born.month && then.date >= born.date)
  return then.year - born.year - (passed ? 0 : 1)
}

/** The value that a `date` column takes. */
export function dateOf(day: Day): Date {
  return new Date(epochDay(day) * MS_A_DAY)
}

/** The day of a `date` column's value. */
export function dayOfDate(date: Date): Day {
  return date.toISOString().slice(0, 10)
}
