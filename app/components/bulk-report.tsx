import { LinkButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'

type Line = { id: string; name: string; sentence: string | null }

export function isBulkReport(answer: unknown): answer is { report: Line[] } {
  return typeof answer === 'object' && answer !== null && 'report' in answer
}

/** What came of an action on several people, person by person: done, or why not. */
export function BulkReport({ lines }: { lines: readonly Line[] }) {
  const t = useTexts()
  const done = lines.filter((line) => line.sentence === null).length
  return (
    <Card title={t('beneficiaries.bulk.report', { done, total: lines.length })}>
      <ul className="grid gap-2" role="status">
        {lines.map((line) => (
          <li key={line.id} className="flex items-start gap-2">
            <Icon
              name={line.sentence ? 'warning' : 'check'}
              className={`mt-1 size-4 shrink-0 ${line.sentence ? 'text-warning' : 'text-success'}`}
            />
            <span>
              <a href={`/penerima/${line.id}`} className="text-accent underline">
                {line.name}
              </a>
              : {line.sentence ?? t('beneficiaries.bulk.done')}
            </span>
          </li>
        ))}
      </ul>
      <LinkButton to="/penerima">{t('beneficiaries.notFound.back')}</LinkButton>
    </Card>
  )
}
