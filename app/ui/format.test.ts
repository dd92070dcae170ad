import { describe, expect, it } from 'vitest'
import * as format from './format'

describe('format', () => {
  it('writes rupiah without space and without decimals', () => {
    expect(format.rupiah(1_500_000n)).toBe('Rp1.500.000')
    expect(format.rupiah(0n)).toBe('Rp0')
    expect(format.rupiah(-5_000n)).toBe('-Rp5.000')
    expect(format.rupiah(9_007_199_254_740_993n)).toBe('Rp9.007.199.254.740.993')
  })

  it('shortens rupiah for charts', () => {
    expect(format.rupiahShort(7_500_000_000n, 'id')).toBe('Rp7,5 miliar')
    expect(format.rupiahShort(450_000_000n, 'en')).toBe('Rp450 million')
    expect(format.rupiahShort(5_000n, 'id')).toBe('Rp5.000')
  })

  it('writes numbers and percentages in the reader’s language', () => {
    expect(format.integer(1_500_000, 'id')).toBe('1.500.000')
    expect(format.integer(1_500_000, 'en')).toBe('1,500,000')
    expect(format.percent(5.51, 'id')).toBe('5,51\u00a0%')
    expect(format.percent(80, 'id')).toBe('80\u00a0%')
    expect(format.percent(5.51, 'en')).toBe('5.51%')
    expect(format.decimal(-0.5, 'id')).toBe('-0,5')
    expect(format.decimal(1234.5, 'id')).toBe('1.234,5')
  })

  it('writes days and instants of the office’s zone', () => {
    expect(format.day('2026-11-24', 'id')).toBe('24 November 2026')
    expect(format.day('2026-03-01', 'id')).toBe('1 Maret 2026')
    expect(format.day('entah', 'id')).toBe('entah')
    expect(format.shortDay('2026-08-17', 'id')).toBe('17 Agu 2026')
    expect(format.weekday('2026-11-24', 'id')).toBe('Selasa, 24 November 2026')
    expect(format.instant(new Date('2026-11-24T01:05:00Z'), 'id')).toBe('24 November 2026 pukul 09.05 WITA')
    expect(format.instant(new Date('2026-12-31T16:30:00Z'), 'en')).toBe('1 January 2027, 00:30 WITA')
    expect(format.dayOf(new Date('2026-12-31T16:30:00Z'))).toBe('2027-01-01')
  })

  it('writes quarters and hides personal numbers', () => {
    expect(format.quarter('2026-Q2', 'id')).toBe('triwulan II 2026')
    expect(format.quarter('2026-Q4', 'en')).toBe('Q4 2026')
    expect(format.masked('6472014512900001')).toBe('************0001')
    expect(format.masked('1234', 10)).toBe('******1234')
  })
})
