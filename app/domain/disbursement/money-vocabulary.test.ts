import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAccountNames, nameWords } from './account-name'
import { LONGEST_REFERENCE, parseReference, paymentReference } from './reference'
import { planTranches, type TemplateLine, templateProblem } from './tranche-plan'

const template = fc
  .array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 })
  .map((weights): TemplateLine[] => {
    const sum = weights.reduce((a, b) => a + b, 0)
    const shares = weights.map((weight) => Math.max(1, Math.floor((weight * 10_000) / sum)))
    const last = shares.length - 1
    shares[last] = 10_000 - shares.slice(0, last).reduce((a, b) => a + b, 0)
    return shares.map((shareBp, index) => ({
      number: index + 1,
      quarter: `2026-Q${Math.min(4, index + 1)}`,
      shareBp,
    }))
  })

const lines = (shares: number[]): TemplateLine[] =>
  shares.map((shareBp, index) => ({
    number: index + 1,
    quarter: index < 4 ? `2026-Q${index + 1}` : '2026-Q4',
    shareBp,
  }))

describe('a grant in tranches', () => {
  it('gives the last one the remainder', () => {
    const thirds = lines([3333, 3333, 3334])
    expect(planTranches(5_000_000n, thirds).map((tranche) => tranche.amountRupiah)).toEqual([
      1_666_500n,
      1_666_500n,
      1_667_000n,
    ])
    expect(planTranches(4_500_001n, lines([5000, 5000])).map((tranche) => tranche.amountRupiah)).toEqual([
      2_250_000n,
      2_250_001n,
    ])
  })

  it('sums to the grant to the rupiah, whatever the shares (M1)', () => {
    fc.assert(
      fc.property(
        template.filter((plan) => templateProblem(plan) === null),
        fc.bigInt({ min: 10_000n, max: 10n ** 12n }),
        (plan, amount) => {
          const tranches = planTranches(amount, plan)
          expect(tranches.reduce((sum, tranche) => sum + tranche.amountRupiah, 0n)).toBe(amount)
          expect(tranches.every((tranche) => tranche.amountRupiah > 0n)).toBe(true)
        },
      ),
    )
  })

  it.each([
    [[], 'tranche_count'],
    [lines(Array.from({ length: 9 }, () => 1111)), 'tranche_count'],
    [lines([9999]), 'tranche_sum'],
    [lines([0, 10_000]), 'tranche_share'],
    [[{ number: 1, quarter: '2026-Q5', shareBp: 10_000 }], 'tranche_quarter'],
    [lines([5000, 5000]).reverse(), 'tranche_order'],
    [lines([5000, 5000]), null],
  ])('says why %j is no plan: %s', (plan, problem) => {
    expect(templateProblem(plan)).toBe(problem)
  })

  it('refuses shares that do not make the whole', () => {
    expect(() => planTranches(5_000_000n, lines([9999]))).toThrow(RangeError)
  })
})

describe('a payment reference', () => {
  it('has the form of the contract', () => {
    const parts = { programmeCode: 'UEP26', regencyCode: '64.72', personNumber: 123, tranche: 1, attempt: 0 }
    expect(paymentReference(parts)).toBe('UEP26-6472-000123-T1')
    expect(paymentReference({ ...parts, attempt: 1 })).toBe('UEP26-6472-000123-T1-R1')
    expect(() => paymentReference({ ...parts, programmeCode: 'X'.repeat(30) })).toThrow(RangeError)
    for (const text of [
      'UEP26-6472-123-T1',
      'uep26-6472-000123-T1',
      'UEP26-6472-000123-T9',
      '',
      'UEP26-6472-000123-T1-R0',
    ])
      expect(parseReference(text)).toBeNull()
  })

  it('reads back as what it was made of', () => {
    const parts = fc.record({
      programmeCode: fc.stringMatching(/^[A-Z0-9]{1,12}$/),
      regencyCode: fc.constantFrom('64.01', '64.72'),
      personNumber: fc.integer({ min: 1, max: 9_999_999 }),
      tranche: fc.integer({ min: 1, max: 8 }),
      attempt: fc.integer({ min: 0, max: 99 }),
    })
    fc.assert(
      fc.property(parts, (made) => {
        const reference = paymentReference(made)
        expect(reference.length).toBeLessThanOrEqual(LONGEST_REFERENCE)
        expect(parseReference(reference)).toEqual(made)
      }),
    )
  })
})

describe('the name on an account', () => {
  it.each([
    ['Hj. Siti Aminah', 'SITI AMINAH'],
    ['Drs. H. Muhammad Yusuf, S.Pd., M.Si', 'MUH YUSUF'],
    ['Moh. Rahmat', 'Muhammad Rahmat'],
    ["Ma'ruf Effendi", 'MARUF EFENDI'],
    ['Soekarno Djoko', 'Sukarno Joko'],
    ['H.Abdul Rahman', 'ABD RAHMAN'],
    ['Petronella Maria Magdalena Lejau', 'PETRONELLA MARIA MAGD'],
  ])('%s is the same as %s', (person, bank) => {
    expect(compareAccountNames(person, bank)).toEqual({ score: 100, match: 'same' })
  })

  it.each([
    ['Siti Aminah', 'AMINAH SITI', 'alike'],
    ['Siti Aminah', 'SITI AMINAH BINTI SALEH', 'different'],
    ['Siti Aminah', 'SITI AMNAH', 'alike'],
    ['Siti Aminah', 'RUDI HARTONO', 'different'],
    ['Siti Aminah', 'SITI', 'different'],
    ['Siti Aminah', '', 'different'],
  ] as const)('%s and %s: %s', (person, bank, match) => {
    expect(compareAccountNames(person, bank).match).toBe(match)
  })

  it('keeps a name that only looks like a title or a degree', () => {
    expect(nameWords('Irma Sari')).toEqual(['irma', 'sari'])
    expect(nameWords('Drajat Semi')).toEqual(['drajat', 'semi'])
    expect(nameWords('Ibu Sri Hartati, SE')).toEqual(['sri', 'hartati'])
  })

  it('says 100 of a name and itself, and the same both ways', () => {
    const names = fc
      .array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(names, names, (left, right) => {
        expect(compareAccountNames(left, left.toUpperCase()).score).toBe(100)
        const { score } = compareAccountNames(left, right)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
      }),
    )
  })
})
