import { expect, it } from 'vitest'
import { useDatabase } from '~/../e2e/support/database'
import { may } from '~/domain/shared/permissions'
import { db } from '~/platform/db.server'
import { actingUser } from './acting-user.server'
import { createDemoAccounts, demoAccounts } from './demo-accounts.server'

useDatabase()

it('makes the accounts of the contract, and approvers with a second factor', async () => {
  await createDemoAccounts()
  const accounts = await db.userAccount.findMany({ where: { isDemo: true }, include: { roles: true } })
  expect(accounts).toHaveLength(11 + 3 * 10)
  expect(
    accounts
      .filter(({ totpConfirmedAt }) => totpConfirmedAt)
      .map(({ email }) => email)
      .sort(),
  ).toEqual(['kadis@berdaya.test', 'kpa@berdaya.test'])
  expect(accounts.every(({ mustChangePassword }) => !mustChangePassword)).toBe(true)
  expect(new Set(accounts.map(({ name }) => name)).size).toBe(accounts.length)
})

it('has, in every regency, different people for each pair of duties', async () => {
  await createDemoAccounts()
  const actors = await Promise.all(demoAccounts().map(({ email }) => actingUser({ email })))
  const who = (deed: Parameters<typeof may>[1], code?: string) =>
    actors.filter((actor) => may(actor, deed, code)).map(({ userId }) => userId)
  const codes = [...new Set(demoAccounts().flatMap(({ regencyCode }) => regencyCode ?? []))]
  expect(codes).toHaveLength(10)
  for (const code of codes) {
    expect(
      who('person.register', code).some((one) =>
        who('verification.decide', code).some((other) => other !== one),
      ),
      code,
    ).toBe(true)
    expect(
      who('bankAccount.enter', code).some((one) =>
        who('bankAccount.verify', code).some((other) => other !== one),
      ),
      code,
    ).toBe(true)
    const approvers = who('batch.decide')
    const untouched = approvers.filter(
      (one) => !who('person.register', code).includes(one) && !who('bankAccount.verify', code).includes(one),
    )
    expect(untouched.length, 'two levels of approval').toBeGreaterThanOrEqual(2)
    expect(who('batch.prepare').some((one) => !approvers.includes(one))).toBe(true)
  }
})
