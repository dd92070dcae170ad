import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ROLES, type Role } from '~/domain/shared/actor'
import { may } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { now } from '~/platform/clock.server'
import { seal } from '~/platform/crypto.server'
import { csrfTokenFor } from '~/platform/csrf.server'
import { db } from '~/platform/db.server'
import { statusOf } from '~/platform/refusal-sentence.server'
import { startSession } from '~/platform/session.server'
import { newTotpSecret } from '~/platform/totp.server'
import { anOpenYear } from '../support/beneficiaries'
import { emptyDatabase } from '../support/database'
import { createUser } from '../support/people'
import { type Door, listDoors, moduleOf } from './doors'
import { FORMS, type Gate, ROUTE_DEEDS } from './route-deeds'
import { type Complaint, type Entries, findValidEntries } from './valid-form'

const ORIGIN = 'http://localhost:3000'
const NOBODY = randomUUID()

type Person = { role: Role | 'visitor'; actor: Actor | null; userId: string | null }

const people: Person[] = []

beforeAll(async () => {
  await emptyDatabase()
  await anOpenYear()
  for (const role of ROLES) {
    const { actor, id } = await createUser({ roles: [role] })
    if (role === 'approver') {
      await db.userAccount.update({
        where: { id },
        data: { totpSecretEnc: seal(newTotpSecret()), totpConfirmedAt: now() },
      })
    }
    people.push({ role, actor, userId: id })
  }
  people.push({ role: 'visitor', actor: null, userId: null })
})

/** What a door answered: its status, where it led, and what a form complained about. */
type Answer = { status: number; to: string | null; complaint: Complaint | null }

const visiting = new Map<Person, Promise<string>>()

/** The cookie with which a person looks around; forms get one of their own, for some of them end the session. */
function visitingCookieOf(person: Person): Promise<string> {
  const known = visiting.get(person) ?? cookieOf(person)
  visiting.set(person, known)
  return known
}

async function cookieOf(person: Person): Promise<string> {
  if (person.userId) {
    const { setCookie } = await startSession(person.userId, { secondFactorAt: now() })
    return setCookie.split(';')[0] ?? ''
  }
  const { setCookie } = await csrfTokenFor(argsOf(new Request(ORIGIN)))
  return setCookie?.split(';')[0] ?? ''
}

function argsOf(request: Request, params: Record<string, string> = {}) {
  const context: AppLoadContext = { nonce: 'uji', reference: 'uji', remoteAddress: '127.0.0.1' }
  return { request, params, context }
}

function addressOf(door: Door): { url: string; params: Record<string, string> } {
  const params: Record<string, string> = {}
  const path = door.path.replace(/:(\w+)/g, (_whole, name: string) => {
    params[name] = PARAMETERS[name] ?? NOBODY
    return params[name]
  })
  return { url: ORIGIN + path.replace('*', 'tidak-ada'), params }
}

/** Parameters that are no row's id. */
const PARAMETERS: Record<string, string> = {
  format: 'csv',
  code: 'food',
  page: 'umum',
  file: 'tidak-ada.png',
  line: '1',
  token: 'tidak-berlaku',
}

async function answerOf(handle: () => unknown): Promise<Answer> {
  try {
    return read(await handle())
  } catch (thrown) {
    if (thrown instanceof Refusal) return { status: statusOf(thrown), to: null, complaint: null }
    if (thrown instanceof Error) throw thrown
    return read(thrown)
  }
}

function read(result: unknown): Answer {
  if (result instanceof Response) {
    return { status: result.status, to: result.headers.get('location'), complaint: null }
  }
  const made = result as {
    init?: { status?: number } | null
    data?: { result?: { error?: Complaint } }
  } | null
  const status = made?.init?.status ?? 200
  return {
    status,
    to: null,
    complaint: status === 400 || status === 413 ? (made?.data?.result?.error ?? {}) : null,
  }
}

