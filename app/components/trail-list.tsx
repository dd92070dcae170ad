import type { Texts } from '~/messages/texts'
import { Instant } from '~/ui/money'
import { useTexts } from '~/ui/texts'

export type ShownEvent = {
  id: string
  kind: string
  at: Date
  actorName: string
  facts: Record<string, unknown>
  personal: Record<string, string | number | null> | null
  erased: boolean
}

/** What was done to a person's case, newest first: when, what, by whom, and what was said. */
export function TrailList({ entries }: { entries: readonly ShownEvent[] }) {
  const t = useTexts()
  return (
    <ol className="grid divide-y divide-line rounded-card border border-line bg-surface">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-1 px-4 py-3 sm:grid-cols-[15rem_1fr] sm:gap-4">
          <span className="text-sm text-muted">
            <Instant at={entry.at} />
          </span>
          <div className="min-w-0">
            <p>
              <strong>{t.find(`beneficiaries.event.${entry.kind}`) ?? entry.kind}</strong> · {entry.actorName}
            </p>
            <Values entry={entry} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Values({ entry }: { entry: ShownEvent }) {
  const t = useTexts()
  const values = [
    ...moveOf(entry, t),
    ...Object.entries(entry.personal ?? {}).flatMap(([name, value]) =>
      value === null ? [] : [[label(name, t), String(value)] as const],
    ),
  ]
  if (entry.erased) return <p className="text-sm text-muted">{t('beneficiaries.trail.erased')}</p>
  if (values.length === 0) return null
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
      {values.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A corrected value stands in the event twice, as `name.before` and `name.after`. */
function label(name: string, t: Texts): string {
  const [base = name, side] = name.split('.')
  const known = t.find(`beneficiaries.value.${base}`) ?? base
  if (side === 'before') return t('beneficiaries.value.before', { label: known })
  return side === 'after' ? t('beneficiaries.value.after', { label: known }) : known
}

function moveOf({ facts }: ShownEvent, t: Texts): (readonly [string, string])[] {
  const word = (status: unknown) =>
    typeof status === 'string' ? t.find(`status.beneficiary.${status}`) : undefined
  const [from, to] = [word(facts.from), word(facts.to)]
  if (!to) return []
  return [[t('beneficiaries.field.status'), from ? `${from} → ${to}` : to]]
}
