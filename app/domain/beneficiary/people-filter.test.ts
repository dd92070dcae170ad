import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUSES } from './lifecycle'
import {
  cursorText,
  filterFrom,
  holdsPersonalNumber,
  type PeopleFilter,
  pageFrom,
  paramsOf,
  SORTS,
} from './people-filter'

const filters: fc.Arbitrary<PeopleFilter> = fc.record({
  search: fc.constantFrom('', 'siti', "nu'man é", '100'),
  programmeCode: fc.constantFrom(null, 'UEP26'),
  regencyCode: fc.constantFrom(null, '64.72'),
  districtCode: fc.constantFrom(null, '64.72.01'),
  status: fc.constantFrom(null, ...STATUSES),
  sectorCode: fc.constantFrom(null, 'food'),
  cohortId: fc.option(fc.uuid(), { nil: null }),
  decile: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
  onHold: fc.constantFrom(null, true, false),
  sort: fc.constantFrom(...SORTS),
})

describe('the filter of the list', () => {
  it('comes back from its address as it was', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterFrom(paramsOf(filter))).toEqual(filter)
      }),
    )
  })

  it('takes anything in an address and narrows nothing by what it does not understand', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'cari',
            'wilayah',
            'kecamatan',
            'status',
            'sektor',
            'angkatan',
            'desil',
            'tangguh',
            'urut',
          ),
          fc.string(),
        ),
        (entries) => {
          const filter = filterFrom(new URLSearchParams(entries))
          expect(filterFrom(paramsOf(filter))).toEqual(filter)
        },
      ),
    )
  })

  it('never takes a NIK from an address', () => {
    for (const text of ['6472010101900001', '6472 0101 0190 0001', '64.72.01.010190-0001']) {
      expect(holdsPersonalNumber(text)).toBe(true)
      expect(paramsOf(filterFrom(new URLSearchParams({ cari: text }))).toString()).toBe('')
    }
    expect(filterFrom(new URLSearchParams({ cari: 'Siti 2' })).search).toBe('Siti 2')
  })

  it('reads a cursor back, and no other text', () => {
    const id = '019a0000-0000-7000-8000-000000000001'
    for (const value of ['', '12', '2026-03-01T01:02:03.123456Z'])
      expect(pageFrom(new URLSearchParams({ setelah: cursorText({ value, id }) }))).toEqual({
        after: { value, id },
      })
    expect(pageFrom(new URLSearchParams({ setelah: `x'~${id}` }))).toBeNull()
  })
})
