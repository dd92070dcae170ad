import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { hashPassword } from '~/platform/auth.server'
import { endSessions } from '~/platform/session.server'
import { refuseSelf } from './role-grants.server'

/**
 * Takes away a second factor whose device is lost, and ends the person's sessions; the next sign-in enrols anew.
 * Refuses `account.not_yourself`, `account.no_second_factor`.
 */
export async function resetSecondFactor(
  actor: Actor,
  input: { userId: string; reason: string },
  at: Date,
): Promise<void> {
  authorize(actor, 'user.write')
  refuseSelf(actor, input.userId)
  await write(
    actor,
    async (tx, record) => {
      const { count } = await tx.userAccount.updateMany({
        where: { id: input.userId, totpSecretEnc: { not: null } },
        data: { totpSecretEnc: null, totpConfirmedAt: null, totpLastStep: null, version: { increment: 1 } },
      })
      if (count !== 1) refuse('account.no_second_factor')
      const ended = await endSessions(tx, { userId: input.userId }, 'second_factor_reset', at)
      record({
        kind: 'user.second_factor_reset',
        subject: { type: 'user', id: input.userId },
        facts: { reason: input.reason, sessionsEnded: ended },
      })
    },
    { at },
  )
}

/**
 * Gives someone a temporary password to be changed at the next sign-in, and ends their sessions.
 * Refuses `account.not_yourself`, `not_found`.
 */
export async function issueTemporaryPassword(
  actor: Actor,
  input: { userId: string; temporaryPassword: string },
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'user.write')
  refuseSelf(actor, input.userId)
  const passwordHash = await hashPassword(input.temporaryPassword)
  return write(
    actor,
    async (tx, record) => {
      const { count } = await tx.userAccount.updateMany({
        where: { id: input.userId, deactivatedAt: null },
        data: { passwordHash, mustChangePassword: true, passwordChangedAt: at, version: { increment: 1 } },
      })
      if (count !== 1) refuse('not_found')
      const ended = await endSessions(tx, { userId: input.userId }, 'password_changed', at)
      record({
        kind: 'user.temporary_password_issued',
        subject: { type: 'user', id: input.userId },
        facts: { sessionsEnded: ended },
      })
      return { id: input.userId }
    },
    { at, key, form: 'user.temporary-password' },
  )
}
