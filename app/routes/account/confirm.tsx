import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { confirmForm } from '~/domain/account/account.form.server'
import { confirmIdentity } from '~/domain/account/confirm-identity.server'
import { demonstrationCode, getOwnAccount } from '~/domain/account/queries.server'
import { now } from '~/platform/clock.server'
import { submitOpen } from '~/platform/respond.server'
import { requireSession, wayOnFrom } from '~/platform/session.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.confirm.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { actor, isDemo, userId } = await requireSession(args)
  const { totpConfirmedAt } = await getOwnAccount(actor)
  return {
    hasSecondFactor: totpConfirmedAt !== null,
    demonstration: isDemo ? await demonstrationCode(userId, now()) : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args)
  return submitOpen(args, {
    schema: confirmForm,
    hide: ['proof'],
    command: ({ proof }, at) => confirmIdentity(actor, sessionId, proof, at),
    done: () => ({ to: wayOnFrom(args.request) }),
  })
}

export default function Confirm() {
  const { hasSecondFactor, demonstration } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof confirmForm>>({ id: 'konfirmasi' })
  const label = hasSecondFactor ? t('account.confirm.passwordOrCode') : t('account.confirm.password')
  return (
    <Page
      title={t('account.confirm.title')}
      lead={t('account.confirm.lead')}
      help="akun"
      ask={t('account.ask')}
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
            field={fields.proof}
            type="password"
            label={label}
            required
            autoComplete="current-password"
          />
          <p className="text-muted">{t('account.confirm.back')}</p>
          <FormActions>
            <SubmitButton>{t('account.confirm.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
