import { describe, expect, it } from 'vitest'
import { useDatabase } from '~/../e2e/support/database'
import { createUser } from '~/../e2e/support/people'
import { now } from '~/platform/clock.server'
import { open } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { startSession } from '~/platform/session.server'
import { nextTotpCode } from '~/platform/totp.server'
import { beginSecondFactor, enrolSecondFactor, removeSecondFactor } from './enrol-second-factor.server'
import { giveCode } from './give-code.server'

useDatabase()

async function enrolled(role: 'approver' | 'coordinator' = 'approver') {
  const { actor, id } = await createUser({ roles: [role] })
  const session = () => startSession(id)
  const first = await session()
  await beginSecondFactor(actor, now())
  const account = await db.userAccount.findUniqueOrThrow({ where: { id } })
  const secret = open(account.totpSecretEnc ?? Buffer.alloc(0))
  const start = new Date(now().getTime() - 10 * 60_000)
  await enrolSecondFactor(actor, first.sessionId, nextTotpCode(secret, start, null), start)
  return { actor, id, secret, session }
}

describe('the second factor', () => {
  it('lets a session go on with a right code', async () => {
    const { actor, secret, session } = await enrolled()
    const { sessionId } = await session()
    const at = now()
    await giveCode(actor, sessionId, nextTotpCode(secret, at, null), at)
    expect((await db.userSession.findUniqueOrThrow({ where: { id: sessionId } })).secondFactorAt).toEqual(at)
  })

  it('lets one of two browsers in with the code of one step', async () => {
    const { actor, secret, session } = await enrolled()
    const [one, other] = [await session(), await session()]
    const at = now()
    const code = nextTotpCode(secret, at, null)
    const results = await Promise.allSettled(
      [one, other].map(({ sessionId }) => giveCode(actor, sessionId, code, at)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'account.code_wrong' },
    })
    expect(await db.userSession.count({ where: { secondFactorAt: at } })).toBe(1)
    const third = await session()
    await expect(giveCode(actor, third.sessionId, code, at)).rejects.toMatchObject({
      code: 'account.code_wrong',
    })
  })

  it('stops guessing after five codes', async () => {
    const { actor, secret, session } = await enrolled()
    const { sessionId } = await session()
    const at = now()
    const wrong = nextTotpCode(secret, new Date(at.getTime() + 3_600_000), null)
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(giveCode(actor, sessionId, wrong, at)).rejects.toMatchObject({
        code: 'account.code_wrong',
      })
    }
    await expect(giveCode(actor, sessionId, nextTotpCode(secret, at, null), at)).rejects.toMatchObject({
      code: 'account.wait',
    })
  })

  it('cannot be given up by an approver', async () => {
    const { actor } = await enrolled('approver')
    await expect(removeSecondFactor(actor, 'apa saja', now())).rejects.toMatchObject({
      code: 'account.second_factor_required',
    })
  })
})
