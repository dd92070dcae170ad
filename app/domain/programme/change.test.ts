import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dependence, whyNotChangeQuotas, whyNotChangeSectors, whyNotChangeSettings } from './change'

const old = {
  code: 'UEP26',
  fiscalYear: 2026,
  budgetRupiah: 7_500_000_000n,
  attendancePercent: 80,
  excusedLeaveDenominator: false,
}
const held: Dependence = {
  grantedRupiah: 1_000_000_000n,
  judgedTrainings: 12,
  placed: { '64.72': 120, '64.74': 0 },
  sectorsInUse: [{ sectorCode: 'food', form: 'money', highestRupiah: 4_800_000n, plans: 7 }],
}
const nothing: Dependence = { grantedRupiah: 0n, judgedTrainings: 0, placed: {}, sectorsInUse: [] }

describe('settings of an open year', () => {
  it('keep the identity of the year', () => {
    expect(whyNotChangeSettings(old, { ...old, code: 'UEP27' }, nothing)).toMatchObject({
      code: 'programme.code_fixed',
      field: 'code',
    })
    expect(whyNotChangeSettings(old, { ...old, fiscalYear: 2027 }, nothing)?.code).toBe(
      'programme.year_fixed',
    )
  })

  it('keep a requirement that somebody was judged by', () => {
    expect(whyNotChangeSettings(old, { ...old, attendancePercent: 75 }, held)?.code).toBe(
      'programme.requirement_judged',
    )
    expect(whyNotChangeSettings(old, { ...old, excusedLeaveDenominator: true }, held)?.code).toBe(
      'programme.requirement_judged',
    )
    expect(whyNotChangeSettings(old, { ...old, attendancePercent: 75 }, nothing)).toBeNull()
  })

  it('never leave a budget below what is granted', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 2_000_000_000n), (budgetRupiah) => {
        const refused =
          whyNotChangeSettings(old, { ...old, budgetRupiah }, held)?.code === 'programme.budget_below_grants'
        expect(refused).toBe(budgetRupiah < held.grantedRupiah)
      }),
    )
  })
})

describe('quotas of an open year', () => {
  it('never fall below the people who have a place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (persons) => {
        const refused = whyNotChangeQuotas([{ regencyCode: '64.72', persons }], held) !== null
        expect(refused).toBe(persons < 120)
      }),
    )
  })

  it('may not drop a regency where somebody has a place', () => {
    expect(whyNotChangeQuotas([], held)).toMatchObject({
      regencyCode: '64.72',
      params: { placed: 120, persons: 0 },
    })
  })
})

describe('sectors of an open year', () => {
  const offer = { sectorCode: 'food', ceilingRupiah: 5_000_000n, form: 'money' as const }

  it('stay while plans use them', () => {
    expect(whyNotChangeSectors([offer], held)).toBeNull()
    expect(whyNotChangeSectors([], held)?.code).toBe('programme.sector_in_use')
    expect(whyNotChangeSectors([{ ...offer, form: 'goods' }], held)?.code).toBe('programme.sector_in_use')
    expect(whyNotChangeSectors([{ ...offer, ceilingRupiah: 4_799_999n }], held)?.code).toBe(
      'programme.ceiling_below_plans',
    )
    expect(whyNotChangeSectors([{ ...offer, ceilingRupiah: 4_800_000n }], held)).toBeNull()
  })
})
