import { bottomOf, FACE, INK, MARGIN, type PdfDoc, printable, widthOf } from './sheet.server'

/** A column's share of the width is its weight among all weights. */
export type PdfColumn = { title: string; weight: number; align?: 'left' | 'right' | 'center' }
export type PdfRow = { cells: readonly string[]; strong?: boolean }

const SIZE = 8.5
const PAD_X = 4
const PAD_Y = 3.5
const LINE = 10.5

/** Draws a ruled table whose header repeats on every page; a row is never split. Strong rows are totals. */
export function drawTable(doc: PdfDoc, columns: readonly PdfColumn[], rows: readonly PdfRow[]): void {
  const whole = columns.reduce((sum, column) => sum + column.weight, 0)
  const widths = columns.map((column) => (column.weight / whole) * widthOf(doc))
  const header: PdfRow = { cells: columns.map((column) => column.title), strong: true }
  const draw = (row: PdfRow, shaded: boolean) => {
    doc.font(row.strong ? FACE.bold : FACE.plain).fontSize(SIZE)
    const height = heightOf(doc, row, widths)
    if (doc.y + height > bottomOf(doc)) {
      doc.addPage()
      doc.y = MARGIN.top
      if (row !== header) draw(header, true)
      doc.font(row.strong ? FACE.bold : FACE.plain).fontSize(SIZE)
    }
    drawRow(doc, row, columns, widths, height, shaded)
  }
  draw(header, true)
  for (const row of rows) draw(row, row.strong === true)
  doc.x = MARGIN.left
  doc.y += 8
}

function heightOf(doc: PdfDoc, row: PdfRow, widths: readonly number[]): number {
  let lines = 1
  for (const [index, cell] of row.cells.entries()) {
    const room = (widths[index] ?? 0) - 2 * PAD_X
    if (doc.widthOfString(printable(cell)) <= room && !cell.includes('\n')) continue
    const height = doc.heightOfString(printable(cell), { width: room, lineGap: LINE - SIZE * 1.16 })
    lines = Math.max(lines, Math.ceil(height / LINE))
  }
  return lines * LINE + 2 * PAD_Y
}

function drawRow(
  doc: PdfDoc,
  row: PdfRow,
  columns: readonly PdfColumn[],
  widths: readonly number[],
  height: number,
  shaded: boolean,
): void {
  const top = doc.y
  if (shaded) doc.rect(MARGIN.left, top, widthOf(doc), height).fill(INK.shade)
  let x: number = MARGIN.left
  doc.fillColor(INK.text)
  for (const [index, column] of columns.entries()) {
    const width = widths[index] ?? 0
    doc.text(printable(row.cells[index] ?? ''), x + PAD_X, top + PAD_Y, {
      width: width - 2 * PAD_X,
      align: column.align ?? 'left',
      lineGap: LINE - SIZE * 1.16,
    })
    doc.rect(x, top, width, height).lineWidth(0.5).stroke(INK.line)
    x += width
  }
  doc.x = MARGIN.left
  doc.y = top + height
}
