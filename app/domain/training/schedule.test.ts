import { describe, expect, it } from 'vitest'
import { daysOf, LONGEST_SCHEDULE, meetingOn, overlaps, timeOf } from './schedule'

describe('a schedule that repeats', () => {
  it('takes the chosen weekdays, first and last day included', () => {
    const days = daysOf({ firstDay: '2026-03-02', lastDay: '2026-03-11', weekdays: [1, 3] })
    expect(days).toEqual(['2026-03-02', '2026-03-04', '2026-03-09', '2026-03-11'])
  })
  it('counts Sunday as the seventh day', () => {
    expect(daysOf({ firstDay: '2026-03-01', lastDay: '2026-03-08', weekdays: [7] })).toEqual([
      '2026-03-01',
      '2026-03-08',
    ])
  })
  it('is empty where no day fits, and ends at its limit', () => {
    expect(daysOf({ firstDay: '2026-03-02', lastDay: '2026-03-03', weekdays: [6] })).toEqual([])
    expect(
      daysOf({ firstDay: '2026-01-01', lastDay: '2030-01-01', weekdays: [1, 2, 3, 4, 5, 6, 7] }),
    ).toHaveLength(LONGEST_SCHEDULE)
  })
  it('means the clock of the office', () => {
    expect(meetingOn('2026-03-02', '09:00', '11:30').startsAt.toISOString()).toBe('2026-03-02T01:00:00.000Z')
    expect(timeOf(meetingOn('2026-03-02', '09:00', '11:30'))).toBe('02/03/2026 09.00–11.30')
  })
  it('lets one meeting begin when another ends', () => {
    expect(
      overlaps(meetingOn('2026-03-02', '09:00', '11:00'), meetingOn('2026-03-02', '11:00', '12:00')),
    ).toBe(false)
    expect(
      overlaps(meetingOn('2026-03-02', '09:00', '11:00'), meetingOn('2026-03-02', '10:59', '12:00')),
    ).toBe(true)
  })
})
