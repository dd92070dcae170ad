import { z } from 'zod'
import type { TablePreview, TableRow } from '~/platform/spreadsheet/table'
import { cellText } from './cell-text'
import { findHeader } from './find-header'
import { COLUMNS, type HeaderReading, readHeader } from './import-columns'

const column = z.enum(COLUMNS).nullable()

/** How a file is read: where its rows are, where its header stands, and which column each header means. */
export const filePlan = z.object({
  source: z.object({
    format: z.enum(['csv', 'xlsx']),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).nullable(),
    delimiter: z.enum([',', ';', '\t']).nullable(),
    sheet: z.number().int(),
  }),
  sheetName: z.string(),
  headerRow: z.number().int(),
  headers: z.array(z.string()),
  columns: z.array(column),
  unknown: z.array(z.object({ position: z.number().int(), header: z.string(), likely: column })),
})

export type FilePlan = z.output<typeof filePlan>

const SAMPLES = 3

const textsOf = (row: TableRow) => row.cells.map(cellText)

/**
 * Plans the reading of a previewed file: the sheet with the best known header, its header row, and what its columns mean.
 * Null when no sheet holds anything like a table.
 */
export function planFile(
  preview: TablePreview,
  remembered: ReadonlyMap<string, string>,
): (FilePlan & { formulaCell: string | null; reading: HeaderReading }) | null {
  const found = preview.sheets.flatMap((sheet) => {
    const rows = sheet.rows.map(textsOf)
    const at = findHeader(rows, remembered)
    const headers = at === null ? undefined : rows[at]
    return at === null || !headers ? [] : [{ sheet, at, rows, reading: readHeader(headers, remembered) }]
  })
  const known = ({ reading }: { reading: HeaderReading }) =>
    reading.columns.filter((name) => name !== null).length
  const best = found.reduce<(typeof found)[number] | null>(
    (top, next) => (!top || known(next) > known(top) ? next : top),
    null,
  )
  if (!best) return null
  const { format, encoding, delimiter } = preview
  return {
    source: { format, encoding, delimiter, sheet: best.sheet.index },
    sheetName: best.sheet.name,
    headerRow: best.sheet.rows[best.at]?.index ?? 0,
    headers: best.reading.headers,
    columns: best.reading.columns,
    unknown: best.reading.unknown,
    formulaCell: best.sheet.formulaCell,
    reading: best.reading,
  }
}

/** A few filled cells under each header, to recognise a column by; read anew each time, as they name people. */
export function samplesOf(preview: TablePreview, plan: FilePlan): string[][] {
  const sheet = preview.sheets.find((one) => one.index === plan.source.sheet)
  const below = (sheet?.rows ?? []).filter((row) => row.index > plan.headerRow).map(textsOf)
  return plan.headers.map((_, position) =>
    below
      .map((row) => row[position] ?? '')
      .filter((text) => text !== '')
      .slice(0, SAMPLES),
  )
}
