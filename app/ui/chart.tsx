import type { ReactNode } from 'react'
import { useTexts } from './texts'

export type BarPart = { value: number; label: string; className?: string }
export type Bar = {
  key: string
  label: string
  href?: string
  parts: readonly BarPart[]
  shown: string
  mark?: number
}

/** Fills for the parts of a stacked bar, in order; a label always says the same as the colour. */
const FILLS = [
  'fill-accent',
  'fill-gold',
  'fill-info',
  'fill-success',
  'fill-warning',
  'fill-danger',
  'fill-edge',
] as const

type Props = {
  title: string
  /** One sentence that says what the picture shows. */
  summary?: string
  bars: readonly Bar[]
  /** The value at the full width; the largest bar if absent. */
  maximum?: number
}

/**
 * Horizontal bars, one part or stacked, with an optional mark (a quota, a target). Drawn by the server as SVG without
 * style attributes; the figures stand beside the bars and, part by part, in a table below.
 */
export function BarChart({ title, summary, bars, maximum }: Props) {
  const t = useTexts()
  const total = (bar: Bar) => bar.parts.reduce((sum, part) => sum + part.value, 0)
  const full = maximum ?? Math.max(1, ...bars.map((bar) => Math.max(total(bar), bar.mark ?? 0)))
  const parts = bars[0]?.parts ?? []
  return (
    <figure className="grid gap-3">
      <figcaption>
        <span className="font-semibold">{title}</span>
        {summary && <span className="block text-sm text-muted">{summary}</span>}
      </figcaption>
      {parts.length > 1 && <Legend parts={parts} />}
      <ul className="grid gap-x-3 gap-y-2 sm:grid-cols-[fit-content(12rem)_1fr_auto]">
        {bars.map((bar) => (
          <li
            key={bar.key}
            className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-0.5 text-sm sm:col-span-3 sm:grid-cols-subgrid"
          >
            {bar.href ? (
              <a href={bar.href} className="text-accent underline underline-offset-2 coarse:py-2.5">
                {bar.label}
              </a>
            ) : (
              <span>{bar.label}</span>
            )}
            <span className="figures text-end font-semibold whitespace-nowrap sm:order-last">
              {bar.shown}
            </span>
            <StackedBar parts={bar.parts} full={full} mark={bar.mark} />
          </li>
        ))}
      </ul>
      {parts.length > 1 && (
        <FigureTable label={t('common.chart.table')} head={parts.map((part) => part.label)} bars={bars} />
      )}
    </figure>
  )
}

function StackedBar({
  parts,
  full,
  mark,
}: {
  parts: readonly BarPart[]
  full: number
  mark: number | undefined
}) {
  const scaled = (value: number) => Math.round((value / full) * 1000)
  let from = 0
  return (
    <svg
      viewBox="0 0 1000 24"
      preserveAspectRatio="none"
      className="col-span-2 h-4 w-full rounded-sm bg-sunken sm:col-span-1 sm:h-5"
      aria-hidden="true"
    >
      {parts.map((part, index) => {
        const x = from
        from += scaled(part.value)
        return (
          <rect
            key={part.label}
            x={x}
            y="0"
            width={scaled(part.value)}
            height="24"
            className={part.className ?? FILLS[index % FILLS.length]}
          />
        )
      })}
      {mark !== undefined && (
        <rect x={Math.min(scaled(mark), 1000) - 4} y="0" width="4" height="24" className="fill-text" />
      )}
    </svg>
  )
}

function Legend({ parts }: { parts: readonly BarPart[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {parts.map((part, index) => (
        <li key={part.label} className="flex items-center gap-1.5">
          <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
            <rect width="12" height="12" rx="2" className={part.className ?? FILLS[index % FILLS.length]} />
          </svg>
          {part.label}
        </li>
      ))}
    </ul>
  )
}

function FigureTable({
  label,
  head,
  bars,
}: {
  label: string
  head: readonly string[]
  bars: readonly Bar[]
}) {
  return (
    <details className="text-sm">
      <summary className="text-accent coarse:min-h-[44px]">{label}</summary>
      <div className="mt-2 overflow-x-auto">
        <table className="w-full">
          <thead>
            <tr className="border-b border-line">
              <td />
              {head.map((name) => (
                <th key={name} scope="col" className="px-2 py-1 text-end font-semibold">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key} className="border-b border-line">
                <th scope="row" className="py-1 text-start font-normal">
                  {bar.label}
                </th>
                {bar.parts.map((part) => (
                  <FigureCell key={part.label}>{part.value}</FigureCell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function FigureCell({ children }: { children: ReactNode }) {
  return <td className="figures px-2 py-1 text-end">{children}</td>
}

export type FunnelStep = { key: string; label: string; value: number; shown: string; href?: string }

/** How many reach each stage: bars that grow narrower, from the first stage down. */
export function Funnel({ title, steps }: { title: string; steps: readonly FunnelStep[] }) {
  return (
    <BarChart
      title={title}
      bars={steps.map(({ key, label, value, shown, href }) => ({
        key,
        label,
        shown,
        href,
        parts: [{ value, label }],
      }))}
    />
  )
}
