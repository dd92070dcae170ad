import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { emptyForm } from '~/domain/account/account.form.server'
import { signOut } from '~/domain/account/sign-out.server'
import { submitOpen } from '~/platform/respond.server'
import { endedCookie, getSession } from '~/platform/session.server'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.signOut.title'))

export async function loader(args: LoaderFunctionArgs) {
  if (!(await getSession(args))) throw redirect('/masuk')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const [session, setCookie] = await Promise.all([getSession(args), endedCookie()])
  return submitOpen(args, {
    schema: emptyForm,
    command: async (_input, at) => (session ? signOut(session.actor, session.sessionId, at) : undefined),
    done: (_result, t) => ({
      to: '/masuk',
      message: t('account.signedOut'),
      headers: { 'Set-Cookie': setCookie },
    }),
  })
}

export default function SignOut() {
  const t = useTexts()
  return (
    <Page title={t('account.signOut.title')} lead={t('account.signOut.text')} narrow>
      <Form>
        <FormActions>
          <SubmitButton icon="signOut">{t('account.signOut.title')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
