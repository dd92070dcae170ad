import { describe, expect, it } from 'vitest'
import { daysOfQuarter, isQuarter, quarterOf, quartersOf, yearOf } from './quarter'

describe('a quarter', () => {
  it('holds the days of its three months', () => {
    for (const quarter of quartersOf(2028)) {
      const { firstDay, lastDay } = daysOfQuarter(quarter)
      expect(quarterOf(firstDay)).toBe(quarter)
      expect(quarterOf(lastDay)).toBe(quarter)
    }
    expect(daysOfQuarter('2028-Q1')).toEqual({ firstDay: '2028-01-01', lastDay: '2028-03-31' })
    expect(daysOfQuarter('2026-Q4')).toEqual({ firstDay: '2026-10-01', lastDay: '2026-12-31' })
  })

  it('knows its form', () => {
    expect(['2026-Q1', '2026-Q5', '2026-q1', '26-Q1'].map(isQuarter)).toEqual([true, false, false, false])
    expect(yearOf('2026-Q3')).toBe(2026)
  })
})
