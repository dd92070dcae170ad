import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, ageOn, daysBetween, isDay, parseDay } from './day'

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('days', () => {
  it.each([
    ['1990-05-17', '1990-05-17'],
    ['17/05/1990', '1990-05-17'],
    ['17-05-1990', '1990-05-17'],
    [' 29/02/2024 ', '2024-02-29'],
  ])('reads %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })

  it.each([
    '',
    '31/02/1990',
    '29/02/1900',
    '5/3/1990',
    '17/05-1990',
    '17.05.1990',
    '1990-13-01',
    '17 Mei 1990',
    '00/01/1990',
    '01/01/0090',
    '32874',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeNull()
  })

  it('reads its own days back in all three forms', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = day.split('-')
        expect(isDay(day)).toBe(true)
        expect(parseDay(`${date}/${month}/${year}`)).toBe(day)
        expect(parseDay(`${date}-${month}-${year}`)).toBe(day)
      }),
    )
  })

  it('adds and counts days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('counts full years', () => {
    expect(ageOn('2009-11-24', '2026-11-24')).toBe(17)
    expect(ageOn('2009-11-25', '2026-11-24')).toBe(16)
    expect(ageOn('2008-02-29', '2025-02-28')).toBe(16)
    expect(ageOn('2008-02-29', '2025-03-01')).toBe(17)
  })
})
