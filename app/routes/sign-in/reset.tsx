import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { resetForm } from '~/domain/account/account.form.server'
import { isOpenResetLink, resetPassword } from '~/domain/account/forgotten-password.server'
import { SHORTEST_PASSWORD } from '~/domain/account/password'
import { now } from '~/platform/clock.server'
import { submitOpen } from '~/platform/respond.server'
import { endedCookie } from '~/platform/session.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.reset.title'))

export async function loader({ params }: LoaderFunctionArgs) {
  return { open: await isOpenResetLink(params.token ?? '', now()) }
}

export async function action(args: ActionFunctionArgs) {
  const setCookie = await endedCookie()
  return submitOpen(args, {
    schema: resetForm,
    hide: ['password', 'repeat'],
    command: ({ password }, at) => resetPassword({ token: args.params.token ?? '', password }, at),
    done: (_result, t) => ({
      to: '/masuk',
      message: t('account.reset.done'),
      headers: { 'Set-Cookie': setCookie },
    }),
  })
}

export default function Reset() {
  const { open } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page
      title={t('account.reset.title')}
      breadcrumbs={[{ label: t('account.signIn.title'), to: '/masuk' }]}
      help="akun"
      narrow
    >
      {open ? <NewPassword /> : <Closed />}
    </Page>
  )
}

function Closed() {
  const t = useTexts()
  const again = <LinkButton to="/masuk/lupa">{t('account.reset.again')}</LinkButton>
  return (
    <EmptyState icon="lock" title={t('account.reset.closed.title')} action={again}>
      {t('account.reset.closed.text')}
    </EmptyState>
  )
}

function NewPassword() {
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof resetForm>>({ id: 'atur-ulang' })
  const own = {
    type: 'password',
    required: true,
    autoComplete: 'new-password',
    minLength: SHORTEST_PASSWORD,
  } as const
  return (
    <Card>
      <Form of={form}>
        <TextInput
          field={fields.password}
          label={t('account.password.new')}
          hint={t('account.password.hint')}
          {...own}
        />
        <TextInput field={fields.repeat} label={t('account.password.repeat')} {...own} />
        <FormActions>
          <SubmitButton>{t('account.reset.submit')}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
