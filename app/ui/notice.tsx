import type { ReactNode } from 'react'
import type { Tone } from './badge'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

const LOOKS: Record<Exclude<Tone, 'accent'>, { className: string; icon: IconName }> = {
  neutral: { className: 'border-edge bg-surface', icon: 'info' },
  info: { className: 'border-info bg-info-soft text-on-info-soft', icon: 'info' },
  success: { className: 'border-success bg-success-soft text-on-success-soft', icon: 'check' },
  warning: { className: 'border-warning bg-warning-soft text-on-warning-soft', icon: 'warning' },
  danger: { className: 'border-danger bg-danger-soft text-on-danger-soft', icon: 'warning' },
}

type NoticeProps = {
  tone?: keyof typeof LOOKS
  title?: string
  children?: ReactNode
  actions?: ReactNode
  className?: string
}

/** Something the reader should know before going on. */
export function Notice({ tone = 'info', title, children, actions, className }: NoticeProps) {
  const look = LOOKS[tone]
  return (
    <div
      className={classes('flex gap-3 rounded-card border-s-4 border px-4 py-3', look.className, className)}
    >
      <Icon name={look.icon} className="mt-0.5 size-5" />
      <div className="grid gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="grid gap-1">{children}</div>}
        {actions && <div className="flex flex-wrap gap-2 pt-1">{actions}</div>}
      </div>
    </div>
  )
}

type EmptyProps = { title: string; children?: ReactNode; action?: ReactNode; icon?: IconName }

/** Nothing to show: says why, and what to do next. */
export function EmptyState({ title, children, action, icon = 'inbox' }: EmptyProps) {
  return (
    <div className="grid justify-items-center gap-2 rounded-card border border-dashed border-edge px-6 py-10 text-center">
      <Icon name={icon} className="size-8 text-gold" />
      <p className="text-base font-semibold">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="pt-2">{action}</div>}
    </div>
  )
}

/** Before something that is hard to undo: what exactly will happen. The form's button stands below it. */
export function ConfirmBox({
  title,
  points,
  children,
}: {
  title: string
  points?: readonly ReactNode[]
  children?: ReactNode
}) {
  return (
    <div className="grid gap-2 rounded-card border border-gold bg-surface p-4">
      <p className="flex items-center gap-2 font-semibold">
        <Icon name="info" className="text-gold" />
        {title}
      </p>
      {points && (
        <ul className="list-disc space-y-1 ps-7">
          {points.map((point, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the points are fixed for the life of the page
            <li key={index}>{point}</li>
          ))}
        </ul>
      )}
      {children}
    </div>
  )
}
