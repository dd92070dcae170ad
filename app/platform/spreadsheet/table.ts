/** A cell as it was written: text, a number (which has lost what numbers lose), a date cell, or nothing. */
export type Cell = string | number | { day: string } | null

/** `index` counts the lines of the file (or the rows of the sheet) from 0, empty ones included. */
export type TableRow = { index: number; cells: Cell[] }

export type SheetPreview = {
  index: number
  name: string
  /** The first rows, enough to find the header. */
  rows: TableRow[]
  /** The first cell that holds a formula, such as `C5`; null when there is none. */
  formulaCell: string | null
}

export type TablePreview = {
  format: 'csv' | 'xlsx'
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null
  delimiter: ',' | ';' | '\t' | null
  sheets: SheetPreview[]
}

/** Where the rows of a table are: what the preview found, and the sheet chosen of it. */
export type TableSource = Pick<TablePreview, 'format' | 'encoding' | 'delimiter'> & { sheet: number }

export const TABLE_PROBLEMS = {
  file_empty: 'nothing in it',
  file_too_big: 'larger than an upload may be',
  file_not_a_table: 'neither CSV nor XLSX by its content',
  file_old_excel: 'old binary Excel or protected by a password',
  file_damaged: 'cannot be read',
  file_bomb: 'unpacks to far more than it may',
  file_entities: 'declares entities',
  file_formula: 'holds a formula',
  file_too_many_rows: 'more rows than a file may have',
  file_too_many_columns: 'more columns than a file may have',
  file_unclosed_quote: 'a quotation mark is never closed',
  file_encoding: 'text in an unknown encoding',
  file_too_heavy: 'needs more memory than it may',
  file_too_slow: 'takes longer than it may',
} as const

export type TableProblemCode = keyof typeof TABLE_PROBLEMS

export const TABLE_LIMITS = {
  fileBytes: 60 * 1024 * 1024,
  unpackedBytes: 400 * 1024 * 1024,
  /** Shared strings are held in memory. */
  heldBytes: 120 * 1024 * 1024,
  /** No table that people make packs tighter; only files above a megabyte are measured. */
  packingRatio: 250,
  parts: 2_000,
  rows: 200_000,
  columns: 200,
  cellCharacters: 20_000,
  previewRows: 60,
  sheets: 20,
} as const

/** Why a file is refused as a whole; the sentence of its code is told to the person. */
export class TableProblem extends Error {
  constructor(
    readonly code: TableProblemCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(TABLE_PROBLEMS[code])
    this.name = 'TableProblem'
  }
}
