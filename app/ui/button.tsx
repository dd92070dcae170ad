import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'

const TONES: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent',
  secondary: 'bg-surface text-text border-edge hover:border-accent hover:text-accent',
  quiet: 'bg-transparent text-accent border-transparent hover:bg-accent-soft hover:text-on-accent-soft',
  danger: 'bg-danger text-surface border-transparent hover:brightness-90',
}

export function buttonClass(tone: ButtonTone = 'secondary', className?: string): string {
  return classes(
    'inline-flex min-h-9 shrink-0 items-center justify-center justify-self-start gap-2 rounded-control border px-3.5 py-1.5 font-semibold',
    'cursor-pointer transition-colors coarse:min-h-[44px] disabled:cursor-progress disabled:opacity-60',
    TONES[tone],
    className,
  )
}

type Look = { tone?: ButtonTone; icon?: IconName; children: ReactNode }

export function Button({
  tone,
  icon,
  children,
  className,
  type = 'button',
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type={type} className={buttonClass(tone, className)} {...rest}>
      {icon && <Icon name={icon} className="size-4" />}
      {children}
    </button>
  )
}

/** A link that looks like a button; `document` makes it a full page load, as downloads need. */
export function LinkButton({
  tone,
  icon,
  children,
  className,
  document,
  ...rest
}: Look & LinkProps & { document?: boolean }) {
  return (
    <Link className={buttonClass(tone, className)} reloadDocument={document} {...rest}>
      {icon && <Icon name={icon} className="size-4" />}
      {children}
    </Link>
  )
}

const TEXT_LINK = 'text-accent underline decoration-1 underline-offset-2 hover:decoration-2'

export function TextLink({ className, ...rest }: LinkProps) {
  return <Link className={classes(TEXT_LINK, className)} {...rest} />
}
