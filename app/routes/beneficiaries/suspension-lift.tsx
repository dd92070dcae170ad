import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BeneficiaryLine } from '~/components/beneficiary-line'
import { personCrumbs } from '~/components/person-crumbs'
import { liftSuspensionForm } from '~/domain/beneficiary/exit.form.server'
import { liftSuspension } from '~/domain/beneficiary/lift-suspension.server'
import { getOpenHold } from '~/domain/beneficiary/person-queries.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.hold.lift'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getOpenHold(actor, idIn(args, 'id'), idIn(args, 'holdId'))
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: liftSuspensionForm,
    command: (actor, input, at, key) => liftSuspension(actor, input, at, key),
    done: ({ beneficiaryId }, t) => ({
      to: `/penerima/${beneficiaryId}`,
      message: t('beneficiaries.hold.lifted'),
    }),
  })
}

export default function SuspensionLift() {
  const { head, hold } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof liftSuspensionForm>>()
  return (
    <Page title={t('beneficiaries.hold.lift')} breadcrumbs={personCrumbs(t, head)} help="penerima" narrow>
      <BeneficiaryLine {...head} />
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[t('beneficiaries.hold.point.payable'), t('beneficiaries.hold.point.stands')]}
      />
      <Card title={t('beneficiaries.hold.title')}>
        <p>{hold.reason}</p>
        <Form of={form}>
          <input type="hidden" name="holdId" value={hold.id} />
          <TextArea
            field={fields.reason}
            label={t('beneficiaries.hold.liftReason')}
            required
            maxLength={500}
          />
          <FormActions>
            <SubmitButton>{t('beneficiaries.hold.lift')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
