import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BeneficiaryLine } from '~/components/beneficiary-line'
import { personCrumbs } from '~/components/person-crumbs'
import { confirmHeir } from '~/domain/beneficiary/confirm-heir.server'
import { confirmHeirForm } from '~/domain/beneficiary/exit.form.server'
import { getHeir } from '~/domain/beneficiary/heir-queries.server'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, SubmitButton, useFields } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.heir.confirm'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'exit.confirm')
  const { head, heir } = await getHeir(actor, idIn(args, 'id'))
  return { head, heir: heir ?? refuse('not_found') }
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: confirmHeirForm,
    command: (actor, input, at, key) => confirmHeir(actor, input, at, key),
    done: ({ beneficiaryId }, t) => ({
      to: `/penerima/${beneficiaryId}/ahli-waris`,
      message: t('beneficiaries.heir.confirmed'),
    }),
  })
}

export default function HeirConfirmation() {
  const { head, heir } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form } = useFields<{ heirId: string }>()
  return (
    <Page title={t('beneficiaries.heir.confirm')} breadcrumbs={personCrumbs(t, head)} help="penerima" narrow>
      <BeneficiaryLine {...head} />
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[t('beneficiaries.heir.point.read'), t('beneficiaries.heir.point.account')]}
      />
      <Card title={heir.name}>
        <Form of={form}>
          <input type="hidden" name="heirId" value={heir.id} />
          <FormActions>
            <SubmitButton>{t('beneficiaries.heir.confirm')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
