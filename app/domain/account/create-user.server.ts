import { randomUUID } from 'node:crypto'
import { type Recorder, type Transaction, write } from '~/domain/audit/write.server'
import { type Actor, type Locale, SYSTEM_ACTOR } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { hashPassword } from '~/platform/auth.server'
import { dayIn } from '~/platform/clock.server'
import { checkGrant, type Grant, grantFacts } from './role-grants.server'

export type NewUser = {
  name: string
  email: string
  grants: readonly Grant[]
  passwordHash: string
  mustChangePassword: boolean
  locale?: Locale
  isDemo?: boolean
  totpSecretEnc?: Buffer<ArrayBuffer>
}

export type CreateUserInput = { name: string; email: string; temporaryPassword: string } & Grant

/**
 * Adds an account with its first role; its password is temporary and must be changed at the first sign-in.
 * Refuses `account.email_taken`, `account.role_is_provincial`, `account.unknown_regency`, `account.role_already_ended`.
 */
export async function createUser(
  actor: Actor,
  { temporaryPassword, ...input }: CreateUserInput,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'user.write')
  await checkGrant(input, dayIn(at))
  const passwordHash = await hashPassword(temporaryPassword)
  return write(
    actor,
    async (tx, record) => {
      const taken = await tx.userAccount.findUnique({ where: { email: input.email }, select: { id: true } })
      if (taken) refuse('account.email_taken', {}, { field: 'email' })
      return addUser(
        tx,
        record,
        actor,
        { ...input, grants: [input], passwordHash, mustChangePassword: true },
        at,
      )
    },
    { at, key, form: 'user.create' },
  )
}

/**
 * The first account of a new portal, an admin, made at the operator's command line where nobody can sign in yet.
 * Refuses `account.not_the_first` where an account exists.
 */
export async function createFirstAdmin(
  input: { name: string; email: string; temporaryPassword: string },
  at: Date,
): Promise<{ id: string }> {
  const passwordHash = await hashPassword(input.temporaryPassword)
  return write(
    SYSTEM_ACTOR,
    async (tx, record) => {
      if ((await tx.userAccount.count()) > 0) refuse('account.not_the_first')
      const grants: Grant[] = [{ role: 'admin' }]
      return addUser(
        tx,
        record,
        SYSTEM_ACTOR,
        { ...input, grants, passwordHash, mustChangePassword: true },
        at,
      )
    },
    { at },
  )
}

/** Inserts an account with its roles and notes both. */
export async function addUser(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  user: NewUser,
  at: Date,
): Promise<{ id: string }> {
  const [id = ''] = await addUsers(tx, record, actor, [user], at)
  return { id }
}

/** Inserts accounts with their roles, all at once, a millisecond apart so that they keep their order; gives their ids. */
export async function addUsers(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  users: readonly NewUser[],
  at: Date,
): Promise<string[]> {
  const made = users.map((user, index) => ({ ...user, id: randomUUID(), at: new Date(at.getTime() + index) }))
  await tx.userAccount.createMany({
    data: made.map((user) => ({
      id: user.id,
      email: user.email,
      name: user.name,
      locale: user.locale ?? 'id',
      passwordHash: user.passwordHash,
      mustChangePassword: user.mustChangePassword,
      isDemo: user.isDemo ?? false,
      totpSecretEnc: user.totpSecretEnc ?? null,
      totpConfirmedAt: user.totpSecretEnc ? user.at : null,
      passwordChangedAt: user.at,
      createdAt: user.at,
    })),
  })
  const grants = made.flatMap(({ id, grants }) => grants.map((grant) => ({ ...grant, userId: id })))
  await tx.roleGrant.createMany({
    data: grants.map(({ userId, role, regencyCode, expiresOn }) => ({
      userId,
      role,
      regencyCode: regencyCode ?? null,
      expiresOn: expiresOn ? new Date(expiresOn) : null,
      grantedBy: actor.userId,
      grantedAt: at,
    })),
  })
  record.many(made.map(({ id }) => ({ kind: 'user.created', subject: { type: 'user', id } })))
  record.many(
    grants.map((grant) => ({
      kind: 'user.roles_changed',
      subject: { type: 'user', id: grant.userId },
      facts: { change: 'granted', ...grantFacts(grant) },
    })),
  )
  return made.map(({ id }) => id)
}
