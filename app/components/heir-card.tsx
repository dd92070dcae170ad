import type { HeirRelation } from '~/domain/beneficiary/heir'
import { may } from '~/domain/shared/permissions'
import { LinkButton, TextLink } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { Instant } from '~/ui/money'
import { Notice } from '~/ui/notice'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'
import { useActor } from './actor'

export type ShownHeir = {
  id: string
  name: string
  nik: string
  relation: HeirRelation
  deathLetterDocument: string
  heirDocument: string
  recordedBy: string
  recordedByName: string
  recordedAt: Date
  confirmedByName: string | null
  confirmedAt: Date | null
}

/** A recorded heir with both documents; a second person confirms after reading them. */
export function HeirCard({
  personId,
  regencyCode,
  heir,
}: {
  personId: string
  regencyCode: string
  heir: ShownHeir
}) {
  const t = useTexts()
  const actor = useActor()
  const file = (id: string) => `/penerima/${personId}/berkas/${id}`
  const mayConfirm =
    actor !== null &&
    !heir.confirmedAt &&
    may(actor, 'exit.confirm', regencyCode) &&
    heir.recordedBy !== actor.userId
  const mayEnter = actor !== null && heir.confirmedAt !== null && may(actor, 'bankAccount.enter', regencyCode)
  return (
    <Card title={heir.name}>
      <DescriptionList
        entries={[
          {
            label: t('beneficiaries.heir.relation'),
            value: t(`beneficiaries.heir.relation.${heir.relation}`),
          },
          { label: t('beneficiaries.number.nik'), value: <span className="figures">{heir.nik}</span> },
          {
            label: t('beneficiaries.document.kind.death_letter'),
            value: <DocumentLink to={file(heir.deathLetterDocument)} />,
          },
          {
            label: t('beneficiaries.document.kind.heir_document'),
            value: <DocumentLink to={file(heir.heirDocument)} />,
          },
          { label: t('beneficiaries.heir.recordedBy'), value: heir.recordedByName },
          { label: t('beneficiaries.heir.recordedAt'), value: <Instant at={heir.recordedAt} /> },
          { label: t('beneficiaries.heir.confirmedBy'), value: heir.confirmedByName },
          {
            label: t('beneficiaries.heir.confirmedAt'),
            value: heir.confirmedAt && <Instant at={heir.confirmedAt} />,
          },
        ]}
      />
      {!heir.confirmedAt && <Notice tone="warning">{t('beneficiaries.heir.waits')}</Notice>}
      {mayConfirm && (
        <LinkButton to={`/penerima/${personId}/ahli-waris/konfirmasi`}>
          {t('beneficiaries.heir.confirm')}
        </LinkButton>
      )}
      {mayEnter && (
        <TextLink to={`/penerima/${personId}/rekening?ahliwaris=${heir.id}`}>
          {t('beneficiaries.heir.account')}
        </TextLink>
      )}
    </Card>
  )
}

function DocumentLink({ to }: { to: string }) {
  const t = useTexts()
  return (
    <a href={to} className="text-accent underline" download>
      {t('beneficiaries.document.download')}
    </a>
  )
}
