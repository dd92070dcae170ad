import { isKk, normalizeKk } from '~/domain/beneficiary/kk'
import { nameProblem, normalizeName, startsLikeFormula } from '~/domain/beneficiary/name'
import { type NikContext, nikErrors, nikWarnings, normalizeNik, type Sex } from '~/domain/beneficiary/nik'
import { parsePhone } from '~/domain/beneficiary/phone'
import { type Day, isDay, parseDay } from '~/domain/shared/day'
import { parseRupiah, rupiahOfNumber } from '~/domain/shared/rupiah'
import { foldToWords } from '~/domain/shared/text'
import type { Candidate, ProblemCode, RowProblem, Severity } from './candidate'
import { cellText, isSpreadsheetError, lostDigits, type RawCell } from './cell-text'
import type { ColumnName } from './import-columns'
import type { Places } from './places'
import { readAccount } from './read-account'
import { readPlace } from './read-place'

export type RawRow = Partial<Record<ColumnName, RawCell>>

/** What a row is read against; nothing is looked up elsewhere. */
export type RowContext = {
  /** The day of the import, for ages and dates. */
  on: Day
  places: Places
  /** The regency the file is for, or null when the rows say it. */
  regencyCode: string | null
  /** Whether the importer may register people of that regency. */
  mayRegister: (regencyCode: string) => boolean
  /** The bank that a code or a name means. */
  bankCode: (text: string) => string | null
  /** The sector that a wish or a label means. */
  sectorCode: (text: string) => string | null
  /** The version that holds for deciles without one. */
  dtsenVersion: string | null
}

export type RowReading = { values: Partial<Candidate>; problems: RowProblem[] }

/** Collects a row's problems while its cells are read. */
export class RowReader {
  readonly problems: RowProblem[] = []

  private readonly texts: Partial<Record<ColumnName, string>> = {}

  constructor(private readonly raw: RawRow) {}

  cell(column: ColumnName): RawCell {
    return this.raw[column] ?? null
  }

  text(column: ColumnName): string {
    const known = this.texts[column]
    if (known !== undefined) return known
    const text = cellText(this.cell(column))
    this.texts[column] = text
    return text
  }

  note(
    column: ColumnName,
    code: ProblemCode,
    severity: Severity = 'error',
    params?: Record<string, string | number>,
  ): void {
    this.problems.push({ column, value: this.text(column), code, severity, ...(params ? { params } : {}) })
  }

  /** The text of a column that must be filled; notes its absence. */
  required(column: ColumnName): string {
    const text = this.text(column)
    if (text === '') this.note(column, 'required')
    return text
  }

  /** Free text: bounded, and never one that a spreadsheet would calculate. */
  free(column: ColumnName, longest: number): string | null {
    const text = this.text(column)
    if (text === '') return null
    if (isSpreadsheetError(text)) this.note(column, 'cell_error')
    else if (startsLikeFormula(text)) this.note(column, 'formula_like')
    else if (text.length > longest) this.note(column, 'text_long', 'error', { most: longest })
    else return text
    return null
  }
}

/**
 * Reads one row by the rules of the contract: the values as they would be stored, and every problem with its column.
 * A value that breaks the rule of its column rejects the row and is left out of the values.
 */
export function readRow(raw: RawRow, context: RowContext): RowReading {
  const row = new RowReader(raw)
  const birthDate = readBirthDate(row, context.on)
  const sex = readSex(row)
  const values: Partial<Candidate> = {
    ...readNik(row, birthDate, sex, context),
    ...readKk(row),
    ...readName(row),
    birthPlace: row.free('tempat_lahir', 100),
    ...(birthDate ? { birthDate } : {}),
    ...(sex ? { sex } : {}),
    ...readAddress(row),
    rt: row.free('rt', 10),
    rw: row.free('rw', 10),
    ...readPlace(row, context),
    phone: readPhone(row),
    ...readAccount(row, context.bankCode),
    ...readWelfare(row, context.dtsenVersion),
    wishedSector: readSector(row, context),
    note: row.free('catatan', 1_000),
  }
  return { values, problems: row.problems }
}

function readNik(
  row: RowReader,
  birthDate: Day | null,
  sex: Sex | null,
  context: RowContext,
): { nik?: string } {
  if (row.required('nik') === '') return {}
  if (lostDigits(row.cell('nik'))) {
    row.note('nik', 'nik_numeric')
    return {}
  }
  const nik = normalizeNik(row.text('nik'))
  const errors = nikErrors(nik, birthDate ?? undefined)
  for (const code of errors) row.note('nik', code)
  if (errors.length > 0) return {}
  if (birthDate && sex) {
    const stated: NikContext = { birthDate, sex, on: context.on, isKnownDistrict: context.places.isDistrict }
    for (const code of nikWarnings(nik, stated))
      row.note(code === 'age_under_17' ? 'tanggal_lahir' : 'nik', code, 'warning')
  }
  return { nik }
}

