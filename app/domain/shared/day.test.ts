import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dayFrom, daysBetween, isDay } from './day'

describe('a day', () => {
  it.each([
    ['2026-11-24', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['24-11-2026', false],
    ['', false],
  ])('%s is a day: %s', (text, real) => {
    expect(isDay(text)).toBe(real)
  })

  it('counts across months and years', () => {
    expect(addDays('2026-12-28', 7)).toBe('2027-01-04')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(dayFrom(dateOf('2026-11-24'))).toBe('2026-11-24')
  })

  it('is as far as it was moved', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => {
        const moved = addDays('2026-11-24', days)
        expect(isDay(moved)).toBe(true)
        expect(daysBetween('2026-11-24', moved)).toBe(days)
        expect(moved < '2026-11-24').toBe(days < 0)
      }),
    )
  })
})
