import { describe, expect, it } from 'vitest'
import { anOpenYear } from '~/../e2e/support/beneficiaries'
import { useDatabase } from '~/../e2e/support/database'
import { anActor, createUser } from '~/../e2e/support/people'
import { passwordMatches } from '~/platform/auth.server'
import { now } from '~/platform/clock.server'
import { seal } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { startSession } from '~/platform/session.server'
import { changeRolePolicy } from './change-role-policy.server'
import { createUser as createAccount, createFirstAdmin } from './create-user.server'
import { deactivateUser, reactivateUser } from './deactivate-user.server'
import { grantRole, revokeRole } from './grant-role.server'
import { needsSecondFactor } from './queries.server'
import { issueTemporaryPassword, resetSecondFactor } from './reset-access.server'
import { listUsers } from './user-queries.server'

useDatabase()

const NEW = {
  name: 'Sri Wulandari',
  email: 'sri@dinsos.test',
  role: 'verifier' as const,
  temporaryPassword: 'abcd-efgh-jkmn-pqrs',
}

describe('createUser', () => {
  it('makes an account that must change its password, once per form', async () => {
    await anOpenYear()
    const admin = await anActor('admin')
    const input = { ...NEW, regencyCode: '64.72' }
    const first = await createAccount(admin, input, now(), 'formulir-1')
    expect(await createAccount(admin, input, now(), 'formulir-1')).toEqual(first)
    const made = await db.userAccount.findUniqueOrThrow({ where: { id: first.id }, include: { roles: true } })
    expect(made).toMatchObject({
      mustChangePassword: true,
      roles: [{ role: 'verifier', regencyCode: '64.72' }],
    })
    expect(await passwordMatches(made.passwordHash, NEW.temporaryPassword)).toBe(true)
    const kept = JSON.stringify([
      await db.submission.findMany(),
      await db.auditEvent.findMany({ select: { facts: true } }),
    ])
    expect(kept, 'the password stands nowhere').not.toContain(NEW.temporaryPassword)
  })

  it.each([
    [{ ...NEW, role: 'treasurer' as const, regencyCode: '64.72' }, 'account.role_is_provincial'],
    [{ ...NEW, regencyCode: '64.99' }, 'account.unknown_regency'],
    [{ ...NEW, expiresOn: '2020-01-01' }, 'account.role_already_ended'],
  ])('refuses %j', async (input, code) => {
    await anOpenYear()
    await expect(createAccount(await anActor('admin'), input, now())).rejects.toMatchObject({ code })
  })

  it('is for admins, and lets an operator make the very first admin only', async () => {
    await expect(createFirstAdmin(NEW, now())).resolves.toBeDefined()
    await expect(createFirstAdmin({ ...NEW, email: 'lain@dinsos.test' }, now())).rejects.toMatchObject({
      code: 'account.not_the_first',
    })
    await expect(createAccount(await anActor('coordinator'), NEW, now())).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await expect(createAccount(await anActor('admin'), NEW, now())).rejects.toMatchObject({
      code: 'account.email_taken',
    })
  })
})

