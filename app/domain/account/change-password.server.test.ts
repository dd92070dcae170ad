import { describe, expect, it } from 'vitest'
import { useDatabase } from '~/../e2e/support/database'
import { createUser } from '~/../e2e/support/people'
import { hashPassword, passwordMatches } from '~/platform/auth.server'
import { now } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { startSession } from '~/platform/session.server'
import { changePassword } from './change-password.server'
import { endOwnSessions } from './end-own-sessions.server'
import { resetPassword, sendResetLink } from './forgotten-password.server'

useDatabase()

const OLD = 'kapal pinisi berlayar'
const NEW = 'pasar malam di tepian'

async function account() {
  const { id, actor, email } = await createUser({
    roles: ['coordinator'],
    passwordHash: await hashPassword(OLD),
  })
  const [here, there] = [await startSession(id), await startSession(id)]
  return { id, actor, email, here: here.sessionId, there: there.sessionId }
}

const endedOf = async (id: string) => (await db.userSession.findUniqueOrThrow({ where: { id } })).endedReason
const hashOf = async (id: string) => (await db.userAccount.findUniqueOrThrow({ where: { id } })).passwordHash

async function linkOf(email: string): Promise<string> {
  await sendResetLink(email, now())
  const mail = await db.outboxMail.findFirstOrThrow({
    where: { toAddress: email },
    orderBy: { createdAt: 'desc' },
  })
  return /atur-ulang\/(\S+)/.exec(mail.bodyText)?.[1] ?? ''
}

describe('changePassword', () => {
  it('ends every other session and keeps this one', async () => {
    const { id, actor, here, there } = await account()
    await changePassword(actor, here, { current: OLD, password: NEW }, now())
    expect(await endedOf(there)).toBe('password_changed')
    expect(await endedOf(here)).toBeNull()
    expect(await passwordMatches(await hashOf(id), NEW)).toBe(true)
  })

  it.each([
    [{ current: 'salah semua ini', password: NEW }, 'account.password_wrong'],
    [{ current: OLD, password: OLD }, 'account.password_same'],
    [{ current: OLD, password: 'password12345' }, 'account.password_guessable'],
  ])('refuses %j', async (input, code) => {
    const { id, actor, here, there } = await account()
    await expect(changePassword(actor, here, input, now())).rejects.toMatchObject({ code })
    expect(await passwordMatches(await hashOf(id), OLD)).toBe(true)
    expect(await endedOf(there)).toBeNull()
  })
})

describe('endOwnSessions', () => {
  it('ends one, or all others, and never those of somebody else', async () => {
    const { actor, here, there } = await account()
    const stranger = await account()
    await expect(endOwnSessions(actor, here, stranger.here, now())).rejects.toMatchObject({
      code: 'account.no_such_session',
    })
    expect(await endOwnSessions(actor, here, there, now())).toEqual({ ended: 1 })
    await startSession(actor.userId)
    expect(await endOwnSessions(actor, here, 'others', now())).toEqual({ ended: 1 })
    expect(await endedOf(here)).toBeNull()
    expect(await endedOf(stranger.here)).toBeNull()
  })
})

describe('resetPassword', () => {
  it('sets a new password and ends all sessions', async () => {
    const { id, email, here, there } = await account()
    await resetPassword({ token: await linkOf(email), password: NEW }, now())
    expect(await passwordMatches(await hashOf(id), NEW)).toBe(true)
    expect([await endedOf(here), await endedOf(there)]).toEqual(['password_changed', 'password_changed'])
  })

  it('takes a link once, however many use it at the same moment', async () => {
    const { email } = await account()
    const token = await linkOf(email)
    const tries = ['satu dua tiga empat', 'lima enam tujuh delapan', 'sembilan sepuluh sebelas'].map(
      (password) => resetPassword({ token, password }, now()),
    )
    const results = await Promise.allSettled(tries)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'account.link_used' })
    await expect(resetPassword({ token, password: NEW }, now())).rejects.toMatchObject({
      code: 'account.link_used',
    })
  })

  it('takes no link that is old, replaced or made up', async () => {
    const { email } = await account()
    const first = await linkOf(email)
    const second = await linkOf(email)
    const later = new Date(now().getTime() + 61 * 60_000)
    await expect(resetPassword({ token: first, password: NEW }, now())).rejects.toMatchObject({
      code: 'account.link_used',
    })
    await expect(resetPassword({ token: second, password: NEW }, later)).rejects.toMatchObject({
      code: 'account.link_used',
    })
    await expect(resetPassword({ token: 'karangan', password: NEW }, now())).rejects.toMatchObject({
      code: 'account.link_used',
    })
  })

  it('mails nobody for an address that is not known, and keeps no plain token', async () => {
    await sendResetLink('siapa@dinsos.test', now())
    expect(await db.outboxMail.count()).toBe(0)
    const { email } = await account()
    const token = await linkOf(email)
    const kept = await db.passwordReset.findMany()
    expect(kept.some(({ tokenHash }) => Buffer.from(tokenHash).toString('utf8').includes(token))).toBe(false)
  })
})
