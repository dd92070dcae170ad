import type { ReactNode } from 'react'
import { classes } from './classes'

export type Entry = { label: string; value: ReactNode; wide?: boolean }

/** Names and their values; an absent value is a dash, so that it is seen to be absent. */
export function DescriptionList({
  entries,
  columns = 2,
}: {
  entries: readonly Entry[]
  columns?: 1 | 2 | 3
}) {
  return (
    <dl
      className={classes(
        'grid gap-x-6 gap-y-3',
        columns > 1 && 'sm:grid-cols-2',
        columns === 3 && 'lg:grid-cols-3',
      )}
    >
      {entries.map(({ label, value, wide }) => (
        <div key={label} className={wide ? 'col-span-full' : undefined}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
