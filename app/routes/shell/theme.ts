import type { ActionFunctionArgs } from '@remix-run/node'
import { preferenceCookie } from '~/platform/preferences.server'
import { chooseTheme } from '~/platform/preferences-form.server'
import { submitOpen } from '~/platform/respond.server'

export function action(args: ActionFunctionArgs) {
  return submitOpen(args, {
    schema: chooseTheme,
    command: async ({ tema }) => preferenceCookie('tema', tema),
    done: (cookie, _t, { kembali }) => ({ to: kembali, headers: { 'Set-Cookie': cookie } }),
  })
}
