import type { ActionFunctionArgs } from '@remix-run/node'
import { chooseLanguageOf } from '~/domain/account/choose-language.server'
import { preferenceCookie } from '~/platform/preferences.server'
import { chooseLanguage } from '~/platform/preferences-form.server'
import { submitOpen } from '~/platform/respond.server'
import { getSession } from '~/platform/session.server'

export async function action(args: ActionFunctionArgs) {
  const session = await getSession(args)
  return submitOpen(args, {
    schema: chooseLanguage,
    command: async ({ bahasa }, at) => {
      if (session) await chooseLanguageOf(session.actor, bahasa, at)
      return preferenceCookie('bahasa', bahasa)
    },
    done: (cookie, _t, { kembali }) => ({ to: kembali, headers: { 'Set-Cookie': cookie } }),
  })
}
