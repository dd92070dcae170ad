import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import { useTexts } from './texts'

export type Crumb = { label: string; to?: string }

type Props = {
  title: string
  /** A line under the title. */
  lead?: ReactNode
  /** Where the page is, without the page itself; Home is added in front. */
  breadcrumbs?: readonly Crumb[]
  /** Buttons and links of the whole page. */
  actions?: ReactNode
  /** Beside the title: a status badge. */
  badge?: ReactNode
  /** The part of the guide for this screen, such as `penyaluran#kelompok`. */
  help?: string
  /** Whom to ask, where it is not the provincial coordinator. */
  ask?: string
  /** For a page that is one form or text. */
  narrow?: boolean
  children: ReactNode
}

/** The frame of every screen: where it is, what it is called, what can be done here, its content, and help. */
export function Page({ title, lead, breadcrumbs, actions, badge, help, ask, narrow, children }: Props) {
  return (
    <div className={classes('grid gap-5', narrow && 'max-w-3xl')}>
      {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} title={title} />}
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-2xl">{title}</h1>
            {badge}
          </div>
          {lead && <p className="max-w-prose text-muted">{lead}</p>}
        </div>
        {actions && (
          <div data-chrome className="flex flex-wrap gap-2">
            {actions}
          </div>
        )}
      </header>
      {children}
      {help && <HelpNote part={help} ask={ask} />}
    </div>
  )
}

function Breadcrumbs({ crumbs, title }: { crumbs: readonly Crumb[]; title: string }) {
  const t = useTexts()
  const all: readonly Crumb[] = [{ label: t('common.nav.home'), to: '/' }, ...crumbs]
  return (
    <nav data-chrome aria-label={t('common.nav.breadcrumbs')} className="-mb-2 text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-0.5">
        {all.map((crumb) => (
          <li key={crumb.to ?? crumb.label} className="flex items-center gap-1">
            {crumb.to ? (
              <Link to={crumb.to} className="rounded-sm hover:text-accent hover:underline coarse:py-2.5">
                {crumb.label}
              </Link>
            ) : (
              crumb.label
            )}
            <Icon name="chevronRight" className="size-3.5" />
          </li>
        ))}
        <li aria-current="page" className="max-w-64 truncate text-text">
          {title}
        </li>
      </ol>
    </nav>
  )
}

function HelpNote({ part, ask }: { part: string; ask: string | undefined }) {
  const t = useTexts()
  return (
    <aside
      data-chrome
      aria-label={t('common.help.title')}
      className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-3 text-sm text-muted"
    >
      <span className="flex items-center gap-1.5 font-semibold text-text">
        <Icon name="help" className="size-4.5 text-gold" />
        {t('common.help.title')}
      </span>
      <Link to={`/bantuan/${part}`} className="text-accent underline underline-offset-2 coarse:py-2.5">
        {t('common.help.read')}
      </Link>
      <span>{ask ?? t('common.help.ask')}</span>
    </aside>
  )
}

/** A part of a page with its own heading; `id` makes it a target of links. */
export function Section({
  title,
  actions,
  id,
  children,
}: {
  title: string
  actions?: ReactNode
  id?: string
  children: ReactNode
}) {
  return (
    <section id={id} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg">{title}</h2>
        {actions && (
          <div data-chrome className="flex flex-wrap gap-2">
            {actions}
          </div>
        )}
      </div>
      {children}
    </section>
  )
}

/** A sheet of paper on the desk. */
export function Card({
  title,
  actions,
  children,
  className,
}: {
  title?: string
  actions?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <div
      className={classes(
        'grid content-start gap-3 rounded-card border border-line bg-surface p-4 sm:p-5',
        className,
      )}
    >
      {(title || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          {title && <h2 className="text-base">{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </div>
  )
}
