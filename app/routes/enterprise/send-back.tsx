import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PlanCard } from '~/components/plan-card'
import { sendBackForm } from '~/domain/enterprise/plan.form.server'
import { getPlanToDecide } from '~/domain/enterprise/queries.server'
import { sendBackPlan } from '~/domain/enterprise/send-back-plan.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('enterprise.sendBack.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getPlanToDecide(actor, idIn(args, 'beneficiaryId'))
}

export function action(args: ActionFunctionArgs) {
  const beneficiaryId = idIn(args, 'beneficiaryId')
  return submit(args, {
    schema: sendBackForm,
    command: (actor, input, at, key) => sendBackPlan(actor, input, at, key),
    done: (_sent, t) => ({ to: `/usaha/${beneficiaryId}`, message: t('enterprise.sendBack.done') }),
  })
}

export default function SendBack() {
  const { person, plan, lines, sectors, ceilingRupiah } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof sendBackForm>>({ id: 'kembalikan' })
  return (
    <Page
      title={t('enterprise.sendBack.title')}
      lead={person.name}
      breadcrumbs={[
        { label: t('enterprise.title'), to: '/usaha' },
        { label: person.name, to: `/usaha/${person.id}` },
      ]}
      help="usaha"
      narrow
    >
      <Card>
        <Form of={form}>
          <input type="hidden" name="planId" value={plan.id} />
          <input type="hidden" name="seenVersion" value={plan.version} />
          <TextArea field={fields.note} label={t('enterprise.sendBack.note')} required maxLength={500} />
          <FormActions>
            <SubmitButton>{t('enterprise.sendBack.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
      <PlanCard plan={plan} lines={lines} sectors={sectors} ceilingRupiah={ceilingRupiah} />
    </Page>
  )
}
