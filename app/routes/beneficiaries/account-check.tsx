import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountWarnings } from '~/components/account-list'
import { BeneficiaryLine } from '~/components/beneficiary-line'
import { personCrumbs } from '~/components/person-crumbs'
import { decideAccountForm } from '~/domain/beneficiary/account.form.server'
import { getAccountToCheck } from '~/domain/beneficiary/account-queries.server'
import { verifyAccounts } from '~/domain/beneficiary/verify-accounts.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { TextLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { DescriptionList } from '~/ui/description-list'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextArea, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.account.check'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getAccountToCheck(actor, idIn(args, 'id'), idIn(args, 'accountId'))
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: decideAccountForm,
    command: (actor, input, at, key) => verifyAccounts(actor, [input], at, key),
    done: (_result, t, { decision }) => ({
      to: '/penerima/rekening?tugas=verify',
      message: t(`beneficiaries.account.done.${decision}`),
    }),
  })
}

export default function AccountCheck() {
  const { head, account } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof decideAccountForm>>()
  return (
    <Page title={t('beneficiaries.account.check')} breadcrumbs={personCrumbs(t, head)} help="penerima" narrow>
      <BeneficiaryLine {...head} />
      <Card title={account.bank}>
        <AccountWarnings account={account} />
        <DescriptionList
          entries={[
            {
              label: t('beneficiaries.account.number'),
              value: (
                <>
                  <span className="figures">{account.number}</span>{' '}
                  <TextLink to={`/penerima/${head.id}/buka?nomor=account`}>
                    {t('beneficiaries.reveal.link')}
                  </TextLink>
                </>
              ),
            },
            { label: t('beneficiaries.account.holder'), value: account.holderName },
            { label: t('beneficiaries.account.enteredBy'), value: account.enteredByName },
            {
              label: t('beneficiaries.account.likeness'),
              value: account.likeness === null ? null : `${account.likeness} %`,
            },
          ]}
        />
      </Card>
      <Card title={t('beneficiaries.account.inquiry')}>
        <p className="text-muted">{t('beneficiaries.account.inquiry.lead')}</p>
        <Form of={form}>
          <input type="hidden" name="accountId" value={account.id} />
          <TextInput
            field={fields.inquiryName}
            label={t('beneficiaries.account.inquiryName')}
            hint={t('beneficiaries.account.inquiryName.hint')}
            maxLength={100}
            autoComplete="off"
          />
          <RadioGroup
            field={fields.decision}
            label={t('beneficiaries.decision.label')}
            required
            options={[
              { value: 'verified', label: t('beneficiaries.account.decision.verified') },
              { value: 'refused', label: t('beneficiaries.account.decision.refused') },
            ]}
          />
          <TextArea
            field={fields.reason}
            label={t('beneficiaries.account.refusedReason')}
            hint={t('beneficiaries.decision.note.hint')}
            maxLength={500}
          />
          <FormActions>
            <SubmitButton>{t('beneficiaries.decision.send')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
