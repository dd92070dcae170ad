import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BeneficiaryLine } from '~/components/beneficiary-line'
import { personCrumbs } from '~/components/person-crumbs'
import { proposeSuspensionForm } from '~/domain/beneficiary/exit.form.server'
import { getOpenMatter } from '~/domain/beneficiary/person-queries.server'
import { proposeSuspensions } from '~/domain/beneficiary/propose-suspensions.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.hold.propose'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getOpenMatter(actor, 'exit.propose', idIn(args, 'id'))
}

export function action(args: ActionFunctionArgs) {
  const beneficiaryId = idIn(args, 'id')
  return submit(args, {
    schema: proposeSuspensionForm,
    command: (actor, { reason }, at, key) => proposeSuspensions(actor, [{ beneficiaryId, reason }], at, key),
    done: (_result, t) => ({ to: `/penerima/${beneficiaryId}`, message: t('beneficiaries.hold.proposed') }),
  })
}

export default function SuspensionProposal() {
  const head = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof proposeSuspensionForm>>()
  return (
    <Page title={t('beneficiaries.hold.propose')} breadcrumbs={personCrumbs(t, head)} help="penerima" narrow>
      <BeneficiaryLine {...head} />
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[
          t('beneficiaries.hold.point.second'),
          t('beneficiaries.hold.point.money'),
          t('beneficiaries.hold.point.back'),
        ]}
      />
      <Card>
        <Form of={form}>
          <TextArea field={fields.reason} label={t('beneficiaries.field.reason')} required maxLength={500} />
          <FormActions>
            <SubmitButton>{t('beneficiaries.hold.send')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
