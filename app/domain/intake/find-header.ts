import { columnOf, headerKey } from './import-columns'

const SEARCHED_ROWS = 40
const ENOUGH = 3

/**
 * The position of the header among the first rows: offices put titles and letterheads above it. The row with the most
 * known headers, of at least three; else the first row that is filled like a table; null when there is none.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  remembered: ReadonlyMap<string, string> = new Map(),
): number | null {
  const searched = rows.slice(0, SEARCHED_ROWS)
  const known = searched.map(
    (row) => new Set(row.map((text) => columnOf(text, remembered)).filter((column) => column !== null)).size,
  )
  const most = Math.max(0, ...known)
  if (most >= ENOUGH) return known.indexOf(most)
  const filled = searched.map((row) => row.filter((text) => text.trim() !== '').length)
  const widest = Math.max(0, ...filled)
  const first = filled.findIndex((count) => count >= ENOUGH && count * 2 >= widest)
  return first < 0 ? null : first
}

/** Forms often number their columns under the header: `1 2 3`, or `(1) (2) (3)`. Such a row is no person. */
export function isNumberingRow(cells: readonly string[]): boolean {
  const filled = cells.map((text) => headerKey(text.replace(/[()]/g, ''))).filter((text) => text !== '')
  if (filled.length < ENOUGH || !filled.every((text) => /^\d{1,2}[a-z]?$/.test(text))) return false
  const numbers = filled.map((text) => Number.parseInt(text, 10))
  return (
    numbers.every((number, index) => index === 0 || number - (numbers[index - 1] ?? 0) <= 1) &&
    numbers[0] === 1
  )
}
