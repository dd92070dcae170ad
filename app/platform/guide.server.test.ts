import { describe, expect, it } from 'vitest'
import { drawGuide, listGuidePages, readGuidePage } from './guide.server'

describe('the user guide', () => {
  it('takes title, summary and the targets of links from the Markdown', () => {
    const page = drawGuide(
      '# Penyaluran\n\nDari tahap siap sampai dibayar.\n\n## Menyusun daftar bayar\n\nIsi **tebal**.\n',
    )
    expect(page.title).toBe('Penyaluran')
    expect(page.summary).toBe('Dari tahap siap sampai dibayar.')
    expect(page.headings).toEqual([{ id: 'menyusun-daftar-bayar', text: 'Menyusun daftar bayar' }])
    expect(page.html).toContain('<h2 id="menyusun-daftar-bayar">Menyusun daftar bayar</h2>')
    expect(page.html).toContain('<strong>tebal</strong>')
    expect(page.html).not.toContain('<h1')
  })

  it('finds the general page first, and nothing outside its folder', async () => {
    expect((await listGuidePages())[0]?.name).toBe('umum')
    expect(await readGuidePage('../../package')).toBeNull()
    expect(await readGuidePage('tidak-ada')).toBeNull()
  })
})
