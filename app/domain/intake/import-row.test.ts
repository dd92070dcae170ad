import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BANKS } from '../../../prisma/reference/banks'
import { kaltimRegions } from '../../../prisma/reference/regions'
import { verdictOf } from './candidate'
import { FileDuplicates, matchProblems, NO_MATCHES } from './duplicates'
import { parseDtsenVersion, type RawRow, type RowContext, readRow } from './import-row'
import { indexPlaces } from './places'
import { bankFinder } from './read-account'
import { sectorFinder } from './sectors'

const context: RowContext = {
  on: '2026-11-24',
  places: indexPlaces(kaltimRegions()),
  regencyCode: '64.72',
  mayRegister: (code) => code === '64.72',
  bankCode: bankFinder(BANKS),
  sectorCode: sectorFinder([
    { code: 'food', nameId: 'Makanan dan minuman', nameEn: 'Food and drink' },
    { code: 'livestock', nameId: 'Peternakan', nameEn: 'Livestock' },
    { code: 'weaving', nameId: 'Tenun Ulap Doyo', nameEn: 'Ulap Doyo weaving' },
  ]),
  dtsenVersion: null,
}
const good: RawRow = {
  nik: '6472015705900001',
  no_kk: '6472011209110001',
  nama: ' Siti  Aminah ',
  tanggal_lahir: '17/05/1990',
  jenis_kelamin: 'P',
  alamat: 'Jl. Melati No. 3',
  kode_wilayah: '64.72.01.1001',
}
const read = (changed: RawRow = {}, over: Partial<RowContext> = {}) =>
  readRow({ ...good, ...changed }, { ...context, ...over })
const codes = (changed: RawRow = {}, over: Partial<RowContext> = {}) =>
  read(changed, over).problems.map((problem) => `${problem.column}:${problem.code}:${problem.severity}`)

