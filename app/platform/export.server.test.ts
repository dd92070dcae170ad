import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { type Cell, csvBytes, formulaSafe, type Sheet, xlsxBytes } from './export.server'

async function* each(rows: readonly (readonly Cell[])[]) {
  yield* rows
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const sheet = (rows: readonly (readonly Cell[])[]): Sheet => ({
  name: 'Penerima',
  header: ['nama', 'umur'],
  rows: each(rows),
})
const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', '+62', '-3', '@x', 'a;b', 'a"b', 'a\nb'))

describe('an export as CSV', () => {
  it('gives back every text, with an apostrophe before what a spreadsheet would calculate', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, fc.nat()), { maxLength: 20 }), async (rows) => {
        const text = (await whole(csvBytes(sheet(rows)))).toString('utf8')
        const read = parse(text, {
          delimiter: ';',
          bom: true,
          relax_quotes: false,
          record_delimiter: '\r\n',
        }) as string[][]
        expect(read.slice(1)).toEqual(rows.map(([name, age]) => [formulaSafe(name), String(age)]))
        for (const [name] of read) expect(name).not.toMatch(/^[=+\-@\t\r]/)
      }),
      { numRuns: 60 },
    )
  })
})

describe('an export as XLSX', () => {
  it('keeps text as text', async () => {
    const rows = [
      ['=HYPERLINK("http://x")', 30],
      ["Ma'ruf", 41],
    ] as const
    const bytes = await whole(xlsxBytes(sheet(rows)))
    const book = await readXlsx(bytes)
    const [first] = book.sheets
    expect(first?.rows.slice(1).map((row) => row.slice(0, 2))).toEqual([
      ['=HYPERLINK("http://x")', 30],
      ["Ma'ruf", 41],
    ])
  })
})
