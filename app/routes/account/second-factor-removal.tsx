import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { confirmForm } from '~/domain/account/account.form.server'
import { removeSecondFactor } from '~/domain/account/enrol-second-factor.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.secondFactor.remove.title'))

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args)
  return null
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: confirmForm,
    hide: ['proof'],
    command: (actor, { proof }, at) => removeSecondFactor(actor, proof, at),
    done: (_result, t) => ({ to: '/akun', message: t('account.secondFactor.remove.done') }),
  })
}

export default function SecondFactorRemoval() {
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof confirmForm>>({ id: 'matikan' })
  const breadcrumbs = [
    { label: t('account.title'), to: '/akun' },
    { label: t('account.secondFactor.title'), to: '/akun/faktor-kedua' },
  ]
  return (
    <Page
      title={t('account.secondFactor.remove.title')}
      breadcrumbs={breadcrumbs}
      help="akun"
      ask={t('account.ask')}
      narrow
    >
      <ConfirmBox title={t('common.form.confirmTitle')} points={[t('account.secondFactor.remove.text')]} />
      <Card>
        <Form of={form}>
          <TextInput
            field={fields.proof}
            type="password"
            label={t('account.password.current')}
            required
            autoComplete="current-password"
          />
          <FormActions>
            <SubmitButton tone="danger">{t('account.secondFactor.remove.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
