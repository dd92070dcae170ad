import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changePasswordForm } from '~/domain/account/account.form.server'
import { changePassword } from '~/domain/account/change-password.server'
import { SHORTEST_PASSWORD } from '~/domain/account/password'
import { submitOpen } from '~/platform/respond.server'
import { requireSession, wayOnFrom } from '~/platform/session.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.password.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { mustChangePassword, email } = await requireSession(args, 'password')
  return { mustChangePassword, email }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, mustChangePassword } = await requireSession(args, 'password')
  return submitOpen(args, {
    schema: changePasswordForm,
    hide: ['current', 'password', 'repeat'],
    command: (input, at) => changePassword(actor, sessionId, input, at),
    done: (_result, t) => ({
      to: mustChangePassword ? wayOnFrom(args.request) : '/akun',
      message: t('account.password.done'),
    }),
  })
}

export default function Password() {
  const { mustChangePassword, email } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof changePasswordForm>>({ id: 'kata-sandi' })
  const fresh = {
    type: 'password',
    required: true,
    autoComplete: 'new-password',
    minLength: SHORTEST_PASSWORD,
  } as const
  const breadcrumbs = mustChangePassword ? undefined : [{ label: t('account.title'), to: '/akun' }]
  return (
    <Page
      title={t('account.password.title')}
      breadcrumbs={breadcrumbs}
      help="akun"
      ask={t('account.ask')}
      narrow
    >
      {mustChangePassword && (
        <Notice tone="warning" title={t('account.password.must.title')}>
          <p>{t('account.password.must.text')}</p>
        </Notice>
      )}
      <Card>
        <Form of={form}>
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <TextInput
            field={fields.current}
            type="password"
            required
            label={t('account.password.current')}
            autoComplete="current-password"
          />
          <TextInput
            field={fields.password}
            label={t('account.password.new')}
            hint={t('account.password.hint')}
            {...fresh}
          />
          <TextInput field={fields.repeat} label={t('account.password.repeat')} {...fresh} />
          <p className="text-muted">{t('account.password.ends')}</p>
          <FormActions>
            <SubmitButton>{t('account.password.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
