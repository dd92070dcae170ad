import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { codeForm } from '~/domain/account/account.form.server'
import { enrolSecondFactor } from '~/domain/account/enrol-second-factor.server'
import { getOwnAccount, getPendingSecondFactor } from '~/domain/account/queries.server'
import { submitOpen } from '~/platform/respond.server'
import { requireSession, wayOnFrom } from '~/platform/session.server'
import { Badge } from '~/ui/badge'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { instant } from '~/ui/format'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.secondFactor.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { actor, secondFactorMissing } = await requireSession(args, 'enrolment')
  const { totpConfirmedAt, secondFactorRequired } = await getOwnAccount(actor)
  return {
    totpConfirmedAt,
    secondFactorRequired,
    secondFactorMissing,
    pending: await getPendingSecondFactor(actor),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, secondFactorMissing } = await requireSession(args, 'enrolment')
  return submitOpen(args, {
    schema: codeForm,
    hide: ['code'],
    command: ({ code }, at) => enrolSecondFactor(actor, sessionId, code, at),
    done: (_result, t) => ({
      to: secondFactorMissing ? wayOnFrom(args.request) : '/akun',
      message: t('account.secondFactor.done'),
    }),
  })
}

export default function SecondFactor() {
  const { totpConfirmedAt, secondFactorRequired, secondFactorMissing, pending } =
    useLoaderData<typeof loader>()
  const t = useTexts()
  const badge = (
    <Badge tone={totpConfirmedAt ? 'success' : 'neutral'}>
      {totpConfirmedAt
        ? t('account.secondFactor.on', { at: instant(totpConfirmedAt, t.locale) })
        : t('account.secondFactor.off')}
    </Badge>
  )
  const breadcrumbs = secondFactorMissing ? undefined : [{ label: t('account.title'), to: '/akun' }]
  return (
    <Page
      {...{ badge, breadcrumbs }}
      title={t('account.secondFactor.title')}
      lead={t('account.secondFactor.lead')}
      help="akun"
      ask={t('account.ask')}
      narrow
    >
      {secondFactorMissing && <Notice tone="warning">{t('account.secondFactor.must')}</Notice>}
      {totpConfirmedAt === null && (pending ? <Enrolment {...pending} /> : <Begin />)}
      {totpConfirmedAt !== null && secondFactorRequired && (
        <Notice>{t('account.secondFactor.required')}</Notice>
      )}
      {totpConfirmedAt !== null && !secondFactorRequired && (
        <div>
          <LinkButton to="/akun/faktor-kedua/penghapusan" tone="danger">
            {t('account.secondFactor.remove.title')}
          </LinkButton>
        </div>
      )}
    </Page>
  )
}

/** Keeps the page that is waited for through the start of the enrolment. */
function Begin() {
  const t = useTexts()
  return (
    <Form action="/akun/faktor-kedua/permulaan">
      <FormActions>
        <SubmitButton icon="lock">{t('account.secondFactor.begin')}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function Enrolment({ secret, qrCode }: { secret: string; qrCode: string }) {
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof codeForm>>({ id: 'aktifkan' })
  return (
    <Card>
      <ol className="grid list-decimal gap-4 ps-5">
        <li>{t('account.secondFactor.step1')}</li>
        <li>
          <p>{t('account.secondFactor.step2')}</p>
          <div
            role="img"
            aria-label={t('account.secondFactor.qr')}
            className="my-2 w-48 bg-white"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the server from the account's own key
            dangerouslySetInnerHTML={{ __html: qrCode }}
          />
          <p>
            {t('account.secondFactor.key')}:{' '}
            <code className="break-all select-all">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </li>
        <li>
          <p className="mb-2">{t('account.secondFactor.step3')}</p>
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
              <SubmitButton>{t('account.secondFactor.confirm')}</SubmitButton>
            </FormActions>
          </Form>
        </li>
      </ol>
      <Form action="/akun/faktor-kedua/permulaan">
        <SubmitButton tone="quiet">{t('account.secondFactor.restart')}</SubmitButton>
      </Form>
    </Card>
  )
}
