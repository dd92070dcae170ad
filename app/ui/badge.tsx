import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info'

const TONES: Record<Tone, string> = {
  neutral: 'bg-sunken text-text border-line',
  accent: 'bg-accent-soft text-on-accent-soft border-transparent',
  success: 'bg-success-soft text-on-success-soft border-transparent',
  warning: 'bg-warning-soft text-on-warning-soft border-transparent',
  danger: 'bg-danger-soft text-on-danger-soft border-transparent',
  info: 'bg-info-soft text-on-info-soft border-transparent',
}

/** A word of state; the tone supports the word and never replaces it. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center rounded-full border px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  )
}
