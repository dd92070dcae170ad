import { Link, useSearchParams } from '@remix-run/react'
import { buttonClass } from './button'
import { Icon } from './icon'
import { useTexts } from './texts'

type Props = {
  /** Cursor of the first row, where there are rows before it. */
  before?: string | null
  /** Cursor of the last row, where there are rows after it. */
  after?: string | null
  /** How many there are in all, as a sentence. */
  summary?: string
}

/** Keyset paging: `?setelah=<cursor>` and `?sebelum=<cursor>`, every other parameter kept. */
export function Pagination({ before, after, summary }: Props) {
  const t = useTexts()
  const [search] = useSearchParams()
  const to = (name: string, cursor: string) => {
    const next = new URLSearchParams(search)
    next.delete('setelah')
    next.delete('sebelum')
    next.set(name, cursor)
    return `?${next}`
  }
  if (!before && !after && !summary) return null
  return (
    <nav
      data-chrome
      aria-label={t('common.paging.label')}
      className="flex flex-wrap items-center justify-between gap-3"
    >
      <p className="text-muted">{summary}</p>
      <div className="flex gap-2">
        {before && (
          <Link to={to('sebelum', before)} rel="prev" className={buttonClass()}>
            <Icon name="chevronLeft" className="size-4" />
            {t('common.paging.previous')}
          </Link>
        )}
        {after && (
          <Link to={to('setelah', after)} rel="next" className={buttonClass()}>
            {t('common.paging.next')}
            <Icon name="chevronRight" className="size-4" />
          </Link>
        )}
      </div>
    </nav>
  )
}
