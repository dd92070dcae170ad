import { describe, expect, it } from 'vitest'
import { parentCode, regionLevel } from '~/domain/shared/region'
import { BANKS } from './banks'
import { kaltimRegions, regencyFacts } from './regions'

describe('the places of East Kalimantan', () => {
  const regions = kaltimRegions()
  const count = (kind: string, under = '64') =>
    regions.filter((region) => region.kind === kind && region.code.startsWith(under)).length

  it('are one province, ten regencies, 105 districts, 197 kelurahan and 841 desa', () => {
    const kinds = ['provinsi', 'kabupaten', 'kota', 'kecamatan', 'kelurahan', 'desa'].map((kind) =>
      count(kind),
    )
    expect(kinds).toEqual([1, 7, 3, 105, 197, 841])
    expect(new Set(regions.map((region) => region.code)).size).toBe(1154)
  })

  it('are as many in each regency as the ministry counts', () => {
    for (const regency of regencyFacts()) {
      expect([
        regency.code,
        count('kecamatan', regency.code),
        count('kelurahan', regency.code),
        count('desa', regency.code),
      ]).toEqual([regency.code, Number(regency.districts), Number(regency.kelurahan), Number(regency.desa)])
    }
  })

  it('lie where their code says', () => {
    const codes = new Set(regions.map((region) => region.code))
    for (const region of regions) {
      expect(regionLevel(region.code)).toBe(region.level)
      expect(region.parentCode).toBe(parentCode(region.code))
      if (region.parentCode) expect(codes.has(region.parentCode)).toBe(true)
      expect(region.name).toMatch(/\p{L}/u)
    }
  })
})

it('knows banks by three digits kept as text', () => {
  expect(BANKS).toHaveLength(19)
  for (const bank of BANKS) expect(bank.code).toMatch(/^\d{3}$/)
})
