import { describe, expect, it } from 'vitest'
import { useDatabase } from '~/../e2e/support/database'
import { createUser } from '~/../e2e/support/people'
import { hashPassword } from '~/platform/auth.server'
import { db } from '~/platform/db.server'
import { signIn } from './sign-in.server'

useDatabase()

const at = new Date('2026-11-24T01:00:00Z')
const PASSWORD = 'kapal pinisi berlayar'
const account = async (more = {}) =>
  createUser({
    email: 'norlaila@dinsos.test',
    passwordHash: await hashPassword(PASSWORD),
    roles: ['coordinator'],
    ...more,
  })

describe('signIn', () => {
  it('says whose e-mail and password these are, and notes it', async () => {
    const { id } = await account()
    expect(await signIn({ email: ' Norlaila@Dinsos.test ', password: PASSWORD }, '10.0.0.1', at)).toEqual({
      userId: id,
    })
    const events = await db.auditEvent.findMany({ select: { kind: true, actorId: true } })
    expect(events).toEqual([{ kind: 'user.signed_in', actorId: id }])
  })

  it.each([
    ['an unknown account', async () => {}, 'siapa@dinsos.test', PASSWORD],
    ['a wrong password', async () => void (await account()), 'norlaila@dinsos.test', 'kapal pinisi berlabuh'],
    [
      'a deactivated account',
      async () => {
        const { id } = await account()
        await db.userAccount.update({ where: { id }, data: { deactivatedAt: at } })
      },
      'norlaila@dinsos.test',
      PASSWORD,
    ],
  ])('answers %s alike', async (_what, prepare, email, password) => {
    await prepare()
    await expect(signIn({ email, password }, '10.0.0.1', at)).rejects.toMatchObject({
      code: 'account.sign_in_failed',
      params: {},
    })
    expect(await db.auditEvent.count({ where: { kind: 'user.sign_in_failed' } })).toBe(1)
  })

  it('takes as long for an unknown account as for a wrong password', async () => {
    await account()
    const time = async (email: string, from: string) => {
      const start = performance.now()
      await expect(signIn({ email, password: 'salah semua ini' }, from, at)).rejects.toMatchObject({
        code: 'account.sign_in_failed',
      })
      return performance.now() - start
    }
    await time('norlaila@dinsos.test', '10.9.9.9')
    const pairs = await Promise.all([1, 2, 3, 4].map((n) => n)).then(async (numbers) => {
      const times: [number, number][] = []
      for (const n of numbers)
        times.push([
          await time('norlaila@dinsos.test', `10.0.1.${n}`),
          await time(`x${n}@dinsos.test`, `10.0.2.${n}`),
        ])
      return times
    })
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    const ratio = median(pairs.map(([, unknown]) => unknown)) / median(pairs.map(([known]) => known))
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(2.5)
  })

  it('stops after five tries of one account from one address, known or not, and even with the right password', async () => {
    await account()
    for (const email of ['norlaila@dinsos.test', 'siapa@dinsos.test']) {
      const attempts = Array.from({ length: 8 }, () =>
        signIn({ email, password: 'tebakan sembarang' }, '10.0.0.7', at),
      )
      const codes = (await Promise.allSettled(attempts)).map((one) =>
        one.status === 'rejected' ? one.reason.code : 'in',
      )
      expect(codes.filter((code) => code === 'account.sign_in_failed')).toHaveLength(5)
      expect(codes.filter((code) => code === 'account.wait')).toHaveLength(3)
    }
    await expect(
      signIn({ email: 'norlaila@dinsos.test', password: PASSWORD }, '10.0.0.7', at),
    ).rejects.toMatchObject({ code: 'account.wait' })
    await expect(
      signIn({ email: 'norlaila@dinsos.test', password: PASSWORD }, '10.0.0.8', at),
    ).resolves.toBeDefined()
  })

  it('lets no demonstration account in where others can reach the portal', async () => {
    await account({ isDemo: true })
    const { forgetEnv } = await import('~/platform/env.server')
    process.env.HOST = '0.0.0.0'
    forgetEnv()
    try {
      await expect(
        signIn({ email: 'norlaila@dinsos.test', password: PASSWORD }, '10.0.0.1', at),
      ).rejects.toMatchObject({ code: 'account.sign_in_failed' })
    } finally {
      delete process.env.HOST
      forgetEnv()
    }
    await expect(
      signIn({ email: 'norlaila@dinsos.test', password: PASSWORD }, '10.0.0.1', at),
    ).resolves.toBeDefined()
  })
})
