import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LARGEST_RUPIAH, parseRupiah, rupiahOfNumber } from './rupiah'

describe('rupiah from text', () => {
  it.each([
    '1500000',
    '1.500.000',
    'Rp 1.500.000',
    'Rp1.500.000',
    'rp. 1.500.000',
    'IDR 1500000',
    'Rp\u00A01.500.000,-',
    '1.500.000,00',
    '1500000,00',
    '1500000.00',
    '1,500,000',
    '1,500,000.00',
    '1 500 000',
  ])('reads %s', (text) => {
    expect(parseRupiah(text)).toBe(1_500_000n)
  })

  it.each([
    '',
    'Rp',
    '1,500',
    '1.50.000',
    '1.500.00.0',
    '1.500.000,50',
    '15e5',
    '1.5 juta',
    '-1500000',
    '1.500.000.',
    '.500',
    '1..500',
    '1.500,000',
    '1,500.000',
    '١٥٠٠',
    '99999999999999999',
    'Rp Rp 5000',
  ])('refuses %j', (text) => {
    expect(parseRupiah(text)).toBeNull()
  })

  it('reads every amount in the forms the office writes', () => {
    const grouped = (value: bigint, mark: string) => value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, mark)
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: LARGEST_RUPIAH }), (value) => {
        expect(parseRupiah(value.toString())).toBe(value)
        expect(parseRupiah(`Rp${grouped(value, '.')}`)).toBe(value)
        expect(parseRupiah(`${grouped(value, '.')},00`)).toBe(value)
      }),
    )
  })

  it('never makes an amount of other text than digits and marks', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const value = parseRupiah(text)
        if (value !== null) expect(text).toMatch(/^\s*(?:rp|idr)?\.?[\s\d.,-]*$/i)
      }),
    )
  })

  it('takes a number cell only when it is whole', () => {
    expect(rupiahOfNumber(1_500_000)).toBe(1_500_000n)
    expect(rupiahOfNumber(1_500_000.5)).toBeNull()
    expect(rupiahOfNumber(-1)).toBeNull()
    expect(rupiahOfNumber(2 ** 60)).toBeNull()
  })
})
