import { describe, expect, it } from 'vitest'
import { gatesOf, HOLD_NAMES, holdsOf, isReady, type TrancheFacts } from './gate'

const READY: TrancheFacts = {
  number: 1,
  quarter: '2026-Q4',
  form: 'money',
  status: 'planned',
  fiscalYear: 2026,
  personStatus: 'assigned',
  onHold: false,
  heirConfirmed: false,
  decreed: true,
  trained: true,
  planAccepted: true,
  accountState: 'verified',
  earlierSettled: true,
  retried: false,
}

describe('the gates of a tranche', () => {
  it('lets a first tranche with everything in order through', () => {
    expect(holdsOf(READY, '2026-Q4')).toEqual([])
    expect(isReady(READY, '2026-Q4')).toBe(true)
    expect(gatesOf(READY, '2026-Q4').map((gate) => gate.name)).toEqual([
      'person',
      'decree',
      'training',
      'plan',
      'account',
      'quarter',
    ])
  })

  it.each([
    ['suspended', { onHold: true }],
    ['exited', { personStatus: 'withdrawn' }],
    ['exited', { personStatus: 'replaced' }],
    ['heir_missing', { personStatus: 'deceased' }],
    ['no_decree', { decreed: false }],
    ['not_trained', { trained: false }],
    ['no_plan', { planAccepted: false }],
    ['no_account', { accountState: 'none' }],
    ['account_unverified', { accountState: 'entered' }],
    ['account_refused', { accountState: 'refused' }],
    ['goods_later', { form: 'goods' }],
    ['quarter_ahead', { quarter: '2027-Q1' }],
  ] as const)('holds by %s alone', (hold, facts) => {
    const tranche = { ...READY, ...facts }
    expect(holdsOf(tranche, '2026-Q4')).toEqual([hold])
    expect(isReady(tranche, '2026-Q4')).toBe(false)
  })

  it('lets a deceased person’s tranche go to a confirmed heir', () => {
    expect(isReady({ ...READY, personStatus: 'deceased', heirConfirmed: true }, '2026-Q4')).toBe(true)
  })

  it('keeps a later tranche waiting for the earlier one and for the report of use', () => {
    expect(holdsOf({ ...READY, number: 2, earlierSettled: false }, '2026-Q4')).toEqual([
      'earlier_open',
      'report_later',
    ])
    expect(holdsOf({ ...READY, number: 2 }, '2026-Q4')).toEqual(['report_later'])
  })

  it('lets a failed attempt be tried again within its fiscal year only', () => {
    const failed = { ...READY, status: 'failed', retried: true } as const
    expect(isReady(failed, '2026-Q4')).toBe(true)
    expect(holdsOf(failed, '2027-Q1')).toEqual(['year_closed'])
    expect(isReady({ ...READY, retried: false }, '2027-Q1')).toBe(true)
  })

  it.each(['batched', 'approved', 'sent', 'paid', 'cancelled'] as const)(
    'is not ready once it is %s',
    (status) => {
      expect(isReady({ ...READY, status }, '2026-Q4')).toBe(false)
    },
  )

  it('names each hold once', () => {
    expect(new Set(HOLD_NAMES).size).toBe(HOLD_NAMES.length)
  })
})
