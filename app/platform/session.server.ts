import { createHash, randomBytes } from 'node:crypto'
import { type AppLoadContext, redirect } from '@remix-run/node'
import type { Actor, Locale, RoleReach } from '../domain/shared/actor'
import { now, today } from './clock.server'
import { signedCookie } from './cookies.server'
import { db, type Transaction } from './db.server'
import { demoAccountsMaySignIn } from './env.server'
import { ownPathOf, pageOf } from './own-path.server'

const IDLE_MS = 2 * 3_600_000
const LONGEST_MS = 12 * 3_600_000
const SEEN_EVERY_MS = 60_000
const CONFIRMATION_MS = 5 * 60_000

export type RequestArgs = { request: Request; context: AppLoadContext }

export type Session = {
  actor: Actor
  sessionId: string
  userId: string
  email: string
  isDemo: boolean
  /** Enrolled, but this browser has not given a code yet. */
  secondFactorPending: boolean
  /** A role asks for a second factor and none is enrolled. */
  secondFactorMissing: boolean
  mustChangePassword: boolean
  /** When the person last proved that it is they: at sign-in, or on the confirmation page. */
  confirmedAt: Date | null
}

/** The steps between a password and work, in their order. */
const STEPS = ['code', 'password', 'enrolment', 'work'] as const
export type SessionStep = (typeof STEPS)[number]

const remembered = new WeakMap<object, Promise<Session | null>>()

/** Who is signed in, read once a request; null for a visitor. */
export function getSession({ request, context }: RequestArgs): Promise<Session | null> {
  const known = context && remembered.get(context)
  if (known) return known
  const reading = readSession(request)
  if (context) remembered.set(context, reading)
  return reading
}

/**
 * Who is signed in and has come as far as `step`; anyone else is sent to the step they owe, and comes back afterwards.
 */
export async function requireSession(args: RequestArgs, step: SessionStep = 'work'): Promise<Session> {
  const session = await getSession(args)
  const back = `lanjut=${encodeURIComponent(pageOf(args.request))}`
  if (!session) throw redirect(`/masuk?${back}`)
  const owed: Record<SessionStep, string | false> = {
    code: session.secondFactorPending && `/masuk/kode?${back}`,
    password: session.mustChangePassword && `/akun/kata-sandi?${back}`,
    enrolment: session.secondFactorMissing && `/akun/faktor-kedua?${back}`,
    work: false,
  }
  for (const earlier of STEPS.slice(0, STEPS.indexOf(step))) {
    if (owed[earlier]) throw redirect(owed[earlier])
  }
  return session
}

/** Is a step between password and work still owed. */
export function isUnfinished(session: Session): boolean {
  return session.secondFactorPending || session.mustChangePassword || session.secondFactorMissing
}

/** Has the person proved within the last five minutes that it is they. */
export function isConfirmed(session: Session, at: Date): boolean {
  return session.confirmedAt !== null && at.getTime() - session.confirmedAt.getTime() < CONFIRMATION_MS
}

/** Before money is approved: sends to the confirmation page, which leads back to the page with the form. */
export async function requireConfirmed(args: RequestArgs): Promise<Session> {
  const session = await requireSession(args)
  if (isConfirmed(session, now())) return session
  throw redirect(`/akun/konfirmasi?lanjut=${encodeURIComponent(pageOf(args.request))}`)
}

/** Signs a browser in under a new id, ending the session it had, and gives the cookie that says so. */
export async function startSession(
  userId: string,
  options: { request?: Request; remoteAddress?: string; secondFactorAt?: Date; at?: Date } = {},
): Promise<{ sessionId: string; setCookie: string }> {
  const at = options.at ?? now()
  const token = randomBytes(32).toString('base64url')
  const earlier = options.request && (await tokenIn(options.request))
  if (earlier) {
    await db.userSession.updateMany({
      where: { tokenHash: hashOf(earlier), endedAt: null },
      data: { endedAt: at, endedReason: 'replaced' },
    })
  }
  const { id } = await db.userSession.create({
    select: { id: true },
    data: {
      tokenHash: hashOf(token),
      userId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + LONGEST_MS),
      secondFactorAt: options.secondFactorAt ?? null,
      confirmedAt: at,
      browser: options.request?.headers.get('user-agent')?.slice(0, 300) ?? null,
      remoteAddress: options.remoteAddress ?? null,
    },
  })
  return { sessionId: id, setCookie: await sessionCookie().serialize(token) }
}

