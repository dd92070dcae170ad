import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineTotal, planTotal, whyNotAcceptable, whyNotDraftable, whyNotSubmittable } from './business-plan'

const plan = { status: 'draft', personStatus: 'trained', totalRupiah: 4_500_000n, ceilingRupiah: 5_000_000n }
const submitted = { ...plan, status: 'submitted', writers: ['pendamping', null], onHold: false }

describe('a plan’s total', () => {
  it('is the sum of quantity times unit price, in whole rupiah', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 10_000 }),
      unitPriceRupiah: fc.bigInt({ min: 1n, max: 10n ** 9n }),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const total = planTotal(lines)
        expect(total).toBe(planTotal([...lines].reverse()))
        expect(lines.reduce((left, one) => left - lineTotal(one), total)).toBe(0n)
      }),
    )
  })
})

describe('drafting, submitting, accepting', () => {
  it('is for trained people without a plan under way', () => {
    expect(whyNotDraftable('trained', null)).toBeNull()
    expect(whyNotDraftable('trained', 'draft')).toBeNull()
    expect(whyNotDraftable('trained', 'submitted')).toBe('enterprise.plan_submitted')
    expect(whyNotDraftable('assigned', 'accepted')).toBe('enterprise.plan_accepted')
    expect(whyNotDraftable('training', null)).toBe('enterprise.person_not_trained')
  })
  it('keeps under the ceiling of a sector that is offered', () => {
    expect(whyNotSubmittable(plan)).toBeNull()
    expect(whyNotSubmittable({ ...plan, totalRupiah: 5_000_000n })).toBeNull()
    expect(whyNotSubmittable({ ...plan, totalRupiah: 5_000_001n })).toBe('enterprise.above_ceiling')
    expect(whyNotSubmittable({ ...plan, totalRupiah: 0n })).toBe('enterprise.no_lines')
    expect(whyNotSubmittable({ ...plan, ceilingRupiah: null })).toBe('enterprise.sector_not_offered')
    expect(whyNotSubmittable({ ...plan, status: 'submitted' })).toBe('enterprise.not_a_draft')
  })
  it('is never accepted by who wrote it, nor for somebody on hold', () => {
    expect(whyNotAcceptable(submitted, 'koordinator')).toBeNull()
    expect(whyNotAcceptable(submitted, 'pendamping')).toBe('enterprise.wrote_it_yourself')
    expect(whyNotAcceptable({ ...submitted, onHold: true }, 'koordinator')).toBe('enterprise.person_on_hold')
    expect(whyNotAcceptable({ ...submitted, status: 'draft' }, 'koordinator')).toBe(
      'enterprise.not_submitted',
    )
    expect(whyNotAcceptable({ ...submitted, totalRupiah: 6_000_000n }, 'koordinator')).toBe(
      'enterprise.above_ceiling',
    )
    expect(whyNotAcceptable({ ...submitted, personStatus: 'withdrawn' }, 'koordinator')).toBe(
      'enterprise.person_not_trained',
    )
  })
})
