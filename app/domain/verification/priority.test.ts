import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { againstPovertyLine, compareNeed, incomePerHead, isFavouredDecile, type Need } from './priority'

const need = fc.record<Need>({
  decile: fc.option(fc.integer({ min: 1, max: 10 })),
  incomePerHeadRupiah: fc.option(fc.bigInt({ min: 0n, max: 3_000_000n })),
  registeredAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  number: fc.integer({ min: 1, max: 2000 }),
})
const person = (decile: number | null, income: bigint | null, day = '2026-02-01', number = 1): Need => ({
  decile,
  incomePerHeadRupiah: income,
  registeredAt: new Date(day),
  number,
})

describe('who is visited first', () => {
  it('goes by decile, then income a head, then waiting, then number', () => {
    const queue = [
      person(2, 100n),
      person(1, 900n),
      person(1, 100n, '2026-03-01'),
      person(1, 100n),
      person(null, 0n),
      person(1, null),
      person(1, 100n, '2026-02-01', 2),
    ]
    expect([...queue].sort(compareNeed)).toEqual([
      queue[3],
      queue[6],
      queue[2],
      queue[1],
      queue[5],
      queue[0],
      queue[4],
    ])
  })

  it('is an order', () => {
    fc.assert(
      fc.property(need, need, need, (a, b, c) => {
        expect(Math.sign(compareNeed(a, b))).toBe(Math.sign(compareNeed(b, a)) * -1 + 0)
        const [first, second, third] = [a, b, c].sort(compareNeed)
        if (first && second && third) expect(compareNeed(first, third)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('counts income by head and holds it against the line', () => {
    expect(incomePerHead(2_000_000n, 3)).toBe(666_666n)
    expect(incomePerHead(null, 3)).toBeNull()
    expect(incomePerHead(2_000_000n, null)).toBeNull()
    expect(againstPovertyLine(897_758n, 897_759n)).toBe('below')
    expect(againstPovertyLine(897_759n, 897_759n)).toBe('above')
    expect(againstPovertyLine(null, 897_759n)).toBe('unknown')
    expect([1, 5, 6, null].map(isFavouredDecile)).toEqual([true, true, false, false])
  })
})
