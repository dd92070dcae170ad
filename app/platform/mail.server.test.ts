import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { useDatabase } from '~/../e2e/support/database'
import { anActor } from '~/../e2e/support/people'
import { write } from '~/domain/audit/write.server'
import { now } from './clock.server'
import { db } from './db.server'
import { forgetEnv } from './env.server'
import { postMail, sendMail } from './mail.server'

useDatabase()

let server: Server | undefined

afterEach(() => {
  server?.close()
  delete process.env.SMTP_URL
  forgetEnv()
})

/** A mail server that says yes to everything and keeps what it was given. */
async function aMailServer(): Promise<string[]> {
  const mails: string[] = []
  server = createServer((socket) => {
    let inData = false
    let text = ''
    socket.write('220 uji\r\n')
    socket.on('data', (chunk) => {
      text += chunk.toString()
      if (inData && text.endsWith('\r\n.\r\n')) {
        mails.push(text)
        inData = false
        text = ''
        socket.write('250 kept\r\n')
      } else if (!inData && text.endsWith('\r\n')) {
        inData = /^DATA/m.test(text)
        socket.write(inData ? '354 go on\r\n' : /^QUIT/m.test(text) ? '221 bye\r\n' : '250 yes\r\n')
        text = ''
      }
    })
  })
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  forgetEnv()
  return mails
}

async function post(text: string): Promise<string> {
  const actor = await anActor('admin')
  await write(actor, async (tx, record) => {
    await postMail(
      tx,
      { kind: 'password_reset', to: 'sri@dinsos.test', subject: 'Kata sandi baru', text },
      now(),
    )
    record({ kind: 'user.password_reset_requested', subject: { type: 'user', id: actor.userId } })
  })
  return (await db.outboxMail.findFirstOrThrow()).id
}

const jobs = () => db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM graphile_worker._private_jobs`

it('keeps a mail where there is no mail server', async () => {
  const id = await post('Tautan: http://localhost:3000/masuk/atur-ulang/rahasia')
  expect(await jobs()).toEqual([{ n: 0 }])
  await sendMail({ id })
  expect(await db.outboxMail.findUniqueOrThrow({ where: { id } })).toMatchObject({
    sentAt: null,
    error: null,
  })
})

it('sends a mail once, and then keeps the link no longer', async () => {
  const mails = await aMailServer()
  const id = await post('Tautan: http://localhost:3000/masuk/atur-ulang/rahasia')
  expect(await jobs()).toEqual([{ n: 1 }])
  await sendMail({ id })
  await sendMail({ id })
  expect(mails).toHaveLength(1)
  expect(mails[0]).toContain('atur-ulang/rahasia')
  const kept = await db.outboxMail.findUniqueOrThrow({ where: { id } })
  expect(kept.sentAt).not.toBeNull()
  expect(kept.bodyText).toContain('http://localhost:3000/masuk/atur-ulang/…')
  expect(kept.bodyText).not.toContain('rahasia')
})

it('says why a mail could not be sent, and leaves it to the next try', async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  forgetEnv()
  const id = await post('Isi')
  await expect(sendMail({ id })).rejects.toThrow()
  const kept = await db.outboxMail.findUniqueOrThrow({ where: { id } })
  expect(kept).toMatchObject({ sentAt: null })
  expect(kept.error).toMatch(/ECONNREFUSED/)
})
