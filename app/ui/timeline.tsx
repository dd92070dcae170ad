import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

export type TimelineStep = {
  key: string
  title: ReactNode
  /** done, the one being at, still to come, or broken off. */
  state: 'done' | 'current' | 'upcoming' | 'stopped'
  /** Date and who. */
  meta?: ReactNode
  children?: ReactNode
}

const DOTS: Record<TimelineStep['state'], string> = {
  done: 'bg-accent text-on-accent border-accent',
  current: 'bg-surface text-accent border-accent ring-4 ring-accent-soft',
  upcoming: 'bg-surface text-muted border-edge',
  stopped: 'bg-danger text-surface border-danger',
}

/** The stations of a road from top to bottom. */
export function Timeline({ label, steps }: { label: string; steps: readonly TimelineStep[] }) {
  return (
    <ol aria-label={label} className="grid">
      {steps.map((step, index) => (
        <li
          key={step.key}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="relative flex gap-3 pb-4 last:pb-0"
        >
          {index < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={classes(
                'absolute start-[0.68rem] top-6 bottom-0 w-0.5',
                step.state === 'done' ? 'bg-accent' : 'bg-line',
              )}
            />
          )}
          <span
            aria-hidden="true"
            className={classes(
              'z-10 mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border-2',
              DOTS[step.state],
            )}
          >
            {step.state === 'done' && <Icon name="check" className="size-3.5" />}
            {step.state === 'stopped' && <Icon name="close" className="size-3.5" />}
            {step.state === 'current' && <span className="size-2 rounded-full bg-accent" />}
          </span>
          <div className="grid min-w-0 gap-0.5">
            <span className={classes('font-semibold', step.state === 'upcoming' && 'font-normal text-muted')}>
              {step.title}
            </span>
            {step.meta && <span className="text-sm text-muted">{step.meta}</span>}
            {step.children}
          </div>
        </li>
      ))}
    </ol>
  )
}
