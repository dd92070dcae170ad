import type { Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { may } from '~/domain/shared/permissions'
import { dayIn } from '~/platform/clock.server'
import { readRows } from '~/platform/spreadsheet/read-table.server'
import type { TableRow } from '~/platform/spreadsheet/table'
import { type Candidate, type RowProblem, type Verdict, verdictOf } from './candidate'
import { cellText, lostDigits } from './cell-text'
import { type DuplicatePolicy, FileDuplicates, type LateProblem, matchProblems } from './duplicates'
import type { FilePlan } from './file-plan.server'
import { isNumberingRow } from './find-header'
import { type RawRow, type RowContext, readRow } from './import-row'
import { findKnownMatches, type Programme } from './known-matches.server'
import { loadLookups } from './lookups.server'

/** A row with its verdict; `index` is its line in the file, `row` counts the rows of data from 1. */
export type JudgedRow = {
  row: number
  index: number
  values: Partial<Candidate>
  problems: RowProblem[]
  verdict: Verdict
}

export type Judged = { rows: JudgedRow[]; late: LateProblem[] }

export type JudgeTask = {
  actor: Actor
  programme: Programme & DuplicatePolicy
  regencyCode: string | null
  dtsenVersion: string | null
  plan: FilePlan
  bytes: Uint8Array
  at: Date
}

/** A file whose numbers lost their last digit; refused as a whole. */
export class NumericColumn extends Error {
  constructor(readonly column: 'nik' | 'no_kk') {
    super(`column ${column} holds numbers`)
  }
}

/** The rows of data in batches, numbered from 1: below the header, without the row that numbers the columns. */
export async function* dataRows(
  bytes: Uint8Array,
  plan: FilePlan,
): AsyncGenerator<{ row: number; line: TableRow }[]> {
  let row = 0
  let isFirst = true
  for await (const batch of readRows(bytes, plan.source)) {
    const lines = batch.filter(({ index, cells }) => {
      if (
        index <= plan.headerRow ||
        !plan.columns.some((column, position) => column !== null && cellText(cells[position] ?? null) !== '')
      )
        return false
      const isNumbering = isFirst && isNumberingRow(cells.map(cellText))
      isFirst = false
      return !isNumbering
    })
    if (lines.length > 0) yield lines.map((line) => ({ row: ++row, line }))
  }
}

function rawRow(line: TableRow, plan: FilePlan): RawRow {
  const raw: RawRow = {}
  for (const [position, column] of plan.columns.entries())
    if (column) raw[column] = line.cells[position] ?? null
  return raw
}

/**
 * Reads a file and judges every row, batch by batch: by its own values, against the rows before it, and against what the
 * portal holds. Writes nothing. Throws a `TableProblem`, or `NumericColumn` when half of the numbers of a column lost a digit.
 */
export async function* judgeFile(tx: Transaction, task: JudgeTask): AsyncGenerator<Judged> {
  const { actor, programme, plan } = task
  const context: RowContext = {
    ...(await loadLookups(tx)),
    on: dayIn(task.at),
    regencyCode: task.regencyCode,
    mayRegister: (regencyCode) => may(actor, 'person.register', regencyCode),
    dtsenVersion: task.dtsenVersion,
  }
  const seen = new FileDuplicates(programme)
  const numbers = new NumericColumns()
  for await (const batch of dataRows(task.bytes, plan)) {
    const read = batch.map(({ row, line }) => {
      const raw = rawRow(line, plan)
      numbers.count(raw)
      return { row, index: line.index, ...readRow(raw, context) }
    })
    numbers.refuse(false)
    const known = await findKnownMatches(
      tx,
      actor,
      programme,
      read.map(({ values }) => values),
    )
    const late: LateProblem[] = []
    const rows = read.map(({ row, index, values, problems }, position): JudgedRow => {
      const matches = known[position] ? matchProblems(values, known[position], programme) : []
      const own = [...problems, ...matches]
      const repeated = seen.look(row, values, verdictOf(own) === 'rejected')
      late.push(...repeated.late)
      const all = [...own, ...repeated.problems]
      return { row, index, values, problems: all, verdict: verdictOf(all) }
    })
    yield { rows, late }
  }
  numbers.refuse(true)
}

const EARLY = 50

/** Counts how many of the sixteen-digit numbers of a file are number cells. */
class NumericColumns {
  private readonly counts = { nik: { filled: 0, numeric: 0 }, no_kk: { filled: 0, numeric: 0 } }

  count(raw: RawRow): void {
    for (const column of ['nik', 'no_kk'] as const) {
      const cell = raw[column] ?? null
      if (cell === null) continue
      this.counts[column].filled += 1
      if (lostDigits(cell)) this.counts[column].numeric += 1
    }
  }

  refuse(isEnd: boolean): void {
    for (const column of ['nik', 'no_kk'] as const) {
      const { filled, numeric } = this.counts[column]
      if (numeric > 0 && numeric * 2 >= filled && (isEnd || filled >= EARLY)) throw new NumericColumn(column)
    }
  }
}

/** Adds problems that were found late to a row, and judges it again. */
export function withLate(row: JudgedRow, late: readonly LateProblem[]): JudgedRow {
  const problems = [...row.problems, ...late.filter((one) => one.row === row.row).map((one) => one.problem)]
  return { ...row, problems, verdict: verdictOf(problems) }
}
