import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BeneficiaryLine } from '~/components/beneficiary-line'
import { DecisionForm } from '~/components/decision-form'
import { personCrumbs } from '~/components/person-crumbs'
import { decideSuspension } from '~/domain/beneficiary/decide-suspension.server'
import { decideSuspensionForm } from '~/domain/beneficiary/exit.form.server'
import { getOpenHold } from '~/domain/beneficiary/person-queries.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.hold.decide'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getOpenHold(actor, idIn(args, 'id'), idIn(args, 'holdId'))
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: decideSuspensionForm,
    command: (actor, input, at, key) => decideSuspension(actor, input, at, key),
    done: ({ beneficiaryId }, t, { decision }) => ({
      to: `/penerima/${beneficiaryId}`,
      message: t(`beneficiaries.hold.done.${decision}`),
    }),
  })
}

export default function SuspensionDecision() {
  const { head, hold } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page title={t('beneficiaries.hold.decide')} breadcrumbs={personCrumbs(t, head)} help="penerima" narrow>
      <BeneficiaryLine {...head} />
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[t('beneficiaries.hold.point.money'), t('beneficiaries.hold.point.back')]}
      />
      <DecisionForm
        matter={{ name: 'holdId', id: hold.id }}
        what={t('beneficiaries.hold.title')}
        proposedByName={hold.proposedByName}
        proposedAt={hold.proposedAt}
        reason={hold.reason}
      />
    </Page>
  )
}
