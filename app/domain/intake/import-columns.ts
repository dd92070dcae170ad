import { foldToWords, likeness } from '~/domain/shared/text'
import { IGNORED, SYNONYMS, WORDS } from './column-words'

/** Columns of an import file, as the template names them. */
export const COLUMNS = [
  'nik',
  'no_kk',
  'nama',
  'tempat_lahir',
  'tanggal_lahir',
  'jenis_kelamin',
  'alamat',
  'rt',
  'rw',
  'kode_wilayah',
  'kecamatan',
  'kelurahan',
  'kabupaten_kota',
  'telepon',
  'bank',
  'no_rekening',
  'nama_rekening',
  'desil',
  'versi_dtsen',
  'pendapatan_bulanan',
  'jumlah_anggota',
  'minat_sektor',
  'catatan',
] as const

export type ColumnName = (typeof COLUMNS)[number]

/** Columns without which no row can be read; besides them a village code, or district and village by name. */
export const REQUIRED_COLUMNS = [
  'nik',
  'no_kk',
  'nama',
  'tanggal_lahir',
  'jenis_kelamin',
  'alamat',
] as const satisfies readonly ColumnName[]

const BY_HEADER = new Map(
  COLUMNS.flatMap((column) => SYNONYMS[column].map((header) => [headerKey(header), column] as const)),
)

/** A header without case, marks, underscores and brackets: `No. KK`, `NO_KK` and `no kk *` are one. */
export function headerKey(header: string): string {
  return foldToWords(header.replace(/\([^)]*\)/g, ' '))
}

export function isColumn(text: string): text is ColumnName {
  return (COLUMNS as readonly string[]).includes(text)
}

/** The column a header certainly means: by the template, a synonym, or what somebody answered earlier. */
export function columnOf(
  header: string,
  remembered: ReadonlyMap<string, string> = new Map(),
): ColumnName | null {
  const key = headerKey(header)
  const known = BY_HEADER.get(key) ?? BY_HEADER.get(key.replaceAll(' ', '')) ?? columnOfWords(key.split(' '))
  if (known) return known
  const answer = remembered.get(key)
  return answer !== undefined && isColumn(answer) ? answer : null
}

function columnOfWords(words: readonly string[]): ColumnName | null {
  const found = COLUMNS.find((column) => {
    const { telling = [], filling = [] } = WORDS[column] ?? {}
    return (
      words.some((word) => telling.includes(word)) &&
      words.every((word) => telling.includes(word) || filling.includes(word))
    )
  })
  return found ?? null
}

const LIKELY_FROM = 70

/** The column a header may mean, for the mapping step to propose; null when nothing is near. */
export function likelyColumn(header: string, free: readonly ColumnName[]): ColumnName | null {
  const key = headerKey(header)
  if (key === '' || IGNORED.has(key)) return null
  const scored = free.flatMap((column) =>
    SYNONYMS[column].map((name) => ({ column, score: likeness(key, headerKey(name)) })),
  )
  const best = scored.reduce((top, next) => (next.score > top.score ? next : top), {
    column: null as ColumnName | null,
    score: LIKELY_FROM - 1,
  })
  return best.column
}

export type HeaderReading = {
  headers: string[]
  /** The column of each header, null for one that is ignored or unknown. */
  columns: (ColumnName | null)[]
  /** Headers nobody knows, with the column they may mean. */
  unknown: { position: number; header: string; likely: ColumnName | null }[]
  missing: ColumnName[]
}

/** Reads a header row. A column that stands twice counts once, the first time. */
export function readHeader(
  headers: readonly string[],
  remembered: ReadonlyMap<string, string> = new Map(),
): HeaderReading {
  const taken = new Set<ColumnName>()
  const columns = headers.map((header) => {
    const column = columnOf(header, remembered)
    if (!column || taken.has(column)) return null
    taken.add(column)
    return column
  })
  const free = COLUMNS.filter((column) => !taken.has(column))
  const unknown = headers.flatMap((header, position) => {
    const key = headerKey(header)
    const isKnown =
      columns[position] !== null || key === '' || IGNORED.has(key) || columnOf(header, remembered) !== null
    return isKnown
      ? []
      : [{ position, header, likely: remembered.has(key) ? null : likelyColumn(header, free) }]
  })
  return { headers: [...headers], columns, unknown, missing: missingColumns(columns) }
}

/** Which columns must still be found; the village is there by its code, or by the names of district and village. */
export function missingColumns(columns: readonly (ColumnName | null)[]): ColumnName[] {
  const there = new Set(columns)
  const missing: ColumnName[] = REQUIRED_COLUMNS.filter((column) => !there.has(column))
  if (there.has('kode_wilayah')) return missing
  const place: ColumnName[] = (['kecamatan', 'kelurahan'] as const).filter((column) => !there.has(column))
  return [...missing, ...(place.length === 2 ? (['kode_wilayah'] as const) : place)]
}

/** A person must answer when a needed column is missing, or when an unknown header looks like a column that is free. */
export function needsMapping(reading: HeaderReading): boolean {
  return reading.missing.length > 0 || reading.unknown.some(({ likely }) => likely !== null)
}
