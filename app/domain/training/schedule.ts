/** When a cohort meets: the chosen weekdays (1 Monday to 7 Sunday) from the first to the last day, both included. */
export type Recurrence = {
  firstDay: string
  lastDay: string
  weekdays: readonly number[]
  startTime: string
  endTime: string
}

export type Meeting = { startsAt: Date; endsAt: Date }

const DAY_MS = 86_400_000
const OFFICE_OFFSET = '+08:00'
export const LONGEST_SCHEDULE = 120

/** The instant of a clock time `HH:MM` on a day in the office's zone (WITA, no summer time). */
export function officeInstant(day: string, time: string): Date {
  return new Date(`${day}T${time}:00${OFFICE_OFFSET}`)
}

/** The days of a recurrence in order, at most `LONGEST_SCHEDULE`. */
export function daysOf({ firstDay, lastDay, weekdays }: Omit<Recurrence, 'startTime' | 'endTime'>): string[] {
  const days: string[] = []
  const last = Date.parse(`${lastDay}T00:00:00Z`)
  for (
    let at = Date.parse(`${firstDay}T00:00:00Z`);
    at <= last && days.length < LONGEST_SCHEDULE;
    at += DAY_MS
  ) {
    const date = new Date(at)
    if (weekdays.includes(date.getUTCDay() || 7)) days.push(date.toISOString().slice(0, 10))
  }
  return days
}

export function meetingOn(day: string, startTime: string, endTime: string): Meeting {
  return { startsAt: officeInstant(day, startTime), endsAt: officeInstant(day, endTime) }
}

export function overlaps(a: Meeting, b: Meeting): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** A clash's time as it is read in both languages: `24/11/2026 09.00-11.00`, in the office's zone. */
export function timeOf({ startsAt, endsAt }: Meeting): string {
  const local = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString()
  const clock = (at: Date) => local(at).slice(11, 16).replace(':', '.')
  const [year, month, day] = local(startsAt).slice(0, 10).split('-')
  return `${day}/${month}/${year} ${clock(startsAt)}–${clock(endsAt)}`
}
