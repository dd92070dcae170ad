import { Link, useLocation, useNavigate, useSearchParams } from '@remix-run/react'
import type { MouseEvent, ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import { useTexts } from './texts'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Names the sort in the address: `urut=nama`, `urut=-nama`. */
  sort?: string
  /** Figures: to the right. */
  numeric?: boolean
  /** The cell that names the row; it heads the card on a phone. */
  lead?: boolean
  headerHidden?: boolean
  className?: string
}

type Props<Row> = {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown in place of the table when there are no rows. */
  empty?: ReactNode
  /** Rows of totals, as `<tr>`. */
  footer?: ReactNode
  /** The current sort, where the address does not say it. */
  defaultSort?: string
}

/** A list of rows; on a narrow screen each row is a card. Plain `<a href>` in cells are followed without a page load. */
export function Table<Row>(props: Props<Row>) {
  const { caption, captionHidden = true, columns, rows, rowKey, empty, footer } = props
  const follow = useFollowLinks()
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: it only speeds up links, which have the keyboard already
    <div onClick={follow} className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="rows-as-cards w-full border-collapse">
        <caption className={captionHidden ? 'sr-only' : 'px-3 py-2 text-start font-semibold'}>
          {caption}
        </caption>
        <thead className="border-b border-line bg-sunken text-sm">
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} defaultSort={props.defaultSort} />
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="hover:bg-accent-soft/40">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {footer && <tfoot className="border-t-2 border-line font-semibold">{footer}</tfoot>}
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const Element = column.lead ? 'th' : 'td'
  return (
    <Element
      scope={column.lead ? 'row' : undefined}
      data-label={column.headerHidden || column.lead ? undefined : column.header}
      data-lead={column.lead || undefined}
      className={classes(
        'px-3 py-2 align-top',
        column.lead ? 'text-start font-semibold' : 'font-normal',
        column.numeric && 'text-end whitespace-nowrap',
        column.className,
      )}
    >
      {column.cell(row)}
    </Element>
  )
}

function HeaderCell<Row>({ column, defaultSort }: { column: Column<Row>; defaultSort: string | undefined }) {
  const t = useTexts()
  const [search] = useSearchParams()
  const current = search.get('urut') ?? defaultSort
  const sort = column.sort
  const state =
    sort && current === sort ? 'ascending' : sort && current === `-${sort}` ? 'descending' : undefined
  const look = classes('px-3 py-2 font-semibold break-normal', column.numeric ? 'text-end' : 'text-start')
  if (!sort) {
    return (
      <th scope="col" className={look}>
        {column.headerHidden ? <span className="sr-only">{column.header}</span> : column.header}
      </th>
    )
  }
  const next = new URLSearchParams(search)
  next.set('urut', state === 'ascending' ? `-${sort}` : sort)
  for (const cursor of ['setelah', 'sebelum']) next.delete(cursor)
  return (
    <th scope="col" aria-sort={state} className={look}>
      <Link
        to={`?${next}`}
        preventScrollReset
        className="inline-flex items-center gap-1 hover:text-accent coarse:py-2"
      >
        <span className="sr-only">{t('common.table.sort.by', { column: column.header })}</span>
        <span aria-hidden="true">{column.header}</span>
        <Icon
          name={state === 'ascending' ? 'arrowUp' : state === 'descending' ? 'arrowDown' : 'sort'}
          className="size-3.5"
        />
        {state && <span className="sr-only">, {t(`common.table.sort.${state}`)}</span>}
      </Link>
    </th>
  )
}

/** Plain links inside a list cost a tenth of router links to draw; one listener lets the router follow them. */
function useFollowLinks() {
  const navigate = useNavigate()
  const here = useLocation()
  return (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href')
    if (!link || !href?.startsWith('/') || link.target || link.hasAttribute('download')) return
    event.preventDefault()
    navigate(href, { state: { from: here.pathname + here.search } })
  }
}
