import { describe, expect, it } from 'vitest'
import { districtOf, isVillageCode, parentCode, regencyOf, regionLevel, villageKind } from './region'

describe('region codes', () => {
  it.each([
    ['64', 'province', null],
    ['64.72', 'regency', '64'],
    ['64.72.01', 'district', '64.72'],
    ['64.72.01.1001', 'village', '64.72.01'],
  ])('knows %s', (code, level, parent) => {
    expect(regionLevel(code)).toBe(level)
    expect(parentCode(code)).toBe(parent)
  })

  it.each(['6472011001', '64.72.1.1001', '64.72.01.0001', '64.72.01.10011', '64-72', ' 64.72', ''])(
    'refuses %j',
    (code) => {
      expect(regionLevel(code)).toBeNull()
      expect(isVillageCode(code)).toBe(false)
    },
  )

  it('reads what lies above and which kind a village is', () => {
    expect(regencyOf('64.72.01.1001')).toBe('64.72')
    expect(districtOf('64.72.01.1001')).toBe('64.72.01')
    expect(villageKind('64.72.01.1001')).toBe('kelurahan')
    expect(villageKind('64.02.05.2003')).toBe('desa')
  })
})
