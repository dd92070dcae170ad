import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountList } from '~/components/account-list'
import { useActor } from '~/components/actor'
import { TrancheTimeline } from '~/components/tranche-timeline'
import { listAccounts } from '~/domain/beneficiary/account-queries.server'
import { mayHaveAccount } from '~/domain/beneficiary/bank-account'
import { getPersonHead } from '~/domain/beneficiary/person-queries.server'
import { listTranchesOfPerson } from '~/domain/disbursement/queries.tranches.server'
import { may } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { idIn } from '~/platform/address.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Card, Section } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const id = idIn(args, 'id')
  if (!may(actor, 'tranche.read') && !may(actor, 'bankAccount.read')) refuse('not_allowed')
  const head = await getPersonHead(actor, id)
  const [accounts, tranches] = await Promise.all([
    may(actor, 'bankAccount.read', head.regencyCode) ? listAccounts(actor, id) : null,
    may(actor, 'tranche.read', head.regencyCode) ? listTranchesOfPerson(actor, id) : null,
  ])
  return { id, regencyCode: head.regencyCode, status: head.status, accounts, tranches }
}

export default function Payments() {
  const { id, regencyCode, status, accounts, tranches } = useLoaderData<typeof loader>()
  const t = useTexts()
  const actor = useActor()
  const mayEnter = actor !== null && may(actor, 'bankAccount.enter', regencyCode) && mayHaveAccount(status)
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {accounts && (
        <Section
          title={t('beneficiaries.account.title')}
          actions={
            mayEnter && (
              <LinkButton to={`/penerima/${id}/rekening`} icon={accounts.length > 0 ? 'edit' : 'plus'}>
                {t(accounts.length > 0 ? 'beneficiaries.account.change' : 'beneficiaries.account.enter')}
              </LinkButton>
            )
          }
        >
          {accounts.length > 0 ? (
            <AccountList personId={id} regencyCode={regencyCode} accounts={accounts} />
          ) : (
            <p className="text-muted">{t('beneficiaries.account.none')}</p>
          )}
        </Section>
      )}
      {tranches && (
        <Section title={t('beneficiaries.tranches.title')}>
          <Card>
            <TrancheTimeline tranches={tranches} batchLinks={actor !== null && may(actor, 'batch.read')} />
          </Card>
        </Section>
      )}
    </div>
  )
}
