import { describe, expect, it } from 'vitest'
import { terbilang, terbilangRupiah } from './terbilang'

describe('an amount in words', () => {
  it.each([
    [0n, 'nol'],
    [10n, 'sepuluh'],
    [11n, 'sebelas'],
    [19n, 'sembilan belas'],
    [21n, 'dua puluh satu'],
    [100n, 'seratus'],
    [101n, 'seratus satu'],
    [999n, 'sembilan ratus sembilan puluh sembilan'],
    [1_000n, 'seribu'],
    [1_100n, 'seribu seratus'],
    [2_000n, 'dua ribu'],
    [21_000n, 'dua puluh satu ribu'],
    [100_000n, 'seratus ribu'],
    [1_000_000n, 'satu juta'],
    [4_500_000n, 'empat juta lima ratus ribu'],
    [1_001_000n, 'satu juta seribu'],
    [7_500_000_000n, 'tujuh miliar lima ratus juta'],
    [-5n, 'minus lima'],
  ])('says %s', (amount, words) => {
    expect(terbilang(amount)).toBe(words)
  })

  it('names the currency', () => {
    expect(terbilangRupiah(1_500_000n)).toBe('satu juta lima ratus ribu rupiah')
  })

  it('refuses what has no name', () => {
    expect(() => terbilang(10n ** 18n)).toThrow(RangeError)
  })
})
