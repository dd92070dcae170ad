/** A person of an earlier list: the numbers are hashed before anything is kept. */
export type PastRow = { nik: string; kk: string | null; year: number }
export type PastProblem = 'empty' | 'no_header' | 'nik' | 'kk' | 'year' | 'too_many'

export const MOST_PAST_ROWS = 200_000
const EARLIEST_YEAR = 2000

const NAMES: Record<'nik' | 'kk' | 'year', readonly string[]> = {
  nik: ['nik'],
  kk: ['no_kk', 'nokk', 'kk'],
  year: ['tahun', 'year'],
}

/**
 * Reads rows `nik, no_kk, tahun` (the first holds the names; the family card may be empty). The first wrong row stops
 * the reading: a list of past recipients is taken whole or not at all. `line` counts the header as 1.
 */
export function readPastRows(
  records: readonly (readonly string[])[],
  thisYear: number,
): { rows: PastRow[] } | { problem: PastProblem; line: number } {
  const [header, ...body] = records
  if (!header || body.length === 0) return { problem: 'empty', line: 1 }
  if (body.length > MOST_PAST_ROWS) return { problem: 'too_many', line: MOST_PAST_ROWS + 1 }
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s.]+/g, '_'),
  )
  const [nikAt, kkAt, yearAt] = (['nik', 'kk', 'year'] as const).map((column) =>
    names.findIndex((name) => NAMES[column].includes(name)),
  )
  if (nikAt === undefined || yearAt === undefined || nikAt < 0 || yearAt < 0)
    return { problem: 'no_header', line: 1 }
  const rows: PastRow[] = []
  for (const [index, record] of body.entries()) {
    const nik = digits(record[nikAt])
    const kk = kkAt === undefined || kkAt < 0 ? '' : digits(record[kkAt])
    const year = Number(record[yearAt])
    const problem = !/^\d{16}$/.test(nik)
      ? 'nik'
      : kk !== '' && !/^\d{16}$/.test(kk)
        ? 'kk'
        : !isYear(year, thisYear)
          ? 'year'
          : null
    if (problem) return { problem, line: index + 2 }
    rows.push({ nik, kk: kk === '' ? null : kk, year })
  }
  return { rows }
}

function digits(cell: string | undefined): string {
  return (cell ?? '').replace(/[\s.'’-]/g, '')
}

function isYear(year: number, thisYear: number): boolean {
  return Number.isInteger(year) && year >= EARLIEST_YEAR && year <= thisYear
}
