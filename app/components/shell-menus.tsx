import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Actor } from '~/domain/shared/actor'
import { classes } from '~/ui/classes'
import { Icon } from '~/ui/icon'
import { Form } from '~/ui/sealed-form'
import { useLocale, useTexts } from '~/ui/texts'

function BackHere() {
  const { pathname, search } = useLocation()
  return <input type="hidden" name="kembali" value={pathname + search} />
}

/** One language at a press; the page comes back whole in the other. */
export function LanguageSwitch() {
  const t = useTexts()
  const locale = useLocale()
  const other = locale === 'id' ? 'en' : 'id'
  return (
    <Form action="/bahasa" reloadDocument className="flex">
      <BackHere />
      <button
        type="submit"
        name="bahasa"
        value={other}
        lang={other}
        className="flex min-h-9 cursor-pointer items-center gap-1.5 rounded-control px-2 hover:bg-on-header/15 coarse:min-h-[44px]"
      >
        <Icon name="globe" className="size-4.5" />
        <span className="sr-only">{t('common.language.label')}: </span>
        {t(`common.language.${other}`)}
      </button>
    </Form>
  )
}

const THEMES = ['system', 'light', 'dark'] as const

export function ThemeSwitch({ theme, compact }: { theme: (typeof THEMES)[number]; compact?: boolean }) {
  const t = useTexts()
  if (compact) {
    return (
      <Menu icon={<Icon name="theme" className="size-4.5" />} label={t('common.theme.label')} labelHidden>
        <ThemeSwitch theme={theme} />
      </Menu>
    )
  }
  return (
    <Form action="/tema" reloadDocument className="grid gap-0.5">
      <BackHere />
      <p className="px-3 pt-1 text-sm text-muted">{t('common.theme.label')}</p>
      {THEMES.map((choice) => (
        <button
          key={choice}
          type="submit"
          name="tema"
          value={choice}
          aria-pressed={choice === theme}
          className={classes(ITEM, choice === theme && 'font-semibold text-accent')}
        >
          {t(`common.theme.${choice}`)}
          {choice === theme && <Icon name="check" className="ms-auto size-4" />}
        </button>
      ))}
    </Form>
  )
}

const ITEM =
  'flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded-control px-3 py-1.5 text-start hover:bg-sunken coarse:min-h-[44px]'

export function AccountMenu({ actor, theme }: { actor: Actor; theme: (typeof THEMES)[number] }) {
  const t = useTexts()
  const roles = [...new Set(actor.roles.map(({ role }) => t(`status.role.${role}`)))]
  return (
    <Menu icon={<Icon name="user" className="size-4.5" />} label={actor.name}>
      <div className="border-b border-line px-3 pb-2">
        <p className="font-semibold">{actor.name}</p>
        <p className="text-sm text-muted">{roles.join(', ')}</p>
      </div>
      <Link to="/akun" className={ITEM}>
        <Icon name="settings" className="size-4.5" />
        {t('common.nav.account')}
      </Link>
      <ThemeSwitch theme={theme} />
      <Form action="/keluar" reloadDocument className="border-t border-line pt-1">
        <button type="submit" className={ITEM}>
          <Icon name="signOut" className="size-4.5" />
          {t('common.nav.signOut')}
        </button>
      </Form>
    </Menu>
  )
}

/** A disclosure that opens without JavaScript and closes when the page changes. */
function Menu({
  icon,
  label,
  labelHidden,
  children,
}: {
  icon: ReactNode
  label: string
  labelHidden?: boolean
  children: ReactNode
}) {
  const { key } = useLocation()
  return (
    <details key={key} className="relative">
      <summary className="flex min-h-9 list-none items-center gap-1.5 rounded-control px-2 hover:bg-on-header/15 coarse:min-h-[44px] [&::-webkit-details-marker]:hidden">
        {icon}
        <span className={labelHidden ? 'sr-only' : 'hidden max-w-40 truncate sm:block'}>{label}</span>
        {!labelHidden && <span className="sr-only sm:hidden">{label}</span>}
        <Icon name="chevronDown" className="size-4" />
      </summary>
      <div className="absolute end-0 z-40 mt-1 grid w-60 gap-1 rounded-card border border-line bg-surface p-2 text-text shadow-lg [&_:focus-visible]:outline-focus">
        {children}
      </div>
    </details>
  )
}
