import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { write } from '~/domain/audit/write.server'
import { type Locale, SYSTEM_ACTOR } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { now } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { demoAccountsMaySignIn, env } from '~/platform/env.server'
import { textsFor } from '~/platform/i18n.server'
import { postMail } from '~/platform/mail.server'
import { enqueue, job } from '~/platform/queue.server'
import { minutesToWait } from '~/platform/rate-limit.server'
import { endSessions } from '~/platform/session.server'
import { actorOf, newPasswordHash } from './account.server'

const LINK_MINUTES = 60

/**
 * Asks for a one-time link by mail. Whether there is such an account is found out only afterwards, by a job, so that
 * neither the answer nor its time tells. Refuses `account.wait`.
 */
export async function requestPasswordReset(email: string, remoteAddress: string, at: Date): Promise<void> {
  const minutes = await minutesToWait([
    ['reset-address', remoteAddress],
    ['reset-account', email],
  ])
  if (minutes !== null) refuse('account.wait', { minutes })
  await write(
    SYSTEM_ACTOR,
    async (tx, record) => {
      await enqueue(tx, 'account.mail-reset-link', { email })
      record({ kind: 'user.password_reset_requested', subject: { type: 'system', id: 'forgotten-password' } })
    },
    { at },
  )
}

export const mailResetLink = job(z.object({ email: z.string() }), ({ email }) => sendResetLink(email, now()))

/** Mails the link if the address belongs to an open account; earlier links end. */
export async function sendResetLink(email: string, at: Date): Promise<void> {
  const account = await db.userAccount.findUnique({
    where: { email, deactivatedAt: null },
    select: { id: true, name: true, email: true, locale: true, isDemo: true },
  })
  if (!account || (account.isDemo && !demoAccountsMaySignIn())) return
  const token = randomBytes(32).toString('base64url')
  const t = textsFor(account.locale as Locale)
  await write(
    actorOf(account),
    async (tx, record) => {
      await tx.passwordReset.updateMany({ where: { userId: account.id, usedAt: null }, data: { usedAt: at } })
      const expiresAt = new Date(at.getTime() + LINK_MINUTES * 60_000)
      await tx.passwordReset.create({ data: { tokenHash: hashOf(token), userId: account.id, expiresAt } })
      const link = `${env().PUBLIC_URL}/masuk/atur-ulang/${token}`
      const text = t('account.mail.reset.text', { name: account.name, link, minutes: LINK_MINUTES })
      await postMail(
        tx,
        { kind: 'password_reset', to: account.email, subject: t('account.mail.reset.subject'), text },
        at,
      )
      record({ kind: 'user.password_reset_requested', subject: { type: 'user', id: account.id } })
    },
    { at },
  )
}

/** Whether a link may still be used. */
export async function isOpenResetLink(token: string, at: Date): Promise<boolean> {
  return (await openLink(token, at)) !== null
}

/**
 * Sets a new password by a mailed link: once, however often the link is sent at the same moment. Ends all sessions;
 * the second factor stays. Refuses `account.link_used` and what `newPasswordHash` refuses.
 */
export async function resetPassword(input: { token: string; password: string }, at: Date): Promise<void> {
  const link = await openLink(input.token, at)
  const account =
    link && (await db.userAccount.findUnique({ where: { id: link.userId, deactivatedAt: null } }))
  if (!link || !account) refuse('account.link_used')
  const passwordHash = await newPasswordHash(account, input.password)
  await write(
    actorOf(account),
    async (tx, record) => {
      const { count } = await tx.passwordReset.updateMany({
        where: { tokenHash: link.tokenHash, usedAt: null, expiresAt: { gt: at } },
        data: { usedAt: at },
      })
      if (count !== 1) refuse('account.link_used')
      await tx.userAccount.update({
        where: { id: account.id },
        data: { passwordHash, mustChangePassword: false, passwordChangedAt: at, version: { increment: 1 } },
      })
      const ended = await endSessions(tx, { userId: account.id }, 'password_changed', at)
      record({
        kind: 'user.password_changed',
        subject: { type: 'user', id: account.id },
        facts: { by: 'link', sessionsEnded: ended },
      })
    },
    { at },
  )
}

async function openLink(token: string, at: Date) {
  const link = await db.passwordReset.findUnique({ where: { tokenHash: hashOf(token) } })
  return link && link.usedAt === null && link.expiresAt > at ? link : null
}

function hashOf(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(token).digest())
}
