import type { AppLoadContext } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '~/../e2e/support/database'
import { createUser, type NewUser } from '~/../e2e/support/people'
import { now } from './clock.server'
import { csrfTokenFor, isOwnForm } from './csrf.server'
import { db } from './db.server'
import {
  getSession,
  type RequestArgs,
  requireConfirmed,
  requireSession,
  startSession,
} from './session.server'

useDatabase()

const PAGE = 'http://localhost:3000/penerima?cari=siti'

function asking(cookie: string, init: RequestInit = {}, url = PAGE): RequestArgs {
  const context: AppLoadContext = { nonce: 'n', reference: 'r' }
  return { request: new Request(url, { ...init, headers: { cookie, ...init.headers } }), context }
}

async function signedIn(
  wanted: NewUser = { roles: ['coordinator'] },
  options: { at?: Date; secondFactorAt?: Date } = {},
) {
  const user = await createUser(wanted)
  const { setCookie, sessionId } = await startSession(user.id, options)
  return { ...user, sessionId, setCookie, cookie: setCookie.split(';')[0] ?? '' }
}

const leadsTo = async (going: Promise<unknown>): Promise<string | null> => {
  const answer: unknown = await going.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return answer instanceof Response ? answer.headers.get('location') : null
}

const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000)

describe('a session', () => {
  it('is a cookie that scripts cannot read, of which only a hash is kept', async () => {
    const { setCookie, cookie, sessionId } = await signedIn()
    expect(setCookie).toMatch(/HttpOnly/)
    expect(setCookie).toMatch(/SameSite=Lax/)
    const { tokenHash } = await db.userSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(decodeURIComponent(cookie)).not.toContain(Buffer.from(tokenHash).toString('base64url'))
    expect(await getSession(asking(cookie))).toMatchObject({ sessionId })
    expect(await getSession(asking(`${cookie.slice(0, -4)}AAAA`)), 'a forged cookie').toBeNull()
  })

  it('ends when it is not used, when it is old, when it is ended, and with its account', async () => {
    const idle = await signedIn(undefined, { at: hoursAgo(3) })
    expect(await getSession(asking(idle.cookie))).toBeNull()
    const old = await signedIn(undefined, { at: hoursAgo(13) })
    await db.userSession.update({ where: { id: old.sessionId }, data: { lastSeenAt: now() } })
    expect(await getSession(asking(old.cookie))).toBeNull()
    const ended = await signedIn()
    await db.userSession.update({ where: { id: ended.sessionId }, data: { endedAt: now() } })
    expect(await getSession(asking(ended.cookie))).toBeNull()
    const closed = await signedIn()
    await db.userAccount.update({ where: { id: closed.id }, data: { deactivatedAt: now() } })
    expect(await getSession(asking(closed.cookie))).toBeNull()
  })

  it('counts a role to its last day and no longer', async () => {
    const past = await signedIn({ roles: ['treasurer'], expiresOn: '2020-01-01' })
    expect((await getSession(asking(past.cookie)))?.actor.roles).toEqual([])
    const valid = await signedIn({ roles: [['verifier', '64.72']], expiresOn: '2999-01-01' })
    expect((await getSession(asking(valid.cookie)))?.actor.roles).toEqual([
      { role: 'verifier', regencyCode: '64.72' },
    ])
  })

  it('is new at every sign-in, and the browser’s earlier one ends', async () => {
    const { id, cookie, sessionId } = await signedIn()
    const again = await startSession(id, { request: asking(cookie).request })
    expect(again.sessionId).not.toBe(sessionId)
    expect(await getSession(asking(cookie))).toBeNull()
  })
})

describe('requireSession', () => {
  it('leads visitors to the sign-in, and back afterwards', async () => {
    expect(await leadsTo(requireSession(asking('')))).toBe('/masuk?lanjut=%2Fpenerima%3Fcari%3Dsiti')
    expect(await db.userSession.count(), 'a visitor leaves no session').toBe(0)
  })

  it('asks for the code first, then a new password, then the second factor of the role', async () => {
    const enrolled = await signedIn({ roles: ['approver'], mustChangePassword: true })
    await db.userAccount.update({ where: { id: enrolled.id }, data: { totpConfirmedAt: now() } })
    expect(await leadsTo(requireSession(asking(enrolled.cookie)))).toMatch(/^\/masuk\/kode/)
    expect(await leadsTo(requireSession(asking(enrolled.cookie), 'password'))).toMatch(/^\/masuk\/kode/)
    expect(await leadsTo(requireSession(asking(enrolled.cookie), 'code'))).toBeNull()

    const fresh = await signedIn({ roles: ['approver'], mustChangePassword: true })
    expect(await leadsTo(requireSession(asking(fresh.cookie)))).toMatch(/^\/akun\/kata-sandi/)
    await db.userAccount.update({ where: { id: fresh.id }, data: { mustChangePassword: false } })
    expect(await leadsTo(requireSession(asking(fresh.cookie)))).toMatch(/^\/akun\/faktor-kedua/)
    expect(await leadsTo(requireSession(asking(fresh.cookie), 'enrolment'))).toBeNull()
  })
})

describe('requireConfirmed', () => {
  it('asks anew after five minutes, and leads back to the page with the form', async () => {
    const { cookie, sessionId } = await signedIn()
    const post = {
      method: 'POST',
      headers: { referer: 'http://localhost:3000/penyaluran/batch/1/persetujuan' },
    }
    expect(await leadsTo(requireConfirmed(asking(cookie, post)))).toBeNull()
    await db.userSession.update({
      where: { id: sessionId },
      data: { confirmedAt: new Date(now().getTime() - 5 * 60_000 - 1) },
    })
    const to = await leadsTo(requireConfirmed(asking(cookie, post)))
    expect(to).toBe('/akun/konfirmasi?lanjut=%2Fpenyaluran%2Fbatch%2F1%2Fpersetujuan')
  })
})

describe('a posted form', () => {
  const form = (token: string) => {
    const data = new FormData()
    data.set('_csrf', token)
    return data
  }

  it('counts with the token of its own session, and with no other', async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()]
    const { token } = await csrfTokenFor(asking(mine.cookie))
    expect(await isOwnForm(asking(mine.cookie), form(token))).toBe(true)
    expect(await isOwnForm(asking(theirs.cookie), form(token))).toBe(false)
    expect(await isOwnForm(asking(''), form(token))).toBe(false)
    expect(await isOwnForm(asking(mine.cookie), form(`${token}x`))).toBe(false)
    expect(await isOwnForm(asking(mine.cookie), new FormData())).toBe(false)
  })

  it('counts from a visitor by the seed in their cookie', async () => {
    const { token, setCookie } = await csrfTokenFor(asking(''))
    const cookie = setCookie?.split(';')[0] ?? ''
    expect(await isOwnForm(asking(cookie), form(token))).toBe(true)
    expect((await csrfTokenFor(asking(cookie))).setCookie).toBeNull()
  })

  it.each([
    [{ origin: 'https://jahat.test' }, false],
    [{ origin: 'null' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, true],
  ])('with %j is ours: %s', async (headers, ours) => {
    const { cookie } = await signedIn()
    const { token } = await csrfTokenFor(asking(cookie))
    expect(await isOwnForm(asking(cookie, { headers }), form(token))).toBe(ours)
  })
})
