import { squeeze } from '~/domain/shared/text'

/** A cell of an import file: text, a number cell, a date cell, or nothing. */
export type RawCell = string | number | { day: string } | null

const NOTHING = /^[-–—.]+$/
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/i
const LITERAL_FORMULA = /^="([\d\s.+-]*)"$/
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/i

/** What a cell says as text: spaces squeezed, the apostrophe and `="…"` that keep digits as text taken off, `-` is nothing. */
export function cellText(cell: RawCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell)
  if (typeof cell === 'object') return cell.day
  const text = squeeze(cell)
  const literal = LITERAL_FORMULA.exec(text)?.[1] ?? text
  const bare = literal.replace(/^['’](?=[\d+])/, '')
  return NOTHING.test(bare) ? '' : squeeze(bare)
}

export function isSpreadsheetError(text: string): boolean {
  return SPREADSHEET_ERROR.test(text)
}

/** A number where sixteen digits must stand has lost its last one: a number cell, or `6,47E+15` in a text file. */
export function lostDigits(cell: RawCell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && SCIENTIFIC.test(cell.trim()))
}
