import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestPromise, type ProgrammeParts, poorToAPlace, whyNotAPlan, whyNotOpenable } from './programme'

const ready: ProgrammeParts = {
  status: 'draft',
  fiscalYear: 2026,
  budgetRupiah: 7_500_000_000n,
  debtorAccountKnown: true,
  quotas: [{ regencyCode: '64.72', persons: 150 }],
  sectors: [{ sectorCode: 'food', ceilingRupiah: 5_000_000n, form: 'money' }],
  tranches: [
    { number: 1, quarter: '2026-Q2', shareBp: 6000 },
    { number: 2, quarter: '2026-Q3', shareBp: 4000 },
  ],
}

describe('opening a programme year', () => {
  it('needs nothing more when all is set', () => {
    expect(whyNotOpenable(ready)).toEqual([])
  })

  it('says everything that is missing at once', () => {
    const bare = { ...ready, quotas: [], sectors: [], tranches: [] }
    expect(whyNotOpenable(bare)).toEqual(['no_quota', 'no_sector', 'plan_not_whole'])
  })

  it('happens once', () => {
    expect(whyNotOpenable({ ...ready, status: 'open' })).toEqual(['not_draft'])
    expect(whyNotOpenable({ ...ready, status: 'closed' })).toEqual(['not_draft'])
  })

  it('needs an account to pay from only where money is paid', () => {
    expect(whyNotOpenable({ ...ready, debtorAccountKnown: false })).toEqual(['no_debtor_account'])
    const goods = [{ sectorCode: 'food', ceilingRupiah: 5_000_000n, form: 'goods' as const }]
    expect(whyNotOpenable({ ...ready, debtorAccountKnown: false, sectors: goods })).toEqual([])
  })
})

describe('the tranche plan', () => {
  it('is whole, in order and within its year', () => {
    expect(whyNotAPlan(ready.tranches, 2026)).toBeNull()
    expect(whyNotAPlan([], 2026)).toBe('none')
    expect(whyNotAPlan([{ quarter: '2026-Q2', shareBp: 9_999 }], 2026)).toBe('not_whole')
    expect(whyNotAPlan([{ quarter: '2027-Q1', shareBp: 10_000 }], 2026)).toBe('other_year')
    expect(whyNotAPlan([...ready.tranches].reverse(), 2026)).toBe('not_in_order')
  })

  it('has at most eight tranches', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        quarter: '2026-Q4',
        shareBp: index === 0 ? 10_000 - (count - 1) * 100 : 100,
      }))
    expect(whyNotAPlan(lines(8), 2026)).toBeNull()
    expect(whyNotAPlan(lines(9), 2026)).toBe('too_many')
  })

  it('never accepts shares that are not exactly the whole', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(shares, (list) => {
        const plan = list.map((shareBp) => ({ quarter: '2026-Q3', shareBp }))
        const whole = list.reduce((sum, share) => sum + share, 0) === 10_000
        expect(whyNotAPlan(plan, 2026) === null).toBe(whole)
      }),
    )
  })
})

describe('the chance of a place', () => {
  it('is one for so many poor people', () => {
    expect(poorToAPlace(2.9, 150)).toBe(19)
    expect(poorToAPlace(59.0, 150)).toBe(393)
  })

  it('is not computed where no count was published', () => {
    expect(poorToAPlace(null, 150)).toBeNull()
    expect(poorToAPlace(59.0, 0)).toBeNull()
  })

  it('promises at most every place at the highest ceiling', () => {
    expect(highestPromise(ready)).toBe(750_000_000n)
  })
})
