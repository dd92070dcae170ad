import type PDFDocument from 'pdfkit'

export type PdfDoc = InstanceType<typeof PDFDocument>

/** The paper of official letters: A4, margins in points, and the room kept for page numbers. */
export const MARGIN = { top: 56, left: 62, right: 56, bottom: 64 } as const
export const INK = { text: '#111827', quiet: '#4b5563', line: '#9ca3af', shade: '#eef2f6' } as const
export const FACE = { plain: 'Helvetica', bold: 'Helvetica-Bold' } as const

export function widthOf(doc: PdfDoc): number {
  return doc.page.width - MARGIN.left - MARGIN.right
}

export function bottomOf(doc: PdfDoc): number {
  return doc.page.height - MARGIN.bottom
}

/** Starts a new page when `height` points no longer fit; says whether it did. */
export function ensureRoom(doc: PdfDoc, height: number): boolean {
  if (doc.y + height <= bottomOf(doc)) return false
  doc.addPage()
  doc.y = MARGIN.top
  return true
}

/** Text in the letters that the built-in faces have: other letters lose their marks, the rest becomes a question mark. */
export function printable(text: string): string {
  let plain = ''
  for (const letter of text.normalize('NFC')) plain += known(letter) ? letter : bare(letter)
  return plain
}

const EXTRA = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')

function known(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return code === 10 || (code >= 32 && code < 127) || (code >= 160 && code < 256) || EXTRA.has(letter)
}

function bare(letter: string): string {
  const kept = [...letter.normalize('NFKD')].filter((part) => known(part)).join('')
  return kept === '' && letter.trim() !== '' && !/\p{M}|\p{C}/u.test(letter) ? '?' : kept
}
