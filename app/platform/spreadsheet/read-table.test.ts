import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import {
  entityBomb,
  formulaWorkbook,
  manyRowsCsv,
  renamedPicture,
  sheetOf,
  textRow,
  unclosedQuoteCsv,
  workbookAround,
  zipBomb,
  zipOf,
} from '../../../e2e/fixtures/hostile'
import { previewTable, readRows } from './read-table.server'
import type { TableRow, TableSource } from './table'

async function allRows(bytes: Uint8Array): Promise<TableRow[]> {
  const { sheets, ...form } = await previewTable(bytes)
  const source: TableSource = { ...form, sheet: sheets[0]?.index ?? 0 }
  const rows: TableRow[] = []
  for await (const batch of readRows(bytes, source)) rows.push(...batch)
  return rows
}

const cells = (rows: TableRow[]) => rows.map((row) => row.cells)

describe('a text table', () => {
  it.each([
    ['UTF-8 with commas', Buffer.from('nik,nama\n1,"Aminah, Siti"\n')],
    ['UTF-8 with BOM and semicolons', Buffer.from('\uFEFFnik;nama\r\n1;Aminah, Siti\r\n')],
    ['UTF-16 with tabs', Buffer.from('\uFEFFnik\tnama\r\n1\tAminah, Siti\r\n', 'utf16le')],
    ['a hint of its separator', Buffer.from('sep=;\r\nnik;nama\r\n1;Aminah, Siti\r\n')],
    ['old line ends', Buffer.from('nik;nama\r1;Aminah, Siti\r')],
  ])('is read in %s', async (_form, bytes) => {
    expect(cells(await allRows(bytes))).toEqual([
      ['nik', 'nama'],
      ['1', 'Aminah, Siti'],
    ])
  })

  it('is read in Windows-1252', async () => {
    const bytes = Buffer.concat([
      Buffer.from('nik;nama\r\n1;Ma'),
      Buffer.from([0x92]),
      Buffer.from('ruf Jos'),
      Buffer.from([0xe9]),
      Buffer.from('\r\n'),
    ])
    expect(cells(await allRows(bytes))).toEqual([
      ['nik', 'nama'],
      ['1', 'Ma’ruf José'],
    ])
  })

  it('keeps the number of each line, skips empty ones, bears quotes within a cell and lines of any length', async () => {
    const rows = await allRows(Buffer.from('nik;nama;alamat\n\n1;Siti;Jl. "Melati" 3\n;;\n2;Rudi\n'))
    expect(rows).toEqual([
      { index: 0, cells: ['nik', 'nama', 'alamat'] },
      { index: 2, cells: ['1', 'Siti', 'Jl. "Melati" 3'] },
      { index: 4, cells: ['2', 'Rudi'] },
    ])
  })
})

describe('a workbook', () => {
  it('gives text, numbers and days, of the sheets people see', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Petunjuk', rows: [['Isi lembar berikut']], hidden: true },
        {
          name: 'Usulan',
          rows: [
            ['nik', 'lahir', 'desil'],
            ['6472015705900001', new Date('1990-05-17T00:00:00Z'), 3],
            [null, null, null],
            ['x', null, 0.5],
          ],
        },
      ],
    })
    const { sheets } = await previewTable(bytes)
    expect(sheets.map((sheet) => [sheet.index, sheet.name, sheet.formulaCell])).toEqual([[1, 'Usulan', null]])
    expect(await allRows(bytes)).toEqual([
      { index: 0, cells: ['nik', 'lahir', 'desil'] },
      { index: 1, cells: ['6472015705900001', { day: '1990-05-17' }, 3] },
      { index: 3, cells: ['x', null, 0.5] },
    ])
  })

  it('says where its first formula is', async () => {
    const { sheets } = await previewTable(formulaWorkbook())
    expect(sheets[0]?.formulaCell).toBe('A2')
  })
})

describe('a hostile file', () => {
  const junk = { name: 'a.txt', bytes: Buffer.from('a') }
  it.each([
    ['nothing', () => Buffer.alloc(0), 'file_empty'],
    ['a picture renamed', renamedPicture, 'file_not_a_table'],
    [
      'a web page renamed',
      () => Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
      'file_not_a_table',
    ],
    ['an old or locked workbook', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'file_old_excel'],
    ['a zip that is no workbook', () => zipOf([junk]), 'file_not_a_table'],
    ['a zip with a part twice', () => zipOf([junk, junk]), 'file_damaged'],
    [
      'a zip cut in half',
      () => workbookAround(sheetOf(textRow(1, ['nik']))).subarray(0, 700),
      'file_damaged',
    ],
    [
      'a zip of thousands of parts',
      () => zipOf(Array.from({ length: 2_500 }, (_, n) => ({ ...junk, name: `${n}` }))),
      'file_bomb',
    ],
    ['a zip bomb that says so', () => zipBomb(true), 'file_bomb'],
    ['a zip bomb that lies', () => zipBomb(false), 'file_bomb'],
    ['an entity bomb', entityBomb, 'file_entities'],
    ['a quote never closed', unclosedQuoteCsv, 'file_unclosed_quote'],
    [
      'a quote never closed in a short file',
      () => Buffer.from('nik,nama\n1,"Siti\n2,Rudi\n'),
      'file_unclosed_quote',
    ],
    ['a thousand columns', () => Buffer.from(`${'a,'.repeat(1_000)}\n`), 'file_too_many_columns'],
  ])(
    'is refused: %s',
    async (_what, make, code) => {
      const bytes = make()
      const started = performance.now()
      await expect(allRows(bytes)).rejects.toMatchObject({ code })
      expect(performance.now() - started).toBeLessThan(15_000)
    },
    30_000,
  )

  it('is refused with a million rows, and the rows before were given in batches', async () => {
    const bytes = manyRowsCsv(1_000_000 / 2)
    let given = 0
    const reading = async () => {
      for await (const batch of readRows(bytes, {
        format: 'csv',
        encoding: 'utf-8',
        delimiter: ',',
        sheet: 0,
      }))
        given += batch.length
    }
    await expect(reading()).rejects.toMatchObject({ code: 'file_too_many_rows' })
    expect(given).toBe(200_000)
  }, 30_000)

  it('loses nothing when whoever reads is slower than the thread', async () => {
    const source: TableSource = { format: 'csv', encoding: 'utf-8', delimiter: ',', sheet: 0 }
    let given = 0
    for await (const batch of readRows(manyRowsCsv(9_999), source)) {
      given += batch.length
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(given).toBe(10_000)
  })

  it('stops the thread when nobody reads on', async () => {
    for await (const batch of readRows(manyRowsCsv(50_000), {
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      sheet: 0,
    })) {
      expect(batch).toHaveLength(500)
      break
    }
  })
})
