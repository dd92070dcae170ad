import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { emptyForm } from '~/domain/account/account.form.server'
import { beginSecondFactor } from '~/domain/account/enrol-second-factor.server'
import { pageOf } from '~/platform/own-path.server'
import { submitOpen } from '~/platform/respond.server'
import { requireSession } from '~/platform/session.server'
import { Form, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.secondFactor.title'))

export function loader() {
  return redirect('/akun/faktor-kedua')
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSession(args, 'enrolment')
  const page = pageOf(args.request)
  return submitOpen(args, {
    schema: emptyForm,
    command: (_input, at) => beginSecondFactor(actor, at),
    done: () => ({ to: page.startsWith('/akun/faktor-kedua?') ? page : '/akun/faktor-kedua' }),
  })
}

export default function SecondFactorStart() {
  const t = useTexts()
  return (
    <Page title={t('account.secondFactor.title')} narrow>
      <Form>
        <SubmitButton>{t('account.secondFactor.begin')}</SubmitButton>
      </Form>
    </Page>
  )
}
