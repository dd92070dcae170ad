import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRupiah, shareOf } from './rupiah'

describe('rupiah as people write them', () => {
  it.each([
    ['1.500.000', 1_500_000n],
    ['1500000', 1_500_000n],
    ['Rp 1.500.000', 1_500_000n],
    ['Rp1.500.000,00', 1_500_000n],
    ['rp. 500,-', 500n],
    ['0', 0n],
    ['1.50', null],
    ['1.5000', null],
    ['1,500,000', null],
    ['-500', null],
    ['lima juta', null],
    ['', null],
  ])('%s', (text, amount) => {
    expect(parseRupiah(text)).toBe(amount)
  })

  it('never shares out more than there is', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 0, max: 10_000 }), (amount, share) => {
        expect(shareOf(amount, share) + shareOf(amount, 10_000 - share)).toBeLessThanOrEqual(amount)
      }),
    )
  })
})
