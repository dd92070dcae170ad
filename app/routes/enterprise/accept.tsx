import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PlanCard } from '~/components/plan-card'
import { acceptPlans } from '~/domain/enterprise/accept-plans.server'
import { planSeenForm } from '~/domain/enterprise/plan.form.server'
import { getPlanToDecide } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { quarter, rupiah } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { ConfirmBox, Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('enterprise.accept'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getPlanToDecide(actor, idIn(args, 'beneficiaryId'))
}

export function action(args: ActionFunctionArgs) {
  const beneficiaryId = idIn(args, 'beneficiaryId')
  return submit(args, {
    schema: planSeenForm,
    command: (actor, seen, at, key) => acceptPlans(actor, [seen], at, key),
    done: (_accepted, t) => ({ to: `/usaha/${beneficiaryId}`, message: t('enterprise.accept.done') }),
  })
}

export default function AcceptPlan() {
  const { person, plan, lines, sectors, ceilingRupiah, tranches, notAcceptable } =
    useLoaderData<typeof loader>()
  const t = useTexts()
  const back = `/usaha/${person.id}`
  const parts = tranches.map((tranche) =>
    t('enterprise.accept.tranche', {
      amount: rupiah(tranche.amountRupiah),
      quarter: quarter(tranche.quarter, t.locale),
    }),
  )
  const points = [
    t('enterprise.accept.point.sector', {
      name: person.name,
      sector: sectorLabel(sectors, plan.sectorCode, t.locale) ?? '',
    }),
    t('enterprise.accept.point.grant', { amount: rupiah(plan.totalRupiah) }),
    t('enterprise.accept.point.tranches', { tranches: parts.join('; ') }),
    t('enterprise.accept.point.separation'),
  ]
  return (
    <Page
      title={t('enterprise.accept')}
      lead={person.name}
      breadcrumbs={[
        { label: t('enterprise.title'), to: '/usaha' },
        { label: person.name, to: back },
      ]}
      help="usaha"
      narrow
    >
      {notAcceptable ? (
        <Notice tone="warning">
          {t(
            notAcceptable === 'enterprise.person_on_hold'
              ? 'enterprise.person.hold'
              : 'enterprise.person.ownPlan',
          )}
        </Notice>
      ) : (
        <>
          <ConfirmBox title={t('common.form.confirmTitle')} points={points} />
          <Form id="terima">
            <input type="hidden" name="planId" value={plan.id} />
            <input type="hidden" name="seenVersion" value={plan.version} />
            <FormActions>
              <SubmitButton icon="check">{t('enterprise.accept')}</SubmitButton>
              <LinkButton to={back}>{t('common.form.back')}</LinkButton>
            </FormActions>
          </Form>
        </>
      )}
      <PlanCard plan={plan} lines={lines} sectors={sectors} ceilingRupiah={ceilingRupiah} />
    </Page>
  )
}
