import { describe, expect, it } from 'vitest'
import { MOST_PAST_ROWS, readPastRows } from './past-recipients'

const NIK = '6472015003850001'
const KK = '6472011502100002'
const header = ['NIK', 'No. KK', 'Tahun']

describe('a list of past recipients', () => {
  it('is read by the names of its columns, in any order', () => {
    expect(
      readPastRows(
        [
          ['tahun', 'nik', 'no kk'],
          ['2024', NIK, KK],
        ],
        2026,
      ),
    ).toEqual({ rows: [{ nik: NIK, kk: KK, year: 2024 }] })
    expect(
      readPastRows(
        [
          ['nik', 'tahun'],
          [`'${NIK}`, '2023'],
        ],
        2026,
      ),
    ).toEqual({ rows: [{ nik: NIK, kk: null, year: 2023 }] })
  })

  it('may leave the family card empty', () => {
    expect(readPastRows([header, [NIK, '', '2022']], 2026)).toEqual({
      rows: [{ nik: NIK, kk: null, year: 2022 }],
    })
  })

  it.each([
    ['empty', 1, [header]],
    [
      'no_header',
      1,
      [
        ['nama', 'alamat'],
        ['a', 'b'],
      ],
    ],
    ['nik', 3, [header, [NIK, KK, '2024'], ['647201500385000', KK, '2024']]],
    ['kk', 2, [header, [NIK, '123', '2024']]],
    ['year', 2, [header, [NIK, KK, '2027']]],
    ['year', 2, [header, [NIK, KK, 'dulu']]],
  ] as const)('stops at %s, line %i', (problem, line, records) => {
    expect(readPastRows(records, 2026)).toEqual({ problem, line })
  })

  it('has an end', () => {
    const records = [header, ...Array.from({ length: MOST_PAST_ROWS + 1 }, () => [NIK, KK, '2024'])]
    expect(readPastRows(records, 2026)).toMatchObject({ problem: 'too_many' })
  })
})
