import { randomUUID } from 'node:crypto'
import packageJson from '../../package.json'
import { csrfTokenFor } from './csrf.server'
import { takeFlash } from './flash.server'
import { localeOf } from './i18n.server'
import { themeOf } from './preferences.server'
import { getSession, type RequestArgs } from './session.server'

/** What every page needs to be drawn, for a visitor as for someone signed in. */
export async function pageFacts(args: RequestArgs) {
  const [session, locale, csrf, { flash, clear }] = await Promise.all([
    getSession(args),
    localeOf(args),
    csrfTokenFor(args),
    takeFlash(args.request),
  ])
  const headers = new Headers()
  for (const cookie of [csrf.setCookie, clear]) if (cookie) headers.append('Set-Cookie', cookie)
  const actor = session?.actor ?? null
  const facts = {
    locale,
    theme: themeOf(args.request),
    actor,
    isDemo: session?.isDemo ?? false,
    seal: { csrfToken: csrf.token, seed: randomUUID() },
    flash,
    reference: args.context.reference,
    version: packageJson.version,
  }
  return { facts, headers }
}
