import { Badge } from '~/ui/badge'
import { LinkButton } from '~/ui/button'
import { day } from '~/ui/format'
import { EmptyState } from '~/ui/notice'
import { Card } from '~/ui/page'
import { useLocale, useTexts } from '~/ui/texts'

export type ObjectionLine = {
  id: string
  person: string
  fromName: string
  text: string
  receivedOn: string
  answer: string | null
  upheld: boolean | null
}

/** Objections to the people of a list, unanswered first, each with its answer or the way to give one. */
export function ObjectionCards({
  periodId,
  objections,
  mayAnswer,
}: {
  periodId: string
  objections: readonly ObjectionLine[]
  mayAnswer: boolean
}) {
  const t = useTexts()
  const locale = useLocale()
  if (objections.length === 0) return <EmptyState title={t('verification.period.none')} />
  return (
    <ul className="grid gap-3">
      {objections.map((objection) => (
        <li key={objection.id}>
          <Card
            title={t('verification.objection.about', { name: objection.person })}
            actions={<Verdict upheld={objection.upheld} />}
          >
            <p className="text-sm text-muted">
              {t('verification.objection.received', {
                from: objection.fromName,
                day: day(objection.receivedOn, locale),
              })}
            </p>
            <p>{objection.text}</p>
            {objection.answer && (
              <p>
                <strong>{t('verification.objection.answer')}:</strong> {objection.answer}
              </p>
            )}
            {objection.upheld === null && mayAnswer && (
              <div>
                <LinkButton to={`/verifikasi/sanggahan/${periodId}/jawaban/${objection.id}`}>
                  {t('verification.objection.answer')}
                </LinkButton>
              </div>
            )}
          </Card>
        </li>
      ))}
    </ul>
  )
}

function Verdict({ upheld }: { upheld: boolean | null }) {
  const t = useTexts()
  if (upheld === null) return <Badge tone="warning">{t('verification.objection.open')}</Badge>
  return upheld ? (
    <Badge tone="danger">{t('verification.objection.upheld')}</Badge>
  ) : (
    <Badge tone="success">{t('verification.objection.dismissed')}</Badge>
  )
}
