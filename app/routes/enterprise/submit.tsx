import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PlanCard } from '~/components/plan-card'
import { planSeenForm } from '~/domain/enterprise/plan.form.server'
import { getPlanToSubmit } from '~/domain/enterprise/queries.server'
import { submitPlans } from '~/domain/enterprise/submit-plans.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { ConfirmBox, Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('enterprise.submit'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getPlanToSubmit(actor, idIn(args, 'beneficiaryId'))
}

export function action(args: ActionFunctionArgs) {
  const beneficiaryId = idIn(args, 'beneficiaryId')
  return submit(args, {
    schema: planSeenForm,
    command: (actor, seen, at, key) => submitPlans(actor, [seen], at, key),
    done: (_submitted, t) => ({ to: `/usaha/${beneficiaryId}`, message: t('enterprise.submit.done') }),
  })
}

export default function SubmitPlan() {
  const { person, plan, lines, sectors, ceilingRupiah, notSubmittable } = useLoaderData<typeof loader>()
  const t = useTexts()
  const back = `/usaha/${person.id}`
  return (
    <Page
      title={t('enterprise.submit')}
      lead={person.name}
      breadcrumbs={[
        { label: t('enterprise.title'), to: '/usaha' },
        { label: person.name, to: back },
      ]}
      help="usaha"
      narrow
    >
      {notSubmittable ? (
        <Notice
          tone="warning"
          actions={<LinkButton to={`${back}/rencana`}>{t('enterprise.plan.rewrite')}</LinkButton>}
        >
          {t.find(`enterprise.submit.blocked.${notSubmittable.replace('enterprise.', '')}`)}
        </Notice>
      ) : (
        <>
          <ConfirmBox
            title={t('common.form.confirmTitle')}
            points={[t('enterprise.submit.point.locked'), t('enterprise.submit.point.other')]}
          />
          <Form id="ajukan">
            <input type="hidden" name="planId" value={plan.id} />
            <input type="hidden" name="seenVersion" value={plan.version} />
            <FormActions>
              <SubmitButton>{t('enterprise.submit')}</SubmitButton>
              <LinkButton to={back}>{t('common.form.back')}</LinkButton>
            </FormActions>
          </Form>
        </>
      )}
      <PlanCard plan={plan} lines={lines} sectors={sectors} ceilingRupiah={ceilingRupiah} />
    </Page>
  )
}