/** Visits a screen as the server does: the screens around it are asked too, and the sternest answer counts. */
async function visit(door: Door, person: Person): Promise<Answer> {
  const { url, params } = addressOf(door)
  const headers = { cookie: await visitingCookieOf(person) }
  const answers: Answer[] = []
  for (const file of [...door.around, door.file]) {
    const { loader } = await moduleOf(file)
    if (!loader) continue
    answers.push(await answerOf(() => loader(argsOf(new Request(url, { headers }), params))))
  }
  const sternest =
    answers.find(({ status }) => status === 403) ?? answers.sort((one, other) => other.status - one.status)[0]
  return sternest ?? { status: 405, to: null, complaint: null }
}

async function post(door: Door, person: Person, entries: Entries): Promise<Answer> {
  const { action } = await moduleOf(door.file)
  if (!action) return { status: 405, to: null, complaint: null }
  const { url, params } = addressOf(door)
  const cookie = await cookieOf(person)
  const { token } = await csrfTokenFor(argsOf(new Request(url, { headers: { cookie } })))
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...entries, _csrf: token })) body.append(name, value)
  const withFile = Object.values(entries).some((value) => value instanceof File)
  const request = new Request(url, {
    method: 'POST',
    headers: { cookie, origin: ORIGIN },
    body: withFile ? body : urlEncoded(body),
  })
  return answerOf(() => action(argsOf(request, params)))
}

function urlEncoded(form: FormData): URLSearchParams {
  return new URLSearchParams([...form].map(([name, value]) => [name, String(value)]))
}

function passes(person: Person, gate: Gate): boolean {
  if (gate === 'anyone') return true
  if (!person.actor) return false
  if (gate === 'signed in') return true
  const { actor } = person
  if (typeof gate === 'string') return may(actor, gate)
  return 'all' in gate ? gate.all.every((deed) => may(actor, deed)) : gate.some((deed) => may(actor, deed))
}

/** Someone who passes sees the screen, is led on, or hears that there is no such row; someone who does not is refused. */
function verdictOf({ status, to }: Answer): 'passes' | 'refused' | 'must sign in' | 'fails' {
  if (to?.startsWith('/masuk?lanjut=')) return 'must sign in'
  if (status === 403) return 'refused'
  return status < 500 ? 'passes' : 'fails'
}

function differenceOf(person: Person, gate: Gate, answer: Answer): string[] {
  const wanted = passes(person, gate) ? 'passes' : person.actor ? 'refused' : 'must sign in'
  const seen = verdictOf(answer)
  return seen === wanted
    ? []
    : [`${person.role}: ${wanted} by the table, ${seen} at the door (${answer.status} ${answer.to ?? ''})`]
}

const doors = listDoors()

describe('every address', () => {
  it('stands in the table, and the table names no other', () => {
    expect(Object.keys(ROUTE_DEEDS).sort()).toEqual([...new Set(doors.map(({ path }) => path))].sort())
  })

  it.each(doors)('$path shows and takes what the table says', async (door) => {
    const { loader, action } = await moduleOf(door.file)
    const told = ROUTE_DEEDS[door.path]
    expect({ read: loader !== undefined, write: action !== undefined }).toEqual({
      read: told?.read !== undefined,
      write: told?.write !== undefined,
    })
  })

  it.each(doors.filter(({ path }) => ROUTE_DEEDS[path]?.read))(
    'GET $path',
    { timeout: 60_000 },
    async (door) => {
      const gate = ROUTE_DEEDS[door.path]?.read ?? 'anyone'
      const differences: string[] = []
      for (const person of people) differences.push(...differenceOf(person, gate, await visit(door, person)))
      expect(differences, door.path).toEqual([])
    },
  )

  it.each(doors.filter(({ path }) => ROUTE_DEEDS[path]?.write))(
    'POST $path',
    { timeout: 60_000 },
    async (door) => {
      const gate = ROUTE_DEEDS[door.path]?.write ?? 'anyone'
      const first = people.find((person) => passes(person, gate))
      if (!first) throw new Error('nobody may do this')
      const send = async (entries: Entries) => (await post(door, first, entries)).complaint
      const { entries, complaint } = await findValidEntries(send, FORMS[door.path])
      expect(complaint, `no form found that the schema takes; tried ${JSON.stringify(entries)}`).toBeNull()
      const differences: string[] = []
      for (const person of people)
        differences.push(...differenceOf(person, gate, await post(door, person, entries)))
      expect(differences, door.path).toEqual([])
    },
  )
})
