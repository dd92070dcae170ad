import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BeneficiaryLine } from '~/components/beneficiary-line'
import { personCrumbs } from '~/components/person-crumbs'
import { proposeExitForm } from '~/domain/beneficiary/exit.form.server'
import { EXIT_STATUSES } from '~/domain/beneficiary/lifecycle'
import { getOpenMatter } from '~/domain/beneficiary/person-queries.server'
import { proposeExits } from '~/domain/beneficiary/propose-exits.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { RadioGroup } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.exit.propose'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getOpenMatter(actor, 'exit.propose', idIn(args, 'id'))
}

export function action(args: ActionFunctionArgs) {
  const beneficiaryId = idIn(args, 'id')
  return submit(args, {
    schema: proposeExitForm,
    command: (actor, input, at, key) => proposeExits(actor, [{ ...input, beneficiaryId }], at, key),
    done: (_result, t) => ({ to: `/penerima/${beneficiaryId}`, message: t('beneficiaries.exit.proposed') }),
  })
}

export default function ExitProposal() {
  const head = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof proposeExitForm>>()
  return (
    <Page title={t('beneficiaries.exit.propose')} breadcrumbs={personCrumbs(t, head)} help="penerima" narrow>
      <BeneficiaryLine {...head} />
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[
          t('beneficiaries.exit.point.second'),
          t('beneficiaries.exit.point.money'),
          t('beneficiaries.exit.point.place'),
        ]}
      />
      <Card>
        <Form of={form}>
          <RadioGroup
            field={fields.toStatus}
            label={t('beneficiaries.exit.kind')}
            required
            options={EXIT_STATUSES.map((value) => ({
              value,
              label: t(`status.beneficiary.${value}`),
              hint: t(`beneficiaries.exit.hint.${value}`),
            }))}
          />
          <TextArea field={fields.reason} label={t('beneficiaries.field.reason')} required maxLength={500} />
          <FormActions>
            <SubmitButton>{t('beneficiaries.exit.send')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