describe('a row of an import file', () => {
  it('is accepted with its values as they are stored', () => {
    const { values, problems } = read({
      telepon: '0812-3456-7890',
      bank: 'BPD Kaltimtara',
      no_rekening: '0123 456 789',
      nama_rekening: 'SITI AMINAH',
      desil: 2,
      versi_dtsen: '2026-t1',
      pendapatan_bulanan: 'Rp 1.500.000',
      jumlah_anggota: '4',
      minat_sektor: 'Makanan & Minuman',
      catatan: '-',
      rt: 3,
      rw: '001',
    })
    expect(problems).toEqual([])
    expect(values).toEqual({
      nik: '6472015705900001',
      kk: '6472011209110001',
      name: 'Siti Aminah',
      birthPlace: null,
      birthDate: '1990-05-17',
      sex: 'P',
      address: 'Jl. Melati No. 3',
      rt: '3',
      rw: '001',
      villageCode: '64.72.01.1001',
      phone: '+6281234567890',
      bankCode: '124',
      accountNumber: '0123456789',
      accountName: 'SITI AMINAH',
      decile: 2,
      dtsenVersion: '2026T1',
      monthlyIncomeRupiah: '1500000',
      householdSize: 4,
      wishedSector: 'food',
      note: null,
    })
  })

  it.each<[string, RawRow, string[]]>([
    [
      'nothing at all',
      {
        nik: null,
        no_kk: '',
        nama: ' ',
        tanggal_lahir: null,
        jenis_kelamin: null,
        alamat: '-',
        kode_wilayah: null,
      },
      [
        'tanggal_lahir:required:error',
        'jenis_kelamin:required:error',
        'nik:required:error',
        'no_kk:required:error',
        'nama:required:error',
        'alamat:required:error',
        'kode_wilayah:required:error',
      ],
    ],
    ['NIK too short', { nik: '647201570590001' }, ['nik:nik_length:error']],
    ['NIK as a number', { nik: 6472015705900001 }, ['nik:nik_numeric:error']],
    ['NIK in scientific form', { nik: '6,47202E+15' }, ['nik:nik_numeric:error']],
    ['NIK kept as text by a formula', { nik: '="6472015705900001"' }, []],
    ['NIK with an apostrophe', { nik: "'6472015705900001" }, []],
    ['NIK of a man', { nik: '6472011705900001' }, ['nik:nik_sex_differs:warning']],
    ['NIK from Surabaya', { nik: '3578015705900001' }, ['nik:nik_area_outside:warning']],
    ['KK too long', { no_kk: '64720112091100011' }, ['no_kk:kk_length:error']],
    ['a one letter name', { nama: 'A' }, ['nama:name_short:error']],
    ['a name that calculates', { nama: '=cmd|x' }, ['nama:formula_like:error']],
    ['a broken cell', { alamat: '#REF!' }, ['alamat:cell_error:error']],
    [
      'a date with month and day swapped beyond the calendar',
      { tanggal_lahir: '05/17/1990' },
      ['tanggal_lahir:date_form:error'],
    ],
    ['a date that is a bare number', { tanggal_lahir: 33010 }, ['tanggal_lahir:date_form:error']],
    ['a date cell', { tanggal_lahir: { day: '1990-05-17' } }, []],
    ['a birth in the future', { tanggal_lahir: '17/05/2090' }, ['tanggal_lahir:date_future:error']],
    [
      'a child',
      { nik: '6472015705120001', tanggal_lahir: '17/05/2012' },
      ['tanggal_lahir:age_under_17:warning'],
    ],
    ['sex in words', { jenis_kelamin: 'Perempuan' }, []],
    ['sex unknown', { jenis_kelamin: 'X' }, ['jenis_kelamin:sex_unknown:error']],
    ['a village that is none', { kode_wilayah: '64.72.01.1999' }, ['kode_wilayah:village_unknown:error']],
    ['a village code without dots', { kode_wilayah: '6472011001' }, ['kode_wilayah:village_unknown:error']],
    ['a village elsewhere', { kode_wilayah: '64.71.01.1001' }, ['kode_wilayah:village_outside:error']],
    [
      'another regency than one may',
      { kode_wilayah: '64.71.01.1001', kabupaten_kota: 'Balikpapan' },
      ['kabupaten_kota:regency_out_of_reach:error'],
    ],
    ['a regency that is none', { kabupaten_kota: 'Surabaya' }, ['kabupaten_kota:regency_unknown:error']],
    ['a village by name', { kode_wilayah: null, kecamatan: 'Kec. Palaran', kelurahan: 'RAWA MAKMUR' }, []],
    [
      'a district misspelled',
      { kode_wilayah: null, kecamatan: 'Palarang', kelurahan: 'Rawa Makmur' },
      ['kecamatan:district_unknown:error'],
    ],
    [
      'a village misspelled',
      { kode_wilayah: null, kecamatan: 'Palaran', kelurahan: 'Rawa Makmuur' },
      ['kelurahan:village_name_unknown:error'],
    ],
    [
      'a village without its district',
      { kode_wilayah: null, kelurahan: 'Rawa Makmur' },
      ['kecamatan:required:error'],
    ],
    ['a telephone that is none', { telepon: '12345' }, ['telepon:phone_form:error']],
    [
      'an account without a name',
      { bank: 'BRI', no_rekening: '0123456789' },
      ['nama_rekening:account_incomplete:warning'],
    ],
    [
      'an unknown bank',
      { bank: 'Bank Plecit', no_rekening: '0123456789', nama_rekening: 'Siti' },
      ['bank:bank_unknown:warning'],
    ],
    ['decile eleven', { desil: '11' }, ['desil:decile_range:error']],
    ['decile one and a half', { desil: 1.5 }, ['desil:decile_range:error']],
    ['no version of DTSEN', { versi_dtsen: '2026' }, ['versi_dtsen:dtsen_form:error']],
    ['income with cents', { pendapatan_bulanan: '1.500.000,50' }, ['pendapatan_bulanan:rupiah_form:error']],
    ['income in words', { pendapatan_bulanan: '1,5 juta' }, ['pendapatan_bulanan:rupiah_form:error']],
    ['no household', { jumlah_anggota: '0' }, ['jumlah_anggota:household_range:error']],
    ['a wish nobody offers', { minat_sektor: 'Tambang' }, ['minat_sektor:sector_unknown:error']],
    ['a sector an admin added', { minat_sektor: 'tenun ulap doyo' }, []],
  ])('with %s', (_what, changed, expected) => {
    expect(codes(changed)).toEqual(expected)
  })

  it('says what was probably meant', () => {
    expect(read({ kode_wilayah: null, kecamatan: 'Palarang', kelurahan: 'x' }).problems[0]?.params).toEqual({
      within: 'Samarinda',
      nearest: 'Palaran',
    })
  })

  it('takes the regency from the code when the file names none', () => {
    const over = { regencyCode: null, mayRegister: () => true }
    expect(read({ kode_wilayah: '64.71.01.1001' }, over).values.villageCode).toBe('64.71.01.1001')
    expect(codes({ kode_wilayah: null, kecamatan: 'Palaran', kelurahan: 'Rawa Makmur' }, over)).toEqual([
      'kabupaten_kota:regency_missing:error',
    ])
  })

  it('takes the version of the file for deciles without one', () => {
    expect(read({ desil: '3' }, { dtsenVersion: '2026T2' }).values.dtsenVersion).toBe('2026T2')
    expect(read({}, { dtsenVersion: '2026T2' }).values.dtsenVersion).toBeNull()
    expect(parseDtsenVersion('2026 TW 3')).toBe('2026T3')
  })

  it('reads any cells without failing, and never accepts a row with a broken rule', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.double(),
      fc.constant(null),
      fc.record({ day: fc.string({ maxLength: 10 }) }),
    )
    const columns = Object.keys(good) as (keyof RawRow)[]
    fc.assert(
      fc.property(fc.constantFrom(...columns), cell, (column, value) => {
        const { values, problems } = read({ [column]: value })
        if (verdictOf(problems) !== 'rejected') {
          expect(values.nik).toMatch(/^\d{16}$/)
          expect(values.kk).toMatch(/^\d{16}$/)
          expect(values.villageCode).toMatch(/^64\.72\./)
          expect(values.birthDate).toMatch(/^\d{4}-\d\d-\d\d$/)
          expect(values.name && values.address && values.sex).toBeTruthy()
        }
      }),
    )
  })
})