export function endedCookie(): Promise<string> {
  return sessionCookie().serialize('', { maxAge: 0 })
}

/** Ends sessions for good; a cookie that still names one is worth nothing. Gives how many were open. */
export async function endSessions(
  tx: Transaction,
  which: { userId: string; id?: string | { not: string } },
  reason: 'signed_out' | 'ended_by_owner' | 'password_changed' | 'deactivated' | 'second_factor_reset',
  at: Date,
): Promise<number> {
  const { count } = await tx.userSession.updateMany({
    where: { ...which, endedAt: null },
    data: { endedAt: at, endedReason: reason },
  })
  return count
}

/** Where a request comes from: behind a trusted proxy, the address that it forwards. */
export function remoteAddressOf({ context }: RequestArgs): string {
  return context.remoteAddress ?? 'unknown'
}

/** Where to go after signing in: the page that was asked for, if it is one of ours. */
export function wayOnFrom(request: Request): string {
  return ownPathOf(new URL(request.url).searchParams.get('lanjut')) ?? '/'
}

type Row = {
  id: string
  user_id: string
  last_seen_at: Date
  second_factor_at: Date | null
  confirmed_at: Date | null
  name: string
  email: string
  locale: Locale
  is_demo: boolean
  must_change_password: boolean
  enrolled: boolean
  required: boolean
  roles: RoleReach[]
}

async function readSession(request: Request): Promise<Session | null> {
  const token = await tokenIn(request)
  if (!token) return null
  const at = now()
  const [row] = await db.$queryRaw<Row[]>`
    SELECT s.id, s.user_id, s.last_seen_at, s.second_factor_at, s.confirmed_at,
           u.name, u.email, u.locale, u.is_demo, u.must_change_password, u.totp_confirmed_at IS NOT NULL AS enrolled,
           coalesce(g.required, false) AS required, coalesce(g.roles, '[]'::json) AS roles
    FROM user_session s JOIN user_account u ON u.id = s.user_id
    LEFT JOIN LATERAL (
      SELECT bool_or(p.second_factor_required) AS required,
             json_agg(json_build_object('role', r.role, 'regencyCode', r.regency_code) ORDER BY r.role, r.regency_code) AS roles
      FROM role_grant r LEFT JOIN role_policy p ON p.role = r.role
      WHERE r.user_id = u.id AND (r.expires_on IS NULL OR r.expires_on >= ${today()}::date)
    ) g ON true
    WHERE s.token_hash = ${hashOf(token)} AND s.ended_at IS NULL AND u.deactivated_at IS NULL
      AND s.expires_at > ${at} AND s.last_seen_at > ${new Date(at.getTime() - IDLE_MS)}`
  if (!row || (row.is_demo && !demoAccountsMaySignIn())) return null
  if (at.getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MS) {
    await db.userSession.updateMany({ where: { id: row.id }, data: { lastSeenAt: at } })
  }
  return sessionOf(row)
}

function sessionOf(row: Row): Session {
  return {
    actor: { userId: row.user_id, name: row.name, roles: row.roles, locale: row.locale },
    sessionId: row.id,
    userId: row.user_id,
    email: row.email,
    isDemo: row.is_demo,
    secondFactorPending: row.enrolled && row.second_factor_at === null,
    secondFactorMissing: row.required && !row.enrolled,
    mustChangePassword: row.must_change_password,
    confirmedAt: row.confirmed_at,
  }
}

async function tokenIn(request: Request): Promise<string | null> {
  const token: unknown = await sessionCookie().parse(request.headers.get('cookie'))
  return typeof token === 'string' && token !== '' ? token : null
}

function sessionCookie() {
  return signedCookie('berdaya_session')
}

function hashOf(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(token).digest())
}
