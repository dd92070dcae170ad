import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween } from './day'
import {
  addQuarters,
  compareQuarters,
  daysOfQuarter,
  isQuarter,
  nextQuarter,
  quarterFrom,
  quarterLabel,
  quarterOf,
  quarterParts,
} from './quarter'

const anyQuarter = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, n]) => quarterFrom(year, n))

describe('quarters', () => {
  it('knows the quarter of a day, its label and its days', () => {
    expect(quarterOf('2026-05-17')).toBe('2026-Q2')
    expect(quarterOf('2026-12-31')).toBe('2026-Q4')
    expect(quarterLabel('2026-Q2')).toBe('Triwulan II 2026')
    expect(daysOfQuarter('2026-Q1')).toEqual({ firstDay: '2026-01-01', lastDay: '2026-03-31' })
    expect(daysOfQuarter('2026-Q2')).toEqual({ firstDay: '2026-04-01', lastDay: '2026-06-30' })
    expect(nextQuarter('2026-Q4')).toBe('2027-Q1')
    expect(addQuarters('2026-Q1', -1)).toBe('2025-Q4')
  })

  it('tells quarters from other text', () => {
    for (const text of ['2026-Q5', '2026Q1', 'Q1-2026', '']) expect(isQuarter(text)).toBe(false)
    expect(() => quarterParts('2026-Q0')).toThrow(RangeError)
  })

  it('leaves no day out and orders as time goes', () => {
    fc.assert(
      fc.property(anyQuarter, (quarter) => {
        const { firstDay, lastDay } = daysOfQuarter(quarter)
        expect(quarterOf(firstDay)).toBe(quarter)
        expect(quarterOf(lastDay)).toBe(quarter)
        expect(daysBetween(lastDay, daysOfQuarter(nextQuarter(quarter)).firstDay)).toBe(1)
        expect(compareQuarters(quarter, nextQuarter(quarter))).toBeLessThan(0)
        expect(addQuarters(addQuarters(quarter, 7), -7)).toBe(quarter)
      }),
    )
  })
})