describe('what repeats within a file', () => {
  const policy = { earlierRecipients: 'warn', sameFamilyCard: 'warn' } as const
  const account = { bankCode: '124', accountNumber: '0123456789' }

  it('lets the first of two NIK stand', () => {
    const seen = new FileDuplicates(policy)
    expect(seen.look(1, { nik: 'a', kk: '1' }, false)).toEqual({ problems: [], late: [] })
    expect(seen.look(2, { nik: 'a', kk: '2' }, false).problems).toMatchObject([
      { code: 'nik_twice_in_file', severity: 'error', params: { row: 1 } },
    ])
  })

  it('does not let a rejected row stand in the way', () => {
    const seen = new FileDuplicates(policy)
    seen.look(1, { nik: 'a', kk: '1' }, true)
    expect(seen.look(2, { nik: 'a', kk: '1' }, false).problems).toEqual([])
  })

  it('points at both who share a family card or an account, at the first once', () => {
    const seen = new FileDuplicates(policy)
    seen.look(1, { nik: 'a', kk: '1', ...account }, false)
    const second = seen.look(2, { nik: 'b', kk: '1', ...account }, false)
    expect(second.problems.map((problem) => problem.code)).toEqual([
      'kk_twice_in_file',
      'account_twice_in_file',
    ])
    expect(second.late.map(({ row, problem }) => [row, problem.code, problem.params?.row])).toEqual([
      [1, 'kk_twice_in_file', 2],
      [1, 'account_twice_in_file', 2],
    ])
    expect(seen.look(3, { nik: 'c', kk: '1' }, false).late).toEqual([])
  })

  it('rejects the second of a family where the programme blocks it', () => {
    const seen = new FileDuplicates({ ...policy, sameFamilyCard: 'block' })
    seen.look(1, { nik: 'a', kk: '1' }, false)
    expect(seen.look(2, { nik: 'b', kk: '1' }, false)).toMatchObject({
      problems: [{ severity: 'error' }],
      late: [],
    })
  })
})

describe('what the portal holds already', () => {
  const elsewhere = { regency: 'Balikpapan', number: null }
  it('rejects a NIK of this year, warns of the rest, and blocks earlier aid only where the programme says so', () => {
    const known = { ...NO_MATCHES, nik: elsewhere, kk: elsewhere, account: elsewhere, nikAidYear: 2025 }
    const severities = (policy: Parameters<typeof matchProblems>[2]) =>
      matchProblems({ nik: 'a' }, known, policy).map(({ code, severity }) => `${code}:${severity}`)
    expect(severities({ earlierRecipients: 'warn', sameFamilyCard: 'warn' })).toEqual([
      'nik_registered:error',
      'kk_registered:warning',
      'account_registered:warning',
      'nik_earlier_aid:warning',
    ])
    expect(severities({ earlierRecipients: 'block', sameFamilyCard: 'block' })).toEqual([
      'nik_registered:error',
      'kk_registered:error',
      'account_registered:warning',
      'nik_earlier_aid:error',
    ])
    expect(matchProblems({}, NO_MATCHES, { earlierRecipients: 'block', sameFamilyCard: 'block' })).toEqual([])
  })
})
