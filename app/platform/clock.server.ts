import { env } from './env.server'

export function now(): Date {
  return new Date()
}

/** The day, `YYYY-MM-DD`, that an instant falls on in the office's zone. */
export function dayIn(instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: env().OFFICE_TIMEZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return parts.format(instant)
}

/** Today in the office's zone. */
export function today(): string {
  return dayIn(now())
}
