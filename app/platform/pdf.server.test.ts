import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { printable } from './documents/sheet.server'
import { makePdf, type PdfFrame, pdfResponse } from './pdf.server'

const frame: PdfFrame = {
  title: 'Lampiran Keputusan',
  letterhead: ['Pemerintah Provinsi Kalimantan Timur', 'Dinas Sosial'],
  foot: 'Nomor 1/2026',
  pageOf: (page, pages) => `Halaman ${page} dari ${pages}`,
  madeAt: new Date('2026-11-24T01:00:00Z'),
}

/** The words of each page: inflates the content streams and reads their text operators. */
function pagesOf(bytes: Buffer): string[] {
  const raw = bytes.toString('latin1')
  const pages: string[] = []
  for (const match of raw.matchAll(/\/Filter \/FlateDecode\n?[^>]*>>\nstream\n([\s\S]*?)\nendstream/g)) {
    const content = inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1')
    const said = [...content.matchAll(/\[(.*?)\] TJ/g)].map((line) =>
      [...(line[1] ?? '').matchAll(/<([0-9a-f]*)>/g)]
        .map((part) => Buffer.from(part[1] ?? '', 'hex').toString('latin1'))
        .join(''),
    )
    pages.push(said.join('\n'))
  }
  return pages
}

describe('an official document', () => {
  it('stands under the letterhead and counts its pages', async () => {
    const bytes = await makePdf(frame, (paper) => {
      paper.heading('Menimbang')
      paper.paragraph('Bahwa daftar penerima perlu ditetapkan.')
      paper.facts([['Jumlah', '2 orang']])
      paper.newPage()
      paper.signatures([{ place: 'Samarinda', on: '24 November 2026', office: 'Kepala Dinas' }])
    })
    const pages = pagesOf(bytes)
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain('Dinas Sosial')
    expect(pages[0]).toContain('Lampiran Keputusan')
    expect(pages[0]).toContain('Halaman 1 dari 2')
    expect(pages[1]).toContain('Halaman 2 dari 2')
    expect(pages[1]).toContain('Samarinda, 24 November 2026')
    expect(pages[1]).not.toContain('Dinas Sosial')
  })

  it('repeats the header of a table on every page and loses no row', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({
      cells: [`${index + 1}`, `Orang ke-${index + 1}`],
    }))
    const bytes = await makePdf(frame, (paper) => {
      paper.table(
        [
          { title: 'No', weight: 1, align: 'right' },
          { title: 'Nama lengkap', weight: 8 },
        ],
        rows,
      )
    })
    const pages = pagesOf(bytes)
    expect(pages.length).toBeGreaterThan(4)
    for (const page of pages) expect(page.match(/Nama lengkap/g)).toHaveLength(1)
    const named = pages.flatMap((page) => page.match(/Orang ke-\d+/g) ?? [])
    expect(named).toEqual(rows.map((row) => row.cells[1]))
  })

  it('keeps names printable', () => {
    expect(printable('Nur’aini – “Bu Šiti” Škoda')).toBe('Nur’aini – “Bu Šiti” Škoda')
    expect(printable('Ṣāliḥ \u200b漢')).toBe('Salih ?')
  })

  it('is handed out uncached under a harmless name', () => {
    const response = pdfResponse(Buffer.from('x'), 'SK 1/2026 "a".pdf')
    expect(response.headers.get('Content-Disposition')).toBe('inline; filename="SK-1-2026-a-.pdf"')
    expect(response.headers.get('Cache-Control')).toContain('no-store')
  })
})
