import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BeneficiaryLine } from '~/components/beneficiary-line'
import { personCrumbs } from '~/components/person-crumbs'
import { enterAccountForm } from '~/domain/beneficiary/account.form.server'
import { getAccountToEnter } from '~/domain/beneficiary/account-queries.server'
import { enterAccounts } from '~/domain/beneficiary/enter-accounts.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { Select, TextArea, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.account.enter'))

function heirIn(request: Request): string | null {
  const asked = new URL(request.url).searchParams.get('ahliwaris')
  return asked && /^[0-9a-f-]{36}$/.test(asked) ? asked : null
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getAccountToEnter(actor, idIn(args, 'id'), heirIn(args.request))
}

export function action(args: ActionFunctionArgs) {
  const beneficiaryId = idIn(args, 'id')
  const heirId = heirIn(args.request) ?? undefined
  return submit(args, {
    schema: enterAccountForm,
    command: (actor, input, at, key) => enterAccounts(actor, [{ ...input, beneficiaryId, heirId }], at, key),
    done: (_result, t) => ({
      to: `/penerima/${beneficiaryId}/penyaluran`,
      message: t('beneficiaries.account.entered'),
    }),
    hide: ['accountNumber'],
  })
}

export default function Account() {
  const { head, banks, changes, heir } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof enterAccountForm>>({
    defaultValue: { holderName: heir?.name ?? head.name },
  })
  return (
    <Page
      title={t(changes ? 'beneficiaries.account.change' : 'beneficiaries.account.enter')}
      breadcrumbs={personCrumbs(t, head)}
      help="penerima"
      narrow
    >
      <BeneficiaryLine {...head} />
      {heir && <Notice>{t('beneficiaries.account.ofHeir', { name: heir.name })}</Notice>}
      <Card>
        <p className="text-muted">
          {t(changes ? 'beneficiaries.account.change.lead' : 'beneficiaries.account.enter.lead')}
        </p>
        <Form of={form}>
          <Select
            field={fields.bankCode}
            label={t('beneficiaries.account.bank')}
            required
            options={banks.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          />
          <TextInput
            field={fields.accountNumber}
            label={t('beneficiaries.account.number')}
            required
            inputMode="numeric"
            autoComplete="off"
            width="max-w-60"
            maxLength={30}
          />
          <TextInput
            field={fields.holderName}
            label={t('beneficiaries.account.holder')}
            hint={t('beneficiaries.account.holder.hint')}
            required
            maxLength={100}
          />
          {changes && (
            <TextArea
              field={fields.reason}
              label={t('beneficiaries.account.reason')}
              required
              maxLength={500}
            />
          )}
          <FormActions>
            <SubmitButton>{t('beneficiaries.account.save')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
