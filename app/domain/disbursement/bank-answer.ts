import { parseDay } from '~/domain/shared/day'
import { parseRupiah } from '~/domain/shared/rupiah'
import { ANSWER_STATUSES, type AnswerLine, type AnswerStatus } from './reconciliation'
import { LONGEST_REFERENCE } from './reference'

export const ANSWER_COLUMNS = ['referensi', 'nominal', 'status', 'tanggal', 'kode_alasan'] as const
type Column = (typeof ANSWER_COLUMNS)[number]

export const MOST_ANSWER_LINES = 100_000
const LONGEST_REASON = 35

export type AnswerProblem =
  | { problem: 'empty' | 'too_many' }
  | { problem: 'column_missing'; column: Column }
  | { problem: 'reference' | 'amount' | 'status' | 'date' | 'reason'; line: number }

export type AnswerRead = { lines: AnswerLine[] } | AnswerProblem

/** Reads the rows of a bank's answer, the head first. A line that cannot be read stands against the whole file. */
export function readAnswer(rows: readonly (readonly string[])[]): AnswerRead {
  const [head, ...body] = rows
  if (!head || body.length === 0) return { problem: 'empty' }
  if (body.length > MOST_ANSWER_LINES) return { problem: 'too_many' }
  const names = head.map((name) => name.trim().toLowerCase().replaceAll(' ', '_'))
  const missing = ANSWER_COLUMNS.find((column) => column !== 'kode_alasan' && !names.includes(column))
  if (missing) return { problem: 'column_missing', column: missing }
  const lines: AnswerLine[] = []
  for (const [index, row] of body.entries()) {
    const value = (column: Column) => row[names.indexOf(column)]?.trim() ?? ''
    const read = readLine(value, index + 1)
    if ('problem' in read) return read
    lines.push(read)
  }
  return { lines }
}

function readLine(value: (column: Column) => string, line: number): AnswerLine | AnswerProblem {
  const reference = value('referensi')
  if (reference === '' || reference.length > LONGEST_REFERENCE) return { problem: 'reference', line }
  const amountRupiah = parseRupiah(value('nominal'))
  if (amountRupiah === null) return { problem: 'amount', line }
  const status = value('status').toUpperCase()
  if (!isAnswerStatus(status)) return { problem: 'status', line }
  const dated = value('tanggal')
  const datedOn = dated === '' ? null : parseDay(dated)
  if (dated !== '' && datedOn === null) return { problem: 'date', line }
  const reasonCode = value('kode_alasan') || null
  if (reasonCode !== null && reasonCode.length > LONGEST_REASON) return { problem: 'reason', line }
  return { lineNumber: line, reference, amountRupiah, status, datedOn, reasonCode }
}

function isAnswerStatus(text: string): text is AnswerStatus {
  return (ANSWER_STATUSES as readonly string[]).includes(text)
}