function readKk(row: RowReader): { kk?: string } {
  if (row.required('no_kk') === '') return {}
  if (lostDigits(row.cell('no_kk'))) {
    row.note('no_kk', 'kk_numeric')
    return {}
  }
  const kk = normalizeKk(row.text('no_kk'))
  if (isKk(kk)) return { kk }
  row.note('no_kk', 'kk_length')
  return {}
}

function readName(row: RowReader): { name?: string } {
  const name = normalizeName(row.required('nama'))
  if (name === '') return {}
  const problem = isSpreadsheetError(name) ? 'cell_error' : nameProblem(name)
  if (!problem) return { name }
  row.note('nama', problem)
  return {}
}

function readBirthDate(row: RowReader, on: Day): Day | null {
  const cell = row.cell('tanggal_lahir')
  const text = row.required('tanggal_lahir')
  if (text === '') return null
  const isDateCell = typeof cell === 'object' && cell !== null
  const day = isDateCell
    ? isDay(cell.day)
      ? cell.day
      : null
    : typeof cell === 'string'
      ? parseDay(text)
      : null
  if (day === null) row.note('tanggal_lahir', 'date_form')
  else if (day > on) row.note('tanggal_lahir', 'date_future')
  else return day
  return null
}

const SEXES: Record<string, Sex> = {
  l: 'L',
  lk: 'L',
  'laki laki': 'L',
  laki: 'L',
  lelaki: 'L',
  pria: 'L',
  p: 'P',
  pr: 'P',
  perempuan: 'P',
  wanita: 'P',
}

function readSex(row: RowReader): Sex | null {
  const text = row.required('jenis_kelamin')
  if (text === '') return null
  const sex = SEXES[foldToWords(text)]
  if (!sex) row.note('jenis_kelamin', 'sex_unknown')
  return sex ?? null
}

function readAddress(row: RowReader): { address?: string } {
  if (row.required('alamat') === '') return {}
  const address = row.free('alamat', 300)
  return address ? { address } : {}
}

function readPhone(row: RowReader): string | null {
  const text = row.text('telepon')
  if (text === '') return null
  const phone = parsePhone(text)
  if (!phone) row.note('telepon', 'phone_form')
  return phone
}

/** A whole number within bounds; null and a problem for anything else. */
function readWhole(
  row: RowReader,
  column: ColumnName,
  low: number,
  high: number,
  code: ProblemCode,
): number | null {
  const text = row.text(column)
  if (text === '') return null
  const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  if (value >= low && value <= high) return value
  row.note(column, code, 'error', { low, high })
  return null
}

/** `2026T1`, also written `2026-T1`, `2026 TW 1`; null for anything else. */
export function parseDtsenVersion(text: string): string | null {
  const [, year, number] = /^(20\d{2})TW?([1-4])$/.exec(text.toUpperCase().replace(/[\s\-/.]/g, '')) ?? []
  return year ? `${year}T${number}` : null
}

type Welfare = Pick<Candidate, 'decile' | 'dtsenVersion' | 'monthlyIncomeRupiah' | 'householdSize'>

function readWelfare(row: RowReader, versionOfFile: string | null): Welfare {
  const decile = readWhole(row, 'desil', 1, 10, 'decile_range')
  const version = row.text('versi_dtsen')
  const dtsenVersion = version === '' ? (decile === null ? null : versionOfFile) : parseDtsenVersion(version)
  if (version !== '' && !dtsenVersion) row.note('versi_dtsen', 'dtsen_form')
  return {
    decile,
    dtsenVersion,
    monthlyIncomeRupiah: readIncome(row),
    householdSize: readWhole(row, 'jumlah_anggota', 1, 30, 'household_range'),
  }
}

function readIncome(row: RowReader): string | null {
  const cell = row.cell('pendapatan_bulanan')
  const text = row.text('pendapatan_bulanan')
  if (text === '') return null
  const rupiah = typeof cell === 'number' ? rupiahOfNumber(cell) : parseRupiah(text)
  if (rupiah === null) row.note('pendapatan_bulanan', 'rupiah_form')
  return rupiah === null ? null : rupiah.toString()
}

function readSector(row: RowReader, context: RowContext): string | null {
  const text = row.text('minat_sektor')
  if (text === '') return null
  const code = context.sectorCode(text)
  if (!code) row.note('minat_sektor', 'sector_unknown')
  return code
}
