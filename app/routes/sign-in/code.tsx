import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { codeForm } from '~/domain/account/account.form.server'
import { giveCode } from '~/domain/account/give-code.server'
import { demonstrationCode } from '~/domain/account/queries.server'
import { now } from '~/platform/clock.server'
import { submitOpen } from '~/platform/respond.server'
import { requireSession, wayOnFrom } from '~/platform/session.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.code.title'))

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireSession(args, 'code')
  if (!session.secondFactorPending) throw redirect(wayOnFrom(args.request))
  return { demonstration: session.isDemo ? await demonstrationCode(session.userId, now()) : null }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, 'code')
  return submitOpen(args, {
    schema: codeForm,
    hide: ['code'],
    command: ({ code }, at) => giveCode(actor, sessionId, code, at),
    done: () => ({ to: wayOnFrom(args.request) }),
  })
}

export default function Code() {
  const { demonstration } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof codeForm>>({ id: 'kode' })
  return (
    <Page
      title={t('account.code.title')}
      lead={t('account.code.lead')}
      help="akun"
      ask={t('account.code.lost')}
      narrow
    >
      {demonstration && (
        <Notice tone="warning" title={t('account.code.demo.title')}>
          <p>{t('account.code.demo.text', { code: demonstration })}</p>
        </Notice>
      )}
      <Card>
        <Form of={form}>
          <TextInput
            field={fields.code}
            label={t('account.code.label')}
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            width="max-w-40"
          />
          <FormActions>
            <SubmitButton>{t('account.code.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
