import { createTransport, type Transporter } from 'nodemailer'
import { z } from 'zod'
import { now } from './clock.server'
import { db, type Transaction } from './db.server'
import { env } from './env.server'
import { enqueue, job } from './queue.server'

export type Mail = { kind: 'notice' | 'password_reset'; to: string; subject: string; text: string }

/** Keeps a mail in the outbox of the transaction; where there is a mail server, a job sends it after the commit. */
export async function postMail(tx: Transaction, mail: Mail, at: Date): Promise<void> {
  const { id } = await tx.outboxMail.create({
    select: { id: true },
    data: { kind: mail.kind, toAddress: mail.to, subject: mail.subject, bodyText: mail.text, createdAt: at },
  })
  if (env().SMTP_URL) await enqueue(tx, 'mail.send', { id })
}

const transporters = new Map<string, Transporter>()

function transporterFor(url: string): Transporter {
  const transporter = transporters.get(url) ?? createTransport(url)
  transporters.set(url, transporter)
  return transporter
}

/** Sends a mail of the outbox, once; what it opened (a one-time link) is no longer kept afterwards. */
export const sendMail = job(z.object({ id: z.uuid() }), async ({ id }) => {
  const mail = await db.outboxMail.findUnique({ where: { id } })
  const url = env().SMTP_URL
  if (!mail || mail.sentAt || !url) return
  try {
    await transporterFor(url).sendMail({
      from: { name: 'Berdaya', address: `berdaya@${new URL(env().PUBLIC_URL).hostname}` },
      to: mail.toAddress,
      subject: mail.subject,
      text: mail.bodyText,
    })
  } catch (error) {
    await db.outboxMail.update({ where: { id }, data: { error: reasonOf(error) } })
    throw error
  }
  const bodyText = mail.kind === 'password_reset' ? withoutLinks(mail.bodyText) : mail.bodyText
  await db.outboxMail.update({ where: { id }, data: { sentAt: now(), error: null, bodyText } })
})

function withoutLinks(text: string): string {
  return text.replace(/(https?:\/\/\S+\/)\S+/g, '$1…')
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500)
}
