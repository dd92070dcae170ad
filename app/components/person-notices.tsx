import type { HoldState } from '~/domain/beneficiary/hold'
import type { ExitStatus } from '~/domain/beneficiary/lifecycle'
import { may } from '~/domain/shared/permissions'
import { LinkButton } from '~/ui/button'
import { day, dayOf } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { useTexts } from '~/ui/texts'
import { useActor } from './actor'

type OpenMatter = { id: string; reason: string; proposedBy: string; proposedByName: string; proposedAt: Date }
type Props = {
  personId: string
  regencyCode: string
  holds: readonly (OpenMatter & { kind: string; state: HoldState })[]
  exits: readonly (OpenMatter & { toStatus: ExitStatus })[]
}

/** What is open about a person: suspensions and proposed exits, each with the step that settles it. */
export function PersonNotices({ personId, regencyCode, holds, exits }: Props) {
  const t = useTexts()
  const actor = useActor()
  const mayConfirm = actor !== null && may(actor, 'exit.confirm', regencyCode)
  const told = (matter: OpenMatter) =>
    t('beneficiaries.notice.by', {
      name: matter.proposedByName,
      day: day(dayOf(matter.proposedAt), t.locale),
      reason: matter.reason,
    })
  return (
    <>
      {holds.map((hold) => (
        <Notice
          key={hold.id}
          tone={hold.state === 'confirmed' ? 'danger' : 'warning'}
          title={t(
            hold.kind === 'finding'
              ? 'beneficiaries.notice.finding'
              : hold.state === 'confirmed'
                ? 'beneficiaries.notice.suspended'
                : 'beneficiaries.notice.suspensionProposed',
          )}
          actions={
            mayConfirm && hold.kind === 'suspended' ? (
              hold.state === 'confirmed' ? (
                <LinkButton to={`/penerima/${personId}/penangguhan/${hold.id}/cabut`}>
                  {t('beneficiaries.hold.lift')}
                </LinkButton>
              ) : hold.proposedBy !== actor.userId ? (
                <LinkButton to={`/penerima/${personId}/penangguhan/${hold.id}`}>
                  {t('beneficiaries.hold.decide')}
                </LinkButton>
              ) : null
            ) : null
          }
        >
          {told(hold)}
        </Notice>
      ))}
      {exits.map((exit) => (
        <Notice
          key={exit.id}
          tone="warning"
          title={t('beneficiaries.notice.exitProposed', { status: t(`status.beneficiary.${exit.toStatus}`) })}
          actions={
            mayConfirm && exit.proposedBy !== actor.userId ? (
              <LinkButton to={`/penerima/${personId}/keluar/${exit.id}`}>
                {t('beneficiaries.exit.decide')}
              </LinkButton>
            ) : null
          }
        >
          {told(exit)}
        </Notice>
      ))}
    </>
  )
}
