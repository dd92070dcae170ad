import type { AccountState } from '~/domain/beneficiary/bank-account'
import { may } from '~/domain/shared/permissions'
import { Badge, type Tone } from '~/ui/badge'
import { LinkButton } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { Instant } from '~/ui/money'
import { Notice } from '~/ui/notice'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'
import { useActor } from './actor'

export type ShownAccount = {
  id: string
  state: AccountState
  ofHeir: boolean
  bank: string
  number: string
  unusual: boolean
  holderName: string
  likeness: number | null
  enteredBy: string
  enteredByName: string
  enteredAt: Date
  reason: string | null
  inquiryName: string | null
  matchPercent: number | null
  verifiedByName: string | null
  verifiedAt: Date | null
  refusedByName: string | null
  refusedAt: Date | null
  refusedReason: string | null
  sharedBy: number
}

const TONES: Record<AccountState, Tone> = {
  entered: 'warning',
  verified: 'success',
  refused: 'danger',
  superseded: 'neutral',
}

export function AccountBadge({ state }: { state: AccountState }) {
  const t = useTexts()
  return <Badge tone={TONES[state]}>{t(`status.account.${state}`)}</Badge>
}

/** What is worth a second look before an account is verified; none of it decides. */
export function AccountWarnings({
  account,
}: {
  account: Pick<ShownAccount, 'sharedBy' | 'unusual' | 'likeness'>
}) {
  const t = useTexts()
  const warnings = [
    ...(account.sharedBy > 0 ? [t('beneficiaries.account.shared', { n: account.sharedBy })] : []),
    ...(account.unusual ? [t('beneficiaries.account.unusual')] : []),
    ...(account.likeness !== null && account.likeness < 75
      ? [t('beneficiaries.account.unlike', { percent: account.likeness })]
      : []),
  ]
  if (warnings.length === 0) return null
  return (
    <Notice tone="warning">
      <ul className="list-disc ps-5">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** A person's accounts: the one that counts, and those before it. */
export function AccountList({
  personId,
  regencyCode,
  accounts,
}: {
  personId: string
  regencyCode: string
  accounts: readonly ShownAccount[]
}) {
  const t = useTexts()
  const actor = useActor()
  const mayVerify = actor !== null && may(actor, 'bankAccount.verify', regencyCode)
  return (
    <ul className="grid gap-3">
      {accounts.map((account) => (
        <li key={account.id}>
          <Card
            title={account.ofHeir ? t('beneficiaries.account.heirs', { bank: account.bank }) : account.bank}
            actions={<AccountBadge state={account.state} />}
          >
            {account.state !== 'superseded' && <AccountWarnings account={account} />}
            <DescriptionList columns={3} entries={entriesOf(account, t)} />
            {account.state === 'entered' && mayVerify && actor.userId !== account.enteredBy && (
              <LinkButton to={`/penerima/${personId}/rekening/${account.id}`}>
                {t('beneficiaries.account.check')}
              </LinkButton>
            )}
          </Card>
        </li>
      ))}
    </ul>
  )
}

function entriesOf(account: ShownAccount, t: ReturnType<typeof useTexts>) {
  const decidedAt = account.verifiedAt ?? account.refusedAt
  return [
    { label: t('beneficiaries.account.number'), value: <span className="figures">{account.number}</span> },
    { label: t('beneficiaries.account.holder'), value: account.holderName },
    {
      label: t('beneficiaries.account.enteredBy'),
      value: (
        <>
          {account.enteredByName}, <Instant at={account.enteredAt} />
        </>
      ),
    },
    ...(account.inquiryName
      ? [
          {
            label: t('beneficiaries.account.inquiryName'),
            value: `${account.inquiryName} (${account.matchPercent ?? 0} %)`,
          },
        ]
      : []),
    ...(decidedAt
      ? [
          {
            label: t(
              account.verifiedAt ? 'beneficiaries.account.verifiedBy' : 'beneficiaries.account.refusedBy',
            ),
            value: (
              <>
                {account.verifiedByName ?? account.refusedByName}, <Instant at={decidedAt} />
              </>
            ),
          },
        ]
      : []),
    ...(account.refusedReason
      ? [{ label: t('beneficiaries.account.refusedReason'), value: account.refusedReason }]
      : []),
    ...(account.reason ? [{ label: t('beneficiaries.account.reason'), value: account.reason }] : []),
  ]
}
