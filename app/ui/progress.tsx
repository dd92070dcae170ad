import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTexts } from './texts'

type Props = {
  label: string
  done: number
  total: number | null
  /** While true the page asks again every two seconds. */
  running: boolean
}

/** How far a job is. Without JavaScript the page reloads itself. */
export function Progress({ label, done, total, running }: Props) {
  const t = useTexts()
  useAskAgain(running)
  return (
    <div className="grid gap-1.5" aria-live="polite">
      <div className="flex justify-between gap-3">
        <span className="font-semibold">{label}</span>
        {total !== null && (
          <span className="figures text-muted">{t('common.progress.of', { done, total })}</span>
        )}
      </div>
      <progress
        aria-label={label}
        value={total === null ? undefined : done}
        max={total ?? undefined}
        className="h-2.5 w-full appearance-none overflow-hidden rounded-full bg-sunken accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
      {running && (
        <>
          <p className="text-sm text-muted">{t('common.progress.refresh')}</p>
          <noscript>
            <meta httpEquiv="refresh" content="3" />
          </noscript>
        </>
      )}
    </div>
  )
}

function useAskAgain(running: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!running || state !== 'idle') return
    const timer = setTimeout(revalidate, 2000)
    return () => clearTimeout(timer)
  }, [running, state, revalidate])
}
