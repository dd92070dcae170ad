import { describe, expect, it } from 'vitest'
import { ownPathOf, pageOf } from './own-path.server'

describe('ownPathOf', () => {
  it('keeps a path of the portal', () => {
    expect(ownPathOf('/penerima?status=verified&cari=a%2Fb')).toBe('/penerima?status=verified&cari=a%2Fb')
    expect(ownPathOf('/')).toBe('/')
  })

  it.each([
    'https://jahat.test/',
    '//jahat.test/',
    '/\\jahat.test',
    '/\t/jahat.test',
    '\\\\jahat.test',
    'javascript:alert(1)',
    '/..//jahat.test',
    'penerima',
    '',
    null,
    undefined,
  ])('refuses %j', (wanted) => {
    expect(ownPathOf(wanted)).toBeNull()
  })
})

describe('pageOf', () => {
  const posted = (referer?: string) =>
    new Request('http://localhost:3000/penyaluran/batch/1/persetujuan', {
      method: 'POST',
      headers: referer ? { referer } : {},
    })

  it('leads a posted form back to the page it stood on', () => {
    expect(pageOf(posted('http://localhost:3000/penyaluran/batch/1?tab=baris'))).toBe(
      '/penyaluran/batch/1?tab=baris',
    )
    expect(pageOf(posted('https://jahat.test/penyaluran'))).toBe('/penyaluran/batch/1/persetujuan')
    expect(pageOf(posted())).toBe('/penyaluran/batch/1/persetujuan')
  })

  it('leads a visited page back to itself', () => {
    expect(pageOf(new Request('http://localhost:3000/audit?sejak=2026-01-01'))).toBe(
      '/audit?sejak=2026-01-01',
    )
  })
})
