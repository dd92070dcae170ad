import { describe, expect, it } from 'vitest'
import { type Actor, ROLES, type Role } from './actor'
import { authorize, DEEDS, may, PERMISSIONS, reachOf, within } from './permissions'
import { Refusal } from './refusal'

const holding = (...roles: [Role, string | null][]): Actor => ({
  userId: '01900000-0000-7000-8000-000000000001',
  name: 'Uji',
  locale: 'id',
  roles: roles.map(([role, regencyCode]) => ({ role, regencyCode })),
})

describe('the permission table', () => {
  it('says no by default', () => {
    for (const deed of DEEDS) {
      for (const role of ROLES) {
        const named = role in PERMISSIONS[deed]
        expect(may(holding([role, null]), deed), `${role} ${deed}`).toBe(named)
      }
      expect(may(holding(), deed)).toBe(false)
    }
  })

  it('lets an auditor read and export, and change nothing but what everyone has', () => {
    const auditor = holding(['auditor', null])
    const deeds = DEEDS.filter(
      (deed) => may(auditor, deed) && !deed.endsWith('.read') && !deed.endsWith('.export'),
    )
    expect(deeds).toEqual(['account.own', 'person.income', 'person.birthDate', 'person.reveal', 'reveal.log'])
  })

  it('keeps preparing, approving and posting money apart', () => {
    for (const role of ROLES) {
      const actor = holding([role, null])
      expect(may(actor, 'batch.prepare') && may(actor, 'batch.decide')).toBe(false)
      expect(may(actor, 'person.register') && may(actor, 'verification.decide')).toBe(false)
      expect(may(actor, 'bankAccount.enter') && may(actor, 'bankAccount.verify')).toBe(false)
    }
  })

  it('keeps a regency in its regency', () => {
    const samarinda = holding(['coordinator', '64.72'])
    expect(may(samarinda, 'person.register', '64.72')).toBe(true)
    expect(may(samarinda, 'person.register', '64.71')).toBe(false)
    expect(may(samarinda, 'decree.write')).toBe(false)
    expect(within(samarinda, 'person.read')).toEqual({ regencyCode: { in: ['64.72'] } })
    expect(reachOf(holding(['coordinator', '64.72'], ['verifier', '64.71']), 'person.read')).toEqual({
      regencyCodes: ['64.71', '64.72'],
    })
  })

  it('refuses with a reason', () => {
    expect(() => authorize(holding(['trainer', null]), 'batch.decide')).toThrow(Refusal)
    expect(() => within(holding(['trainer', null]), 'batch.read')).toThrow('not_allowed')
  })
})
