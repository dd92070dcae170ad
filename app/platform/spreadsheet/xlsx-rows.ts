import { streamXlsxRows } from 'hucre/xlsx'
import { type Cell, type SheetPreview, TABLE_LIMITS, TableProblem, type TableRow } from './table'
import { readZipDirectory, unpack, type ZipPart } from './zip-directory'

type Sheet = { index: number; name: string; hidden: boolean }

const FORMULA = /<(?:\w+:)?f[\s>/]/
const FORMULA_MARKS = ['<f>', '<f ', '<f/', ':f>', ':f ']
const DECLARATIONS = ['<!DOCTYPE', '<!ENTITY']
const OVERLAP = 200

/** Checks an XLSX before it is parsed, and returns the first rows of each sheet that people see. */
export async function previewXlsx(bytes: Buffer): Promise<SheetPreview[]> {
  const parts = new Map(readZipDirectory(bytes).map((part) => [part.name, part]))
  const workbook = parts.get('xl/workbook.xml')
  if (!parts.has('[Content_Types].xml') || !workbook) throw new TableProblem('file_not_a_table')
  const formulas = await scanParts(bytes, [...parts.values()])
  const sheets = sheetsOf(await textOf(bytes, workbook)).filter((sheet) => !sheet.hidden)
  const targets = await sheetTargets(bytes, parts)
  const previews: SheetPreview[] = []
  for (const sheet of sheets.slice(0, TABLE_LIMITS.sheets)) {
    const rows: TableRow[] = []
    for await (const row of xlsxRows(bytes, sheet.index, TABLE_LIMITS.previewRows)) rows.push(row)
    const path = targets[sheet.index]
    previews.push({
      index: sheet.index,
      name: sheet.name,
      rows,
      formulaCell: (path && formulas.get(path)) || null,
    })
  }
  return previews
}

/** Unpacks every XML part once, keeping nothing: its true size, entity declarations, and the first formula of a sheet. */
async function scanParts(bytes: Buffer, parts: readonly ZipPart[]): Promise<Map<string, string>> {
  const formulas = new Map<string, string>()
  let total = 0
  for (const part of parts) {
    if (!/\.(xml|rels)$/i.test(part.name)) continue
    const isHeld = !/^xl\/worksheets\//i.test(part.name)
    const limit = isHeld ? TABLE_LIMITS.heldBytes : TABLE_LIMITS.unpackedBytes - total
    let tail = Buffer.alloc(0)
    for await (const chunk of unpack(bytes, part, limit)) {
      total += chunk.length
      const piece = Buffer.concat([tail, chunk])
      if (DECLARATIONS.some((mark) => piece.includes(mark))) throw new TableProblem('file_entities')
      if (piece.includes(0)) throw new TableProblem('file_damaged')
      if (!isHeld && !formulas.has(part.name)) {
        const cell = formulaCell(piece)
        if (cell) formulas.set(part.name, cell)
      }
      tail = piece.subarray(-OVERLAP)
    }
  }
  return formulas
}

function formulaCell(piece: Buffer): string | null {
  if (!FORMULA_MARKS.some((mark) => piece.includes(mark))) return null
  const text = piece.toString('latin1')
  const formula = FORMULA.exec(text)
  return formula ? cellBefore(text.slice(0, formula.index)) : null
}

function cellBefore(text: string): string {
  return /\sr="([A-Z]{1,3}\d{1,7})"(?!.*\sr=")/s.exec(text.slice(-OVERLAP))?.[1] ?? '?'
}

async function textOf(bytes: Buffer, part: ZipPart): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of unpack(bytes, part, 8 * 1024 * 1024)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const SHEET_TAG = /<(?:\w+:)?sheet\s[^>]*>/g

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}

function sheetsOf(workbookXml: string): Sheet[] {
  return (workbookXml.match(SHEET_TAG) ?? []).map((tag, index) => ({
    index,
    name: attribute(tag, 'name'),
    hidden: /hidden$/i.test(attribute(tag, 'state')),
  }))
}

/** The part of each sheet in the workbook's order. */
async function sheetTargets(bytes: Buffer, parts: ReadonlyMap<string, ZipPart>): Promise<string[]> {
  const workbook = parts.get('xl/workbook.xml')
  const relations = parts.get('xl/_rels/workbook.xml.rels')
  if (!workbook || !relations) throw new TableProblem('file_damaged')
  const targets = new Map(
    ((await textOf(bytes, relations)).match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []).map((tag) => {
      const target = attribute(tag, 'Target')
      return [attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`] as const
    }),
  )
  const tags = (await textOf(bytes, workbook)).match(SHEET_TAG) ?? []
  return tags.map((tag) => targets.get(attribute(tag, '\\w+:id')) ?? '')
}

/** The rows of a sheet that hold anything, in order. */
export async function* xlsxRows(
  bytes: Buffer,
  sheet: number,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<TableRow> {
  let given = 0
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      const cells = values.map(cellOf)
      if (!cells.some((cell) => cell !== null)) continue
      if (
        cells.length > TABLE_LIMITS.columns &&
        cells.findLastIndex((cell) => cell !== null) >= TABLE_LIMITS.columns
      ) {
        throw new TableProblem('file_too_many_columns', { most: TABLE_LIMITS.columns })
      }
      yield { index, cells: cells.slice(0, TABLE_LIMITS.columns) }
      given += 1
      if (given >= most) return
    }
  } catch (error) {
    throw error instanceof TableProblem ? error : new TableProblem('file_damaged')
  }
}

function cellOf(value: string | number | boolean | Date | null): Cell {
  if (value === null || value === '') return null
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' ? value.slice(0, TABLE_LIMITS.cellCharacters) : value
}
