import '~/messages/all.server'
import type { Locale } from '~/domain/shared/actor'
import { type Texts, textsIn } from '~/messages/texts'
import { readCookie } from './preferences.server'
import { getSession, type RequestArgs } from './session.server'

/** The texts of a language, for sentences made on the server. */
export function textsFor(locale: Locale): Texts {
  return textsIn(locale)
}

/** The reader's language: their own if they are signed in, else the one chosen in this browser, else Indonesian. */
export async function localeOf(args: RequestArgs): Promise<Locale> {
  const session = await getSession(args)
  if (session) return session.actor.locale
  return readCookie(args.request, 'bahasa') === 'en' ? 'en' : 'id'
}
