import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { signedCookie } from './cookies.server'
import { env } from './env.server'
import { getSession, type RequestArgs } from './session.server'

/** The name of the hidden input, and of the header for scripts that send no form. */
export const CSRF_FIELD = '_csrf'
export const CSRF_HEADER = 'x-csrf-token'

const seedCookie = () => signedCookie('berdaya_seed')

/**
 * The token that a page's forms carry. It belongs to the session; a visitor's belongs to a seed in a signed cookie,
 * so that nobody fills the session table by looking at the sign-in page.
 */
export async function csrfTokenFor(args: RequestArgs): Promise<{ token: string; setCookie: string | null }> {
  const bound = await bindingOf(args)
  if (bound) return { token: tokenFor(bound), setCookie: null }
  const seed = randomBytes(18).toString('base64url')
  return { token: tokenFor(`seed:${seed}`), setCookie: await seedCookie().serialize(seed) }
}

/** Does a posted form come from one of our own pages, opened by the same person. */
export async function isOwnForm(args: RequestArgs, form: FormData): Promise<boolean> {
  if (!isOwnOrigin(args.request)) return false
  const given = form.get(CSRF_FIELD) ?? args.request.headers.get(CSRF_HEADER)
  const bound = await bindingOf(args)
  return typeof given === 'string' && bound !== null && matches(given, bound)
}

/** What the browser itself says about where a request comes from; silent old browsers are left to the token. */
export function isOwnOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.get('origin')
  if (origin === null) return true
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === new URL(request.url).host || host === new URL(env().PUBLIC_URL).host
}

async function bindingOf(args: RequestArgs): Promise<string | null> {
  const session = await getSession(args)
  if (session) return `session:${session.sessionId}`
  const seed: unknown = await seedCookie().parse(args.request.headers.get('cookie'))
  return typeof seed === 'string' && seed !== '' ? `seed:${seed}` : null
}

function tokenFor(bound: string): string {
  const salt = randomBytes(9).toString('base64url')
  return `${salt}.${signature(env().SESSION_SECRETS[0] ?? '', salt, bound).toString('base64url')}`
}

function matches(token: string, bound: string): boolean {
  const [salt = '', mac = ''] = token.split('.')
  const given = Buffer.from(mac, 'base64url')
  return env().SESSION_SECRETS.some((secret) => {
    const right = signature(secret, salt, bound)
    return given.length === right.length && timingSafeEqual(given, right)
  })
}

function signature(secret: string, salt: string, bound: string): Buffer {
  return createHmac('sha256', secret).update(`csrf|${salt}|${bound}`).digest()
}
