import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { passwordMatches } from '~/platform/auth.server'
import { type Counted, forgiveTry, minutesToWait } from '~/platform/rate-limit.server'
import { endSessions } from '~/platform/session.server'
import { accountOf, newPasswordHash } from './account.server'

/**
 * Changes one's own password and ends all other sessions.
 * Refuses `account.wait`, `account.password_wrong`, `account.password_same`, `account.password_guessable`, `account.password_is_you`.
 */
export async function changePassword(
  actor: Actor,
  sessionId: string,
  input: { current: string; password: string },
  at: Date,
): Promise<void> {
  const counted: Counted[] = [['confirm', actor.userId]]
  const minutes = await minutesToWait(counted)
  if (minutes !== null) refuse('account.wait', { minutes })
  const account = await accountOf(actor.userId)
  if (!(await passwordMatches(account.passwordHash, input.current))) {
    refuse('account.password_wrong', {}, { kind: 'invalid', field: 'current' })
  }
  const passwordHash = await newPasswordHash(account, input.password)
  await write(
    actor,
    async (tx, record) => {
      const { count } = await tx.userAccount.updateMany({
        where: { id: actor.userId, passwordHash: account.passwordHash },
        data: { passwordHash, mustChangePassword: false, passwordChangedAt: at, version: { increment: 1 } },
      })
      if (count !== 1) refuse('changed_meanwhile')
      const ended = await endSessions(
        tx,
        { userId: actor.userId, id: { not: sessionId } },
        'password_changed',
        at,
      )
      await tx.userSession.update({ where: { id: sessionId }, data: { confirmedAt: at } })
      record({
        kind: 'user.password_changed',
        subject: { type: 'user', id: actor.userId },
        facts: { by: 'owner', sessionsEnded: ended },
      })
    },
    { at },
  )
  await forgiveTry(counted)
}