describe('an account in use', () => {
  it('ends with its sessions in the same moment, and opens again', async () => {
    const admin = await anActor('admin')
    const { id } = await createUser({ roles: ['verifier'] })
    const { sessionId } = await startSession(id)
    await deactivateUser(admin, { userId: id, reason: 'Pindah tugas' }, now())
    expect(await db.userSession.findUniqueOrThrow({ where: { id: sessionId } })).toMatchObject({
      endedReason: 'deactivated',
    })
    await expect(deactivateUser(admin, { userId: id, reason: 'Pindah tugas' }, now())).rejects.toMatchObject({
      code: 'already_done',
    })
    await reactivateUser(admin, { userId: id }, now())
    expect(await db.userSession.count({ where: { userId: id, endedAt: null } })).toBe(0)
  })

  it('is not changed by its owner, and somebody always remains who can let people in', async () => {
    const admin = await anActor('admin')
    const other = await createUser({ roles: ['admin'] })
    const self = { userId: admin.userId }
    await expect(deactivateUser(admin, { ...self, reason: 'Coba saja' }, now())).rejects.toMatchObject({
      code: 'account.not_yourself',
    })
    await expect(grantRole(admin, { ...self, role: 'approver' }, now())).rejects.toMatchObject({
      code: 'account.not_yourself',
    })
    await expect(
      issueTemporaryPassword(admin, { ...self, temporaryPassword: 'x' }, now()),
    ).rejects.toMatchObject({ code: 'account.not_yourself' })
    await deactivateUser(admin, { userId: other.id, reason: 'Pindah tugas' }, now())
    await db.roleGrant.updateMany({
      where: { userId: admin.userId },
      data: { expiresOn: new Date('2020-01-01') },
    })
    await reactivateUser(admin, { userId: other.id }, now())
    await expect(
      deactivateUser(admin, { userId: other.id, reason: 'Pindah tugas' }, now()),
    ).rejects.toMatchObject({ code: 'account.last_admin' })
  })

  it('gets and loses roles; the same role again moves its last day', async () => {
    const admin = await anActor('admin')
    const { id } = await createUser({ roles: ['verifier'] })
    await grantRole(admin, { userId: id, role: 'approver', expiresOn: '2030-06-30' }, now())
    await grantRole(admin, { userId: id, role: 'approver', expiresOn: '2030-12-31' }, now())
    const grants = await db.roleGrant.findMany({ where: { userId: id }, orderBy: { role: 'asc' } })
    expect(grants.map(({ role, expiresOn }) => [role, expiresOn?.toISOString().slice(0, 10)])).toEqual([
      ['approver', '2030-12-31'],
      ['verifier', undefined],
    ])
    const [approver] = grants
    await revokeRole(admin, { userId: id, grantId: approver?.id ?? '' }, now())
    await expect(revokeRole(admin, { userId: id, grantId: approver?.id ?? '' }, now())).rejects.toMatchObject(
      { code: 'not_found' },
    )
  })

  it('loses a second factor whose device is gone, with its sessions', async () => {
    const admin = await anActor('admin')
    const { id } = await createUser({ roles: ['approver'] })
    await expect(
      resetSecondFactor(admin, { userId: id, reason: 'Ponsel hilang' }, now()),
    ).rejects.toMatchObject({ code: 'account.no_second_factor' })
    await db.userAccount.update({ where: { id }, data: { totpSecretEnc: seal('x'), totpConfirmedAt: now() } })
    await startSession(id)
    await resetSecondFactor(admin, { userId: id, reason: 'Ponsel hilang' }, now())
    expect(await db.userSession.count({ where: { userId: id, endedAt: null } })).toBe(0)
    const event = await db.auditEvent.findFirstOrThrow({ where: { kind: 'user.second_factor_reset' } })
    expect(event).toMatchObject({
      actorId: admin.userId,
      facts: { reason: 'Ponsel hilang', sessionsEnded: 1 },
    })
  })
})

describe('changeRolePolicy', () => {
  it('asks a second factor of a role, and never lets approvers off', async () => {
    const admin = await anActor('admin')
    const treasurer = await anActor('treasurer')
    const approver = await anActor('approver')
    await changeRolePolicy(admin, { required: ['treasurer'] }, now())
    expect([await needsSecondFactor(treasurer), await needsSecondFactor(approver)]).toEqual([true, true])
    await changeRolePolicy(admin, { required: [] }, now())
    expect([await needsSecondFactor(treasurer), await needsSecondFactor(approver)]).toEqual([false, true])
    await expect(changeRolePolicy(admin, { required: ['approver'] }, now())).rejects.toMatchObject({
      code: 'account.policy_unchanged',
    })
  })
})

describe('listUsers', () => {
  it('pages by name both ways, finds and filters, within reach', async () => {
    const admin = await anActor('admin')
    for (let number = 0; number < 55; number += 1) {
      const name = `Orang ${String(number).padStart(3, '0')}`
      await createUser({ name, roles: [['verifier', number % 2 === 0 ? '64.72' : '64.03']] })
    }
    const first = await listUsers(admin, {})
    expect(first).toMatchObject({ total: 56, before: null })
    const second = await listUsers(admin, { after: first.after ?? '' })
    expect(second.users.map(({ name }) => name)).toEqual(
      ['Orang 049', 'Orang 050', 'Orang 051', 'Orang 052', 'Orang 053', 'Orang 054'].slice(
        6 - second.users.length,
      ),
    )
    const back = await listUsers(admin, { before: second.before ?? '' })
    expect(back.users.map(({ id }) => id)).toEqual(first.users.map(({ id }) => id))
    expect((await listUsers(admin, { search: 'orang 05' })).total).toBe(5)
    expect((await listUsers(admin, { role: 'admin' })).users.map(({ id }) => id)).toEqual([admin.userId])
    const samarinda = await anActor('coordinator', '64.72')
    expect((await listUsers(samarinda, {})).total).toBe(29)
    await expect(listUsers(await anActor('verifier', '64.72'), {})).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })
})
