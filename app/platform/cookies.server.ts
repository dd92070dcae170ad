import { type Cookie, createCookie } from '@remix-run/node'
import { env } from './env.server'

const made = new Map<string, Cookie>()

/** A signed cookie that scripts cannot read; sent over TLS only where the portal is reached by it. */
export function signedCookie(name: string): Cookie {
  const known = made.get(name)
  if (known) return known
  const cookie = createCookie(name, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secrets: [...env().SESSION_SECRETS],
    secure: env().PUBLIC_URL.startsWith('https:'),
  })
  made.set(name, cookie)
  return cookie
}
