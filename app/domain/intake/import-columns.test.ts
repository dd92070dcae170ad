import { describe, expect, it } from 'vitest'
import { findHeader, isNumberingRow } from './find-header'
import { COLUMNS, columnOf, needsMapping, readHeader } from './import-columns'

describe('headers of import files', () => {
  it.each([
    ['NIK', 'nik'],
    ['No. KK', 'no_kk'],
    ['NO_KK', 'no_kk'],
    ['Nomor Kartu Keluarga', 'no_kk'],
    ['nama lengkap ', 'nama'],
    ['Desa/Kelurahan', 'kelurahan'],
    ['KEL./DESA', 'kelurahan'],
    ['No HP', 'telepon'],
    ['No. HP/WA', 'telepon'],
    ['Kampung/Kelurahan', 'kelurahan'],
    ['Nama Desa / Kampung', 'kelurahan'],
    ['Kota/Kab.', 'kabupaten_kota'],
    ['No Rekening', 'no_rekening'],
    ['Pendapatan per Bulan (Rp)', 'pendapatan_bulanan'],
    ['JK', 'jenis_kelamin'],
    ['L/P', 'jenis_kelamin'],
    ['Tgl. Lahir', 'tanggal_lahir'],
    ['Kab/Kota', 'kabupaten_kota'],
    ['Tanggal  Lahir*', 'tanggal_lahir'],
    ['Keterangan', 'catatan'],
  ])('%s is %s', (header, column) => {
    expect(columnOf(header)).toBe(column)
  })

  it('knows its own names', () => {
    for (const column of COLUMNS) expect(columnOf(column)).toBe(column)
    expect(readHeader(COLUMNS)).toMatchObject({ columns: [...COLUMNS], unknown: [], missing: [] })
  })

  it('does not take the head of family for the person', () => {
    expect(columnOf('Nama Kepala Keluarga')).toBeNull()
    expect(columnOf('Nama Ibu')).toBeNull()
  })

  it('asks when a needed column is missing or an unknown header is near a free one', () => {
    const complete = [
      'No',
      'NIK',
      'No KK',
      'Nama',
      'Tgl Lahir',
      'JK',
      'Alamat',
      'Kecamatan',
      'Kelurahan',
      'Golongan Darah',
    ]
    const reading = readHeader(complete)
    expect(reading.missing).toEqual([])
    expect(reading.unknown).toEqual([{ position: 9, header: 'Golongan Darah', likely: null }])
    expect(needsMapping(reading)).toBe(false)

    const without = readHeader(complete.map((header) => (header === 'No KK' ? 'Kartu' : header)))
    expect(without.missing).toEqual(['no_kk'])
    expect(needsMapping(without)).toBe(true)

    const near = readHeader([...complete, 'Tlepon'])
    expect(near.unknown.at(-1)).toMatchObject({ header: 'Tlepon', likely: 'telepon' })
    expect(needsMapping(near)).toBe(true)
  })

  it('remembers an answer, also that a header means nothing', () => {
    const headers = ['NIK', 'Kartu', 'Tlepon']
    const reading = readHeader(
      headers,
      new Map([
        ['kartu', 'no_kk'],
        ['tlepon', '-'],
      ]),
    )
    expect(reading.columns).toEqual(['nik', 'no_kk', null])
    expect(reading.unknown).toEqual([{ position: 2, header: 'Tlepon', likely: null }])
  })

  it('counts a column once', () => {
    expect(readHeader(['nik', 'NIK', 'nama']).columns).toEqual(['nik', null, 'nama'])
  })

  it('asks for the village by code, or by both names', () => {
    const rest = ['nik', 'no_kk', 'nama', 'tanggal_lahir', 'jenis_kelamin', 'alamat']
    expect(readHeader(rest).missing).toEqual(['kode_wilayah'])
    expect(readHeader([...rest, 'kecamatan']).missing).toEqual(['kelurahan'])
    expect(readHeader([...rest, 'kode_wilayah']).missing).toEqual([])
  })
})

describe('the header row', () => {
  it('is found below titles', () => {
    const rows = [
      ['DAFTAR USULAN CALON PENERIMA'],
      ['KOTA SAMARINDA TAHUN 2026', ''],
      [],
      ['No', 'NIK', 'Nama', 'JK'],
      ['1', '6472', 'Siti', 'P'],
    ]
    expect(findHeader(rows)).toBe(3)
  })

  it('is the first wide row when no header is known', () => {
    expect(findHeader([['Lampiran'], ['a', 'b', 'c', 'd'], ['1', '2', '3', '4']])).toBe(1)
    expect(findHeader([['Lampiran'], ['dua', 'kata']])).toBeNull()
  })

  it('may be followed by the numbers of its columns', () => {
    expect(isNumberingRow(['1', '2', '3', '4'])).toBe(true)
    expect(isNumberingRow(['(1)', '(2)', '(3)'])).toBe(true)
    expect(isNumberingRow(['1', '6472015705900001', 'Siti'])).toBe(false)
  })
})
