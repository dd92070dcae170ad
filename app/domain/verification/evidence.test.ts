import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECKS, type Checklist, type Evidence, missingChecks, whyNotDecidable } from './evidence'

const TODAY = '2026-03-10'
const REGISTERED = '2026-02-01'
const all: Checklist = Object.fromEntries(CHECKS.map((check) => [check, true]))
const verified: Evidence = { decision: 'verified', checklist: all, visitedOn: '2026-03-09', reason: null }

describe('a decision stands on its evidence', () => {
  it('verifies after a visit with every check answered yes', () => {
    expect(whyNotDecidable(verified, TODAY, REGISTERED)).toBeNull()
  })

  it('never verifies with a check missing or answered no', () => {
    fc.assert(
      fc.property(fc.subarray([...CHECKS]), fc.boolean(), (answered, asNo) => {
        const checklist: Checklist = Object.fromEntries(
          CHECKS.map((check) => [check, answered.includes(check) ? true : asNo ? false : undefined]),
        )
        const refused = whyNotDecidable({ ...verified, checklist }, TODAY, REGISTERED) === 'checks_missing'
        expect(refused).toBe(answered.length < CHECKS.length)
        expect(missingChecks(checklist)).toHaveLength(CHECKS.length - answered.length)
      }),
    )
  })

  it.each([
    ['no_visit', { visitedOn: null }],
    ['visit_in_future', { visitedOn: '2026-03-11' }],
    ['visit_before_registration', { visitedOn: '2026-01-31' }],
  ] as const)('says %s', (gap, part) => {
    expect(whyNotDecidable({ ...verified, ...part }, TODAY, REGISTERED)).toBe(gap)
  })

  it('sends back and rejects with a reason, without a visit', () => {
    for (const decision of ['sent_back', 'rejected'] as const) {
      const evidence: Evidence = { decision, checklist: {}, visitedOn: null, reason: 'Pindah ke Balikpapan' }
      expect(whyNotDecidable(evidence, TODAY, REGISTERED)).toBeNull()
      expect(whyNotDecidable({ ...evidence, reason: null }, TODAY, REGISTERED)).toBe('reason_missing')
    }
  })
})
