import { write } from '~/domain/audit/write.server'
import { SYSTEM_ACTOR } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { type Credentials, passwordMatches } from '~/platform/auth.server'
import { db } from '~/platform/db.server'
import { demoAccountsMaySignIn } from '~/platform/env.server'
import { type Counted, forgiveTry, minutesToWait } from '~/platform/rate-limit.server'
import { actorOf } from './account.server'

/**
 * Says whose e-mail and password these are. Unknown, deactivated and wrong are one answer in one time.
 * Refuses `account.wait` (too many tries) and `account.sign_in_failed`.
 */
export async function signIn(
  credentials: Credentials,
  remoteAddress: string,
  at: Date,
): Promise<{ userId: string }> {
  const email = credentials.email.trim().toLowerCase()
  const counted: Counted[] = [
    ['sign-in-pair', `${email} ${remoteAddress}`],
    ['sign-in-account', email],
    ['sign-in-address', remoteAddress],
  ]
  const minutes = await minutesToWait(counted)
  if (minutes !== null) refuse('account.wait', { minutes })

  const account = await db.userAccount.findUnique({
    where: { email },
    select: { id: true, name: true, passwordHash: true, isDemo: true, deactivatedAt: true },
  })
  const barred = !account || account.deactivatedAt !== null || (account.isDemo && !demoAccountsMaySignIn())
  const matched = await passwordMatches(barred ? null : account.passwordHash, credentials.password)
  if (barred || !matched) {
    await noteFailure(account?.id, at)
    refuse('account.sign_in_failed', {}, { kind: 'invalid' })
  }
  await forgiveTry(counted)
  await write(
    actorOf(account),
    async (_tx, record) => record({ kind: 'user.signed_in', subject: { type: 'user', id: account.id } }),
    { at },
  )
  return { userId: account.id }
}

async function noteFailure(userId: string | undefined, at: Date): Promise<void> {
  const subject = userId ? { type: 'user' as const, id: userId } : { type: 'system' as const, id: 'sign-in' }
  await write(
    SYSTEM_ACTOR,
    async (_tx, record) => record({ kind: 'user.sign_in_failed', subject, facts: { step: 'password' } }),
    { at },
  )
}
