import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BeneficiaryLine } from '~/components/beneficiary-line'
import { DecisionForm } from '~/components/decision-form'
import { personCrumbs } from '~/components/person-crumbs'
import { decideExits } from '~/domain/beneficiary/decide-exits.server'
import { decideExitForm } from '~/domain/beneficiary/exit.form.server'
import { getOpenExit } from '~/domain/beneficiary/person-queries.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.exit.decide'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getOpenExit(actor, idIn(args, 'id'), idIn(args, 'proposalId'))
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: decideExitForm,
    command: (actor, input, at, key) => decideExits(actor, [input], at, key),
    done: (_result, t, { decision }) => ({
      to: `/penerima/${idIn(args, 'id')}`,
      message: t(`beneficiaries.exit.done.${decision}`),
    }),
  })
}

export default function ExitDecision() {
  const { head, exit } = useLoaderData<typeof loader>()
  const t = useTexts()
  const status = t(`status.beneficiary.${exit.toStatus}`)
  return (
    <Page title={t('beneficiaries.exit.decide')} breadcrumbs={personCrumbs(t, head)} help="penerima" narrow>
      <BeneficiaryLine {...head} />
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[
          t('beneficiaries.exit.point.moves', { name: head.name, status }),
          t('beneficiaries.exit.point.final'),
          t('beneficiaries.exit.point.place'),
        ]}
      />
      <DecisionForm
        matter={{ name: 'proposalId', id: exit.id }}
        what={status}
        proposedByName={exit.proposedByName}
        proposedAt={exit.proposedAt}
        reason={exit.reason}
      />
    </Page>
  )
}
