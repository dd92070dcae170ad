import { randomUUID } from 'node:crypto'
import packageJson from '../../package.json'
import { csrfTokenFor } from './csrf.server'
import { takeFlash } from './flash.server'
import { localeOf } from './i18n.server'
import { themeOf } from './preferences.server'
import { getSession, isUnfinished, type RequestArgs, type Session } from './session.server'

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
  const actor = session && shownActor(session)
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

/** While a step of the sign-in is owed no screen would open, so the navigation offers none. */
function shownActor(session: Session): Session['actor'] {
  return isUnfinished(session) ? { ...session.actor, roles: [] } : session.actor
}
