import { type Day, dayFrom, partsOf } from './day'

/** A quarter of a year, `2026-Q2`. */
export type Quarter = string

const FORM = /^(\d{4})-Q([1-4])$/
const ROMAN = ['I', 'II', 'III', 'IV'] as const

export function isQuarter(text: string): boolean {
  return FORM.test(text)
}

export function quarterFrom(year: number, number: number): Quarter {
  return `${year}-Q${number}`
}

/** Year and number (1 to 4) of a quarter. */
export function quarterParts(quarter: Quarter): { year: number; number: number } {
  const [, year, number] = FORM.exec(quarter) ?? []
  if (!year || !number) throw new RangeError(`not a quarter: ${quarter}`)
  return { year: Number(year), number: Number(number) }
}

export function quarterOf(day: Day): Quarter {
  const { year, month } = partsOf(day)
  return quarterFrom(year, Math.ceil(month / 3))
}

/** `Triwulan II 2026`. */
export function quarterLabel(quarter: Quarter): string {
  const { year, number } = quarterParts(quarter)
  return `Triwulan ${ROMAN[number - 1]} ${year}`
}

/** The quarter so many quarters later (or earlier). */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  const { year, number } = quarterParts(quarter)
  const index = year * 4 + number - 1 + count
  return quarterFrom(Math.floor(index / 4), (index % 4) + 1)
}

export function nextQuarter(quarter: Quarter): Quarter {
  return addQuarters(quarter, 1)
}

/** Negative when the first comes earlier, zero for the same quarter: for sorting. */
export function compareQuarters(left: Quarter, right: Quarter): number {
  const a = quarterParts(left)
  const b = quarterParts(right)
  return a.year - b.year || a.number - b.number
}

/** First and last day of a quarter. */
export function daysOfQuarter(quarter: Quarter): { firstDay: Day; lastDay: Day } {
  const { year, number } = quarterParts(quarter)
  const lastMonth = number * 3
  return {
    firstDay: dayFrom(year, lastMonth - 2, 1),
    lastDay: dayFrom(year, lastMonth, lastMonth === 3 || lastMonth === 12 ? 31 : 30),
  }
}
