import { ensureRoom, FACE, INK, MARGIN, type PdfDoc, printable, widthOf } from './sheet.server'
import { drawTable, type PdfColumn, type PdfRow } from './table.server'

export type Signature = { place: string; on: string; office: string; name?: string; number?: string }

/** What a document's author draws with; every piece starts a new page by itself when it does not fit. */
export type Paper = {
  heading(text: string): void
  /** A name or word in large letters, centred. */
  display(text: string): void
  /** A paragraph, centred. */
  centred(text: string): void
  paragraph(text: string): void
  /** Label and value pairs, one a line. */
  facts(pairs: readonly (readonly [label: string, value: string])[]): void
  table(columns: readonly PdfColumn[], rows: readonly PdfRow[]): void
  /** Places and dates on the right, for the person who signs; several stand side by side. */
  signatures(list: readonly Signature[]): void
  /** A picture (PNG or JPEG), at most `height` points high. */
  picture(bytes: Buffer, height: number): void
  space(points?: number): void
  newPage(): void
}

const BODY = 10.5

export function paperOf(doc: PdfDoc): Paper {
  return {
    heading(text) {
      ensureRoom(doc, 44)
      doc.moveDown(0.4).font(FACE.bold).fontSize(11.5).fillColor(INK.text)
      doc.text(printable(text), MARGIN.left, doc.y, { width: widthOf(doc) }).moveDown(0.3)
    },
    display(text) {
      ensureRoom(doc, 60)
      doc.font(FACE.bold).fontSize(24).fillColor(INK.text)
      doc
        .text(printable(text), MARGIN.left, doc.y + 6, { width: widthOf(doc), align: 'center' })
        .moveDown(0.4)
    },
    centred(text) {
      ensureRoom(doc, 40)
      doc.font(FACE.plain).fontSize(12).fillColor(INK.text)
      doc
        .text(printable(text), MARGIN.left, doc.y, { width: widthOf(doc), align: 'center', lineGap: 4 })
        .moveDown(0.5)
    },
    paragraph(text) {
      doc.font(FACE.plain).fontSize(BODY).fillColor(INK.text)
      const options = { width: widthOf(doc), lineGap: 2.5 }
      ensureRoom(doc, Math.min(doc.heightOfString(printable(text), options), 200))
      doc.text(printable(text), MARGIN.left, doc.y, options).moveDown(0.6)
    },
    facts: (pairs) => drawFacts(doc, pairs),
    table: (columns, rows) => drawTable(doc, columns, rows),
    signatures: (list) => drawSignatures(doc, list),
    picture(bytes, height) {
      ensureRoom(doc, height)
      doc.image(bytes, MARGIN.left, doc.y, { fit: [widthOf(doc), height] })
      doc.y += height + 8
    },
    space(points = 10) {
      doc.y += points
    },
    newPage() {
      doc.addPage()
      doc.y = MARGIN.top
    },
  }
}

function drawFacts(doc: PdfDoc, pairs: readonly (readonly [string, string])[]): void {
  const label = Math.min(170, widthOf(doc) * 0.36)
  const width = widthOf(doc) - label - 12
  doc.fontSize(BODY).fillColor(INK.text)
  for (const [name, value] of pairs) {
    doc.font(FACE.plain)
    const height = Math.max(
      doc.heightOfString(printable(name), { width: label }),
      doc.heightOfString(printable(value), { width }),
    )
    ensureRoom(doc, height)
    const top = doc.y
    doc.fillColor(INK.quiet).text(printable(name), MARGIN.left, top, { width: label })
    doc.fillColor(INK.text).text(':', MARGIN.left + label, top, { width: 10 })
    doc.text(printable(value), MARGIN.left + label + 12, top, { width })
    doc.x = MARGIN.left
    doc.y = top + height + 3
  }
  doc.y += 6
}

function drawSignatures(doc: PdfDoc, list: readonly Signature[]): void {
  if (list.length === 0) return
  const column = widthOf(doc) / Math.max(list.length, 2)
  const needed = 140
  doc.y += 14
  ensureRoom(doc, needed)
  const top = doc.y
  const first = MARGIN.left + widthOf(doc) - column * list.length
  doc.font(FACE.plain).fontSize(BODY).fillColor(INK.text)
  for (const [index, one] of list.entries()) {
    const x = first + index * column
    const line = (text: string, y: number) => doc.text(printable(text), x, y, { width: column - 10 })
    line([one.place, one.on].filter(Boolean).join(', '), top)
    line(one.office, top + 15)
    line(one.name ?? '(…………………………………………)', top + 100)
    if (one.number) line(one.number, top + 115)
  }
  doc.x = MARGIN.left
  doc.y = top + needed
}
