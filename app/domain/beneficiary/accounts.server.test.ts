import { describe, expect, it } from 'vitest'
import { open } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { anOpenYear, BERAU, peopleAt, SAMARINDA } from '../../../e2e/support/beneficiaries'
import { useDatabase } from '../../../e2e/support/database'
import { anActor } from '../../../e2e/support/people'
import { listAccounts } from './account-queries.server'
import { enterAccounts } from './enter-accounts.server'
import { verifyAccounts } from './verify-accounts.server'

useDatabase()

const at = new Date('2026-06-01T02:00:00Z')

async function scene(people = 1) {
  const { id } = await anOpenYear({ quota: 300 })
  await db.bank.createMany({
    data: [
      { code: '124', name: 'Bankaltimtara', shortName: 'Kaltimtara' },
      { code: '002', name: 'BRI', shortName: 'BRI' },
    ],
    skipDuplicates: true,
  })
  const persons = await peopleAt('decreed', people, id)
  const coordinator = await anActor('coordinator', SAMARINDA)
  const verifier = await anActor('verifier', SAMARINDA)
  const entry = (index = 0, part = {}) => ({
    beneficiaryId: persons[index]?.id ?? '',
    bankCode: '124',
    accountNumber: `00112233${index}0`,
    holderName: persons[index]?.name ?? '',
    ...part,
  })
  const accountOf = (index = 0) =>
    db.bankAccount.findFirstOrThrow({ where: { beneficiaryId: persons[index]?.id, supersededAt: null } })
  return { programmeId: id, persons, coordinator, verifier, entry, accountOf }
}

describe('a bank account', () => {
  it('is entered by one and verified by another, and both are barred from approving', async () => {
    const { coordinator, verifier, entry, accountOf, persons } = await scene()
    await enterAccounts(coordinator, [entry()], at)
    const account = await accountOf()
    expect(open(account.numberEnc)).toBe('0011223300')
    await verifyAccounts(
      verifier,
      [{ accountId: account.id, decision: 'verified', inquiryName: `H. ${persons[0]?.name.toUpperCase()}` }],
      at,
    )
    expect(await accountOf()).toMatchObject({ verifiedBy: verifier.userId, matchPercent: 100 })
    const deeds = await db.involvement.findMany({
      orderBy: { id: 'asc' },
      select: { userId: true, deed: true },
    })
    expect(deeds).toEqual([
      { userId: coordinator.userId, deed: 'account_entered' },
      { userId: verifier.userId, deed: 'account_verified' },
    ])
    expect(
      await db.auditEvent.count({
        where: { kind: { in: ['bank_account.entered', 'bank_account.verified'] } },
      }),
    ).toBe(2)
  })

  it('is never verified by whoever entered it, whatever roles they hold', async () => {
    const { coordinator, entry, accountOf } = await scene()
    const both = {
      ...coordinator,
      roles: [...coordinator.roles, { role: 'treasurer' as const, regencyCode: null }],
    }
    await enterAccounts(both, [entry()], at)
    const { id } = await accountOf()
    const verify = verifyAccounts(both, [{ accountId: id, decision: 'verified', inquiryName: 'Siapa' }], at)
    await expect(verify).rejects.toMatchObject({ code: 'beneficiary.entered_it_yourself' })
    await expect(
      db.bankAccount.update({ where: { id }, data: { verifiedBy: both.userId, verifiedAt: at } }),
    ).rejects.toThrow()
  })

  it('is decided once when two people decide at the same moment', async () => {
    const { coordinator, verifier, entry, accountOf } = await scene()
    await enterAccounts(coordinator, [entry()], at)
    const { id } = await accountOf()
    const treasurer = await anActor('treasurer')
    const results = await Promise.allSettled([
      verifyAccounts(verifier, [{ accountId: id, decision: 'verified', inquiryName: 'Nama' }], at),
      verifyAccounts(treasurer, [{ accountId: id, decision: 'refused', reason: 'Nama berbeda jauh' }], at),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const decided = await accountOf()
    expect([decided.verifiedAt, decided.refusedAt].filter(Boolean)).toHaveLength(1)
  })

  it('changes only with a reason, into a new row that nobody has verified', async () => {
    const { coordinator, verifier, entry, accountOf } = await scene()
    await enterAccounts(coordinator, [entry()], at)
    const first = await accountOf()
    await verifyAccounts(verifier, [{ accountId: first.id, decision: 'verified', inquiryName: 'Nama' }], at)
    await expect(
      enterAccounts(coordinator, [entry(0, { accountNumber: '9988776655' })], at),
    ).rejects.toMatchObject({ code: 'beneficiary.account_reason_needed', field: 'reason' })
    await enterAccounts(
      coordinator,
      [entry(0, { accountNumber: '9988776655', reason: 'Rekening lama ditutup bank' })],
      at,
    )
    expect(await accountOf()).toMatchObject({ verifiedAt: null, reason: 'Rekening lama ditutup bank' })
    expect(await db.bankAccount.findUnique({ where: { id: first.id } })).toMatchObject({ supersededAt: at })
    await expect(
      verifyAccounts(verifier, [{ accountId: first.id, decision: 'verified', inquiryName: 'Nama' }], at),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' })
  })

  it('of several people is seen as a warning', async () => {
    const { coordinator, entry, persons } = await scene(2)
    await enterAccounts(
      coordinator,
      [entry(0, { accountNumber: '5555555555' }), entry(1, { accountNumber: '5555555555' })],
      at,
    )
    const [account] = await listAccounts(coordinator, persons[0]?.id ?? '')
    expect(account).toMatchObject({ sharedBy: 1, number: '******5555', state: 'entered' })
  })

  it('is out of reach for another regency, and all or none for a list', async () => {
    const { coordinator, entry, programmeId } = await scene()
    const [far] = await peopleAt('decreed', 1, programmeId, { regencyCode: BERAU })
    await expect(
      enterAccounts(coordinator, [entry(), entry(0, { beneficiaryId: far?.id })], at),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect(await db.bankAccount.count()).toBe(0)
    await expect(enterAccounts(await anActor('verifier', SAMARINDA), [entry()], at)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await expect(enterAccounts(coordinator, [entry(0, { bankCode: '999' })], at)).rejects.toMatchObject({
      code: 'beneficiary.bank_unknown',
    })
  })

  it('of 200 people is entered and verified in one go each', async () => {
    const { coordinator, verifier, entry, persons } = await scene(200)
    const began = performance.now()
    await enterAccounts(
      coordinator,
      persons.map((_, index) => entry(index)),
      at,
    )
    const accounts = await db.bankAccount.findMany({ select: { id: true, holderName: true } })
    await verifyAccounts(
      verifier,
      accounts.map((account) => ({
        accountId: account.id,
        decision: 'verified',
        inquiryName: account.holderName,
      })),
      at,
    )
    expect(await db.bankAccount.count({ where: { verifiedAt: { not: null } } })).toBe(200)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
