import { describe, expect, it } from 'vitest'
import { matchingTotpStep, newTotpSecret, nextTotpCode, totpQrCode, totpStepOf } from './totp.server'

const at = new Date('2026-11-24T01:05:10Z')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

describe('second factor codes', () => {
  it('knows the published test value', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    expect(nextTotpCode(secret, new Date(59_000), null)).toBe('287082')
    expect(matchingTotpStep(secret, '287082', new Date(59_000), null)).toBe(1)
  })

  it('takes a code one step early or late, and no more', () => {
    const secret = newTotpSecret()
    const code = nextTotpCode(secret, at, null)
    expect(matchingTotpStep(secret, code, later(30), null)).toBe(totpStepOf(at))
    expect(matchingTotpStep(secret, code, later(-30), null)).toBe(totpStepOf(at))
    expect(matchingTotpStep(secret, code, later(90), null)).toBeNull()
    expect(matchingTotpStep(newTotpSecret(), code, at, null)).toBeNull()
    expect(matchingTotpStep(secret, 'abc', at, null)).toBeNull()
  })

  it('takes no step twice, and shows the next one in the meantime', () => {
    const secret = newTotpSecret()
    const used = BigInt(totpStepOf(at))
    expect(matchingTotpStep(secret, nextTotpCode(secret, at, null), at, used)).toBeNull()
    const next = nextTotpCode(secret, at, used)
    expect(matchingTotpStep(secret, next, at, used)).toBe(totpStepOf(at) + 1)
  })

  it('draws the code for an app', async () => {
    expect(await totpQrCode('kpa@berdaya.test', newTotpSecret())).toMatch(/^<svg /)
  })
})
