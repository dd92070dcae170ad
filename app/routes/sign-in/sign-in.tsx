import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DemoAccounts } from '~/components/demo-accounts'
import { signInForm } from '~/domain/account/account.form.server'
import { DEMO_PASSWORD } from '~/domain/account/demo-accounts.server'
import { listDemonstrationAccounts } from '~/domain/account/queries.server'
import { signIn } from '~/domain/account/sign-in.server'
import { passwordDoor } from '~/platform/auth.server'
import { now } from '~/platform/clock.server'
import { submitOpen } from '~/platform/respond.server'
import { getSession, remoteAddressOf, startSession, wayOnFrom } from '~/platform/session.server'
import { TextLink } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.signIn.title'))

export async function loader(args: LoaderFunctionArgs) {
  if (await getSession(args)) throw redirect(wayOnFrom(args.request))
  const accounts = await listDemonstrationAccounts()
  const chosen = new URL(args.request.url).searchParams.get('surel')
  const demo = accounts.length === 0 ? null : { accounts, password: DEMO_PASSWORD }
  const known = accounts.some(({ email }) => email === chosen)
  return { demo, filled: known && demo ? { email: chosen ?? '', password: demo.password } : null }
}

export async function action(args: ActionFunctionArgs) {
  const door = passwordDoor((credentials) => signIn(credentials, remoteAddressOf(args), now()))
  const posted = args.request.clone()
  return submitOpen(args, {
    schema: signInForm,
    hide: ['password'],
    command: async (_input, at) => {
      const { userId } = await door.authenticate('password', posted)
      return startSession(userId, { request: args.request, remoteAddress: remoteAddressOf(args), at })
    },
    done: ({ setCookie }) => ({ to: wayOnFrom(args.request), headers: { 'Set-Cookie': setCookie } }),
  })
}

export default function SignIn() {
  const { demo, filled } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof signInForm>>({
    id: `masuk${filled?.email ?? ''}`,
    defaultValue: filled ?? {},
  })
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-6 lg:grid-cols-2 lg:items-start">
      <Page
        title={t('account.signIn.title')}
        lead={t('account.signIn.lead')}
        help="akun"
        ask={t('account.signIn.noAccount')}
      >
        <Card>
          <Form of={form} key={form.id}>
            <TextInput
              field={fields.email}
              type="email"
              label={t('account.signIn.email')}
              required
              autoComplete="username"
            />
            <TextInput
              field={fields.password}
              type="password"
              label={t('account.signIn.password')}
              required
              autoComplete="current-password"
            />
            <FormActions>
              <SubmitButton>{t('account.signIn.submit')}</SubmitButton>
              <TextLink to="/masuk/lupa" className="coarse:py-2.5">
                {t('account.signIn.forgotten')}
              </TextLink>
            </FormActions>
          </Form>
        </Card>
      </Page>
      {demo && (
        <DemoAccounts accounts={demo.accounts} password={demo.password} chosen={filled?.email ?? null} />
      )}
    </div>
  )
}
