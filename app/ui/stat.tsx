import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

type Props = { label: string; value: ReactNode; note?: ReactNode; tone?: 'plain' | 'attention' }

const BOX = 'grid content-start gap-0.5 rounded-card border bg-surface px-4 py-3'

function Figure({ label, value, note }: Props) {
  return (
    <>
      <span className="text-sm text-muted">{label}</span>
      <span className="figures text-2xl font-bold">{value}</span>
      {note && <span className="text-sm text-muted">{note}</span>}
    </>
  )
}

/** A number with its name. */
export function Stat(props: Props) {
  return (
    <div className={classes(BOX, 'border-line')}>
      <Figure {...props} />
    </div>
  )
}

/** A number that leads to exactly the rows it counts. */
export function StatLink({ to, ...props }: Props & { to: string }) {
  return (
    <Link
      to={to}
      className={classes(
        BOX,
        'group relative pe-9 hover:border-accent',
        props.tone === 'attention' ? 'border-gold border-s-4' : 'border-line',
      )}
    >
      <Figure {...props} />
      <Icon name="chevronRight" className="absolute end-3 top-3 size-4 text-muted group-hover:text-accent" />
    </Link>
  )
}

export function StatGrid({ children }: { children: ReactNode }) {
  return <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">{children}</div>
}
