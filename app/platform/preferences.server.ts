import { env } from './env.server'

export type Theme = 'system' | 'light' | 'dark'

const YEAR_SECONDS = 31_536_000

/** A cookie's value as the browser sent it: unsigned, so only for choices that give nobody anything. */
export function readCookie(request: Request, name: 'bahasa' | 'tema'): string | undefined {
  const found = new RegExp(`(?:^|;\\s*)${name}=([\\w-]*)`).exec(request.headers.get('Cookie') ?? '')
  return found?.[1]
}

/** A choice of this browser (language, theme), kept for a year. */
export function preferenceCookie(name: 'bahasa' | 'tema', value: string): string {
  const secure = env().PUBLIC_URL.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure}`
}

export function themeOf(request: Request): Theme {
  const theme = readCookie(request, 'tema')
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
