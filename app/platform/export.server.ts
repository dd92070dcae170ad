import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { writeXlsxStream } from 'hucre'

/** A table on its way out: a title row, then rows as they come. */
export type Sheet = { name: string; header: readonly string[]; rows: AsyncIterable<readonly Cell[]> }
export type Cell = string | number | null

const encoder = new TextEncoder()
const FORMULA = /^[=+\-@\t\r]/
const SPECIAL = /[";\r\n]/

/** Text that a spreadsheet would calculate gets an apostrophe in front, which shows it as text. */
export function formulaSafe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function csvLine(cells: readonly Cell[]): string {
  const quoted = cells.map((cell) => {
    const text = typeof cell === 'string' ? formulaSafe(cell) : cell === null ? '' : String(cell)
    return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${quoted.join(';')}\r\n`
}

/** CSV as Indonesian spreadsheets open it: semicolons, UTF-8 with its mark. */
export async function* csvBytes({ header, rows }: Sheet): AsyncGenerator<Uint8Array> {
  yield encoder.encode(`\uFEFF${csvLine(header)}`)
  let lines: string[] = []
  for await (const row of rows) {
    lines.push(csvLine(row))
    if (lines.length === 200) {
      yield encoder.encode(lines.join(''))
      lines = []
    }
  }
  if (lines.length > 0) yield encoder.encode(lines.join(''))
}

/** An XLSX workbook of one sheet, written as the rows come; text stays text there, whatever it begins with. */
export async function* xlsxBytes({ name, header, rows }: Sheet): AsyncGenerator<Uint8Array> {
  async function* all(): AsyncGenerator<Cell[]> {
    yield [...header]
    for await (const row of rows) yield [...row]
  }
  yield* Readable.fromWeb(writeXlsxStream(all(), { name }) as NodeStream<Uint8Array>)
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Headers of a file with personal data: saved under its name, kept by nothing on the way. */
export function downloadHeaders(name: string, format: keyof typeof TYPES): Record<string, string> {
  return {
    'Content-Type': TYPES[format],
    'Content-Disposition': `attachment; filename="${name}.${format}"`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  }
}
