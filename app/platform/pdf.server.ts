import PDFDocument from 'pdfkit'
import { type Paper, paperOf } from './documents/paper.server'
import { FACE, INK, MARGIN, type PdfDoc, printable, widthOf } from './documents/sheet.server'

export type { Paper, Signature } from './documents/paper.server'
export type { PdfColumn, PdfRow } from './documents/table.server'

/** What stands around the text of every official document. */
export type PdfFrame = {
  title: string
  subtitle?: string
  /** Lines of the letterhead, the office's name last and largest. */
  letterhead: readonly string[]
  /** Left foot of each page: reference, root of the trail, whatever identifies the print. */
  foot: string
  pageOf: (page: number, pages: number) => string
  landscape?: boolean
  /** Of the document, so that the same facts print the same file. */
  madeAt: Date
}

/** Begins another copy of the document on a new page, under the letterhead. */
export type NextCopy = (subtitle: string) => void

/** Draws a document under the office's letterhead, with page numbers once their count is known. */
export function makePdf(frame: PdfFrame, draw: (paper: Paper, nextCopy: NextCopy) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    layout: frame.landscape ? 'landscape' : 'portrait',
    margins: { ...MARGIN },
    bufferPages: true,
    info: { Title: frame.title, CreationDate: frame.madeAt, ModDate: frame.madeAt },
  })
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    drawHead(doc, frame)
    draw(paperOf(doc), (subtitle) => {
      doc.addPage()
      drawHead(doc, { ...frame, subtitle })
    })
    drawFeet(doc, frame)
    doc.end()
  })
}

function drawHead(doc: PdfDoc, frame: PdfFrame): void {
  doc.y = MARGIN.top - 18
  for (const [index, line] of frame.letterhead.entries()) {
    const last = index === frame.letterhead.length - 1
    doc
      .font(last ? FACE.bold : FACE.plain)
      .fontSize(last ? 14 : 11)
      .fillColor(INK.text)
    doc.text(printable(line), MARGIN.left, doc.y, { width: widthOf(doc), align: 'center' })
  }
  const rule = doc.y + 5
  doc
    .moveTo(MARGIN.left, rule)
    .lineTo(MARGIN.left + widthOf(doc), rule)
    .lineWidth(2)
    .stroke(INK.text)
  doc
    .moveTo(MARGIN.left, rule + 3)
    .lineTo(MARGIN.left + widthOf(doc), rule + 3)
    .lineWidth(0.5)
    .stroke(INK.text)
  doc.y = rule + 18
  doc.font(FACE.bold).fontSize(13)
  doc.text(printable(frame.title), MARGIN.left, doc.y, { width: widthOf(doc), align: 'center' })
  if (frame.subtitle) {
    doc.font(FACE.plain).fontSize(10.5)
    doc.text(printable(frame.subtitle), MARGIN.left, doc.y + 2, { width: widthOf(doc), align: 'center' })
  }
  doc.x = MARGIN.left
  doc.y += 14
}

function drawFeet(doc: PdfDoc, frame: PdfFrame): void {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    // The foot lies in the margin; with the margin in force pdfkit would start another page for it.
    doc.page.margins.bottom = 0
    const y = doc.page.height - 40
    doc.font(FACE.plain).fontSize(8).fillColor(INK.quiet)
    doc.text(printable(frame.foot), MARGIN.left, y, { width: widthOf(doc) * 0.7, lineBreak: false })
    doc.text(printable(frame.pageOf(page + 1, count)), MARGIN.left, y, {
      width: widthOf(doc),
      align: 'right',
      lineBreak: false,
    })
  }
}

/** The answer of a resource route that hands out a document; never kept by a cache. */
export function pdfResponse(bytes: Buffer, fileName: string): Response {
  const name = fileName.replace(/[^\w.-]+/g, '-')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}"`,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
