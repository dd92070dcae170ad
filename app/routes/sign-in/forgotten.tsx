import type { ActionFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { forgottenForm } from '~/domain/account/account.form.server'
import { requestPasswordReset } from '~/domain/account/forgotten-password.server'
import { demoAccountsMaySignIn, env } from '~/platform/env.server'
import { submitOpen } from '~/platform/respond.server'
import { remoteAddressOf } from '~/platform/session.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.forgotten.title'))

export function loader() {
  return { keptInOutbox: demoAccountsMaySignIn() && env().SMTP_URL === undefined }
}

export function action(args: ActionFunctionArgs) {
  return submitOpen(args, {
    schema: forgottenForm,
    command: ({ email }, at) => requestPasswordReset(email, remoteAddressOf(args), at),
    done: (_result, t) => ({ to: '/masuk', message: t('account.forgotten.done') }),
  })
}

export default function Forgotten() {
  const { keptInOutbox } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof forgottenForm>>({ id: 'lupa' })
  const breadcrumbs = [{ label: t('account.signIn.title'), to: '/masuk' }]
  return (
    <Page
      title={t('account.forgotten.title')}
      lead={t('account.forgotten.lead')}
      breadcrumbs={breadcrumbs}
      help="akun"
      narrow
    >
      {keptInOutbox && <Notice tone="info">{t('account.forgotten.outbox')}</Notice>}
      <Card>
        <Form of={form}>
          <TextInput
            field={fields.email}
            type="email"
            label={t('account.signIn.email')}
            required
            autoComplete="username"
          />
          <FormActions>
            <SubmitButton>{t('account.forgotten.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
