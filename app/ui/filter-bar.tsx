import { Form, Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { CONTROL } from './field'
import { Icon } from './icon'
import { useTexts } from './texts'

export type ActiveFilter = { name: string; label: string; value: string }

type Props = {
  /** The search field, always in view. */
  search?: ReactNode
  /** Further fields, folded away until wanted. */
  children?: ReactNode
  /** What narrows the list now; each can be taken away. */
  active?: readonly ActiveFilter[]
  /** Parameters that stay when the filter changes; the sort is kept anyway. */
  keep?: readonly string[]
  /** The fields are folded away even without a search field of its own. */
  folded?: boolean
}

/** Narrows a list by its address: a plain GET form, so that a filtered list can be kept, sent and gone back to. */
export function FilterBar({ search, children, active = [], keep = [], folded }: Props) {
  const t = useTexts()
  const [params] = useSearchParams()
  const kept = ['urut', ...keep].flatMap((name) => params.getAll(name).map((value) => ({ name, value })))
  return (
    <div data-chrome className="grid gap-2">
      <Form
        method="get"
        role="search"
        key={params.toString()}
        className="grid gap-3 rounded-card border border-line bg-surface p-3"
      >
        {kept.map(({ name, value }) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        {search && (
          <div className="flex items-end gap-2">
            <div className="min-w-0 grow">{search}</div>
            <Button type="submit" tone="secondary" icon="search">
              {t('common.search.label')}
            </Button>
          </div>
        )}
        {children && (
          <details open={(!search && !folded) || active.some((filter) => filter.name !== 'cari')}>
            <summary className="inline-flex items-center gap-1.5 font-semibold text-accent coarse:min-h-[44px]">
              <Icon name="filter" className="size-4" />
              {t('common.filter.title')}
            </summary>
            <div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">{children}</div>
            <Button type="submit" tone="secondary" className="mt-3">
              {t('common.filter.apply')}
            </Button>
          </details>
        )}
      </Form>
      {active.length > 0 && <ActiveFilters active={active} params={params} />}
    </div>
  )
}

function ActiveFilters({ active, params }: { active: readonly ActiveFilter[]; params: URLSearchParams }) {
  const t = useTexts()
  const without = (names: readonly string[]) => {
    const next = new URLSearchParams(params)
    for (const name of [...names, 'setelah', 'sebelum']) next.delete(name)
    return `?${next}`
  }
  return (
    <ul aria-label={t('common.filter.active')} className="flex flex-wrap items-center gap-2 text-sm">
      {active.map((filter) => (
        <li key={filter.name}>
          <Link
            to={without([filter.name])}
            className="inline-flex items-center gap-1.5 rounded-full bg-accent-soft px-3 py-1 text-on-accent-soft hover:underline coarse:min-h-[44px]"
          >
            <span className="sr-only">{t('common.filter.remove', { label: filter.label })}</span>
            <span aria-hidden="true">
              {filter.label}: <strong>{filter.value}</strong>
            </span>
            <Icon name="close" className="size-3.5" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          to={without(active.map((filter) => filter.name))}
          className="text-accent underline coarse:py-2.5"
        >
          {t('common.filter.clear')}
        </Link>
      </li>
    </ul>
  )
}

/** The search field of a list, `?cari=`. */
export function SearchInput({ label, name = 'cari', hint }: { label: string; name?: string; hint?: string }) {
  const [params] = useSearchParams()
  return (
    <label className="grid gap-1">
      <span className="font-semibold">{label}</span>
      {hint && <span className="text-sm text-muted">{hint}</span>}
      <input
        type="search"
        name={name}
        defaultValue={params.get(name) ?? ''}
        className={CONTROL}
        autoComplete="off"
      />
    </label>
  )
}
