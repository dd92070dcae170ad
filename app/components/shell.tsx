import { Link, NavLink, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Actor } from '~/domain/shared/actor'
import { classes } from '~/ui/classes'
import { type Flash, FlashRegion } from '~/ui/flash'
import { Icon } from '~/ui/icon'
import { WovenBand } from '~/ui/motif'
import { PendingBar } from '~/ui/pending-bar'
import { RouteAnnouncer } from '~/ui/route-announcer'
import { useTexts } from '~/ui/texts'
import { type NavEntry, navigationFor } from './nav'
import { AccountMenu, LanguageSwitch, ThemeSwitch } from './shell-menus'

export type ShellFacts = {
  actor: Actor | null
  theme: 'system' | 'light' | 'dark'
  flash: Flash | null
  isDemo: boolean
  programme: { name: string; fiscalYear: number } | null
  version: string
}

/** The house around every screen: header, navigation, message, content, footer. */
export function Shell({ facts, children }: { facts: ShellFacts; children: ReactNode }) {
  const t = useTexts()
  const entries = navigationFor(facts.actor)
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#isi"
        className="absolute start-2 -top-20 z-50 rounded-control bg-surface px-4 py-2 font-semibold text-accent focus:top-2"
      >
        {t('common.skip')}
      </a>
      <PendingBar />
      <RouteAnnouncer />
      <Header facts={facts} entries={entries} />
      <div className="mx-auto flex w-full max-w-[110rem] grow">
        {entries.length > 0 && (
          <nav
            data-chrome
            aria-label={t('common.nav.label')}
            className="sticky top-0 hidden max-h-dvh w-56 shrink-0 self-start overflow-y-auto px-3 py-5 lg:block"
          >
            <NavList entries={entries} />
          </nav>
        )}
        <main id="isi" tabIndex={-1} className="min-w-0 grow px-4 py-5 focus:outline-none sm:px-6 lg:px-8">
          {facts.isDemo && (
            <p
              data-chrome
              className="mb-4 flex items-center gap-2 rounded-control bg-warning-soft px-3 py-1.5 text-sm text-on-warning-soft"
            >
              <Icon name="info" className="size-4" />
              {t('common.demo')}
            </p>
          )}
          <FlashRegion flash={facts.flash} />
          {children}
        </main>
      </div>
      <Footer facts={facts} />
    </div>
  )
}

function Header({ facts, entries }: { facts: ShellFacts; entries: readonly NavEntry[] }) {
  const t = useTexts()
  const { key } = useLocation()
  return (
    <header data-chrome className="bg-header text-on-header [&_:focus-visible]:outline-on-header">
      <div className="mx-auto flex max-w-[110rem] flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 sm:px-6">
        <Link to="/" className="flex items-center gap-2.5 py-1">
          <Mark />
          <span className="grid">
            <span className="text-lg leading-tight font-extrabold tracking-tight">
              {t('common.product.name')}
            </span>
            <span className="hidden text-sm leading-tight text-header-muted sm:block">
              {t('common.product.office')}
            </span>
          </span>
        </Link>
        <div className="ms-auto flex items-center gap-1.5">
          {facts.programme && (
            <span
              title={facts.programme.name}
              className="hidden rounded-full border border-header-muted px-3 py-0.5 text-sm md:block"
            >
              {t('common.programmeYear', { year: facts.programme.fiscalYear })}
            </span>
          )}
          <LanguageSwitch />
          {facts.actor ? (
            <AccountMenu actor={facts.actor} theme={facts.theme} />
          ) : (
            <>
              <ThemeSwitch theme={facts.theme} compact />
              <Link
                to="/masuk"
                className="rounded-control border border-on-header px-3 py-1.5 font-semibold hover:bg-on-header hover:text-header coarse:py-2.5"
              >
                {t('common.nav.signIn')}
              </Link>
            </>
          )}
        </div>
        {entries.length > 0 && (
          <details key={key} className="group w-full lg:hidden">
            <summary className="flex min-h-[44px] items-center gap-2 font-semibold">
              <Icon name="menu" />
              {t('common.menu')}
            </summary>
            <nav
              aria-label={t('common.nav.label')}
              className="mt-1 mb-2 rounded-card bg-surface p-2 text-text"
            >
              <NavList entries={entries} />
            </nav>
          </details>
        )}
      </div>
      <WovenBand className="block text-gold" />
    </header>
  )
}

function NavList({ entries }: { entries: readonly NavEntry[] }) {
  const t = useTexts()
  const help: NavEntry = { to: '/bantuan', text: 'common.nav.help', deed: 'help.read', icon: 'help' }
  return (
    <ul className="grid gap-0.5">
      {[...entries, help].map(({ to, text, icon }) => (
        <li key={to} className={to === '/bantuan' ? 'mt-2 border-t border-line pt-2' : undefined}>
          <NavLink
            to={to}
            end={to === '/'}
            className={({ isActive }) =>
              classes(
                'flex min-h-9 items-center gap-2.5 rounded-control px-3 py-1.5 coarse:min-h-[44px]',
                isActive ? 'bg-accent-soft font-semibold text-on-accent-soft' : 'hover:bg-sunken',
              )
            }
          >
            <Icon name={icon} className="size-4.5" />
            {t(text as 'common.nav.home')}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

/** Three lozenges that grow: the aso hook of the woven band as a mark. */
function Mark() {
  return (
    <svg viewBox="0 0 40 40" className="size-9 shrink-0" aria-hidden="true">
      <rect width="40" height="40" rx="8" className="fill-on-header" />
      <path d="M20 5 35 20 20 35 5 20Z" className="fill-header" />
      <path d="M20 11.5 28.5 20 20 28.5 11.5 20Z" className="fill-gold" />
      <path d="M20 16 24 20 20 24 16 20Z" className="fill-on-header" />
    </svg>
  )
}

function Footer({ facts }: { facts: ShellFacts }) {
  const t = useTexts()
  return (
    <footer data-chrome className="mt-8 border-t border-line text-sm text-muted">
      <div className="mx-auto flex max-w-[110rem] flex-wrap justify-between gap-x-6 gap-y-1 px-4 py-4 sm:px-6">
        <span>
          {t('common.product.office')} · {t('common.product.footer')}
        </span>
        <span className="flex gap-4">
          <Link to="/bantuan" className="underline underline-offset-2 coarse:py-2.5">
            {t('common.nav.help')}
          </Link>
          <span>{t('common.version', { version: facts.version })}</span>
        </span>
      </div>
    </footer>
  )
}
