import type { Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { hashPassword, passwordMatches } from '~/platform/auth.server'
import { open } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { matchingTotpStep } from '~/platform/totp.server'
import { whyPasswordWeak } from './password'

/** What the account's own commands read of it. */
export async function accountOf(userId: string) {
  const account = await db.userAccount.findUnique({
    where: { id: userId, deactivatedAt: null },
    select: {
      id: true,
      email: true,
      name: true,
      passwordHash: true,
      mustChangePassword: true,
      totpSecretEnc: true,
      totpConfirmedAt: true,
      totpLastStep: true,
      version: true,
    },
  })
  return account ?? refuse('not_found')
}

export type Account = Awaited<ReturnType<typeof accountOf>>

/** The hash of a new password. Refuses one that is weak, or the same as before. */
export async function newPasswordHash(
  account: Pick<Account, 'email' | 'name' | 'passwordHash'>,
  password: string,
) {
  const weak = whyPasswordWeak(password, account)
  if (weak) refuse(weak, {}, { kind: 'invalid', field: 'password' })
  if (await passwordMatches(account.passwordHash, password)) {
    refuse('account.password_same', {}, { kind: 'invalid', field: 'password' })
  }
  return hashPassword(password)
}

/** Is it the code that the enrolled app shows; null where it is not, or where its time step was used before. */
export function codeStep(account: Account, code: string, at: Date): number | null {
  if (!account.totpSecretEnc) return null
  return matchingTotpStep(open(account.totpSecretEnc), code, at, account.totpLastStep)
}

/** Uses up a time step, so that of two browsers with the same code only one gets in. Refuses `account.code_wrong`. */
export async function useCodeStep(tx: Transaction, userId: string, step: number): Promise<void> {
  const { count } = await tx.userAccount.updateMany({
    where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  })
  if (count !== 1) refuse('account.code_wrong', {}, { kind: 'invalid' })
}

export function actorOf(account: { id: string; name: string }): Actor {
  return { userId: account.id, name: account.name, roles: [], locale: 'id' }
}
