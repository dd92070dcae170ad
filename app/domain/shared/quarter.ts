/** A quarter such as `2026-Q2`. Quarters of this form compare as text. */
export type Quarter = string

export function isQuarter(text: string): boolean {
  return /^\d{4}-Q[1-4]$/.test(text)
}

export function yearOf(quarter: Quarter): number {
  return Number(quarter.slice(0, 4))
}

/** The quarter in which a day `YYYY-MM-DD` lies. */
export function quarterOf(day: string): Quarter {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export function quartersOf(year: number): Quarter[] {
  return [1, 2, 3, 4].map((number) => `${year}-Q${number}`)
}

/** First and last day of a quarter, both included. */
export function daysOfQuarter(quarter: Quarter): { firstDay: string; lastDay: string } {
  const year = yearOf(quarter)
  const number = Number(quarter.slice(-1))
  const month = (value: number) => String(value).padStart(2, '0')
  const end = new Date(Date.UTC(year, number * 3, 0))
  return { firstDay: `${year}-${month(number * 3 - 2)}-01`, lastDay: end.toISOString().slice(0, 10) }
}
