import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { db } from '~/platform/db.server'

export type PublishedFigure = {
  areaCode: string
  year: number
  month: number
  poorPercent: number | null
  poorThousand: number | null
  povertyLineRupiah: bigint | null
  source: string
}

type Row = Omit<PublishedFigure, 'poorPercent' | 'poorThousand'> & {
  poorPercent: unknown
  poorThousand: unknown
}

function figureOf(row: Row): PublishedFigure {
  const number = (value: unknown) => (value === null ? null : Number(value))
  return { ...row, poorPercent: number(row.poorPercent), poorThousand: number(row.poorThousand) }
}

/**
 * The newest month for which figures of all regencies were published, area by area: a count that was not published then
 * stays absent, whatever older months say.
 */
export async function latestPovertyByArea(): Promise<Map<string, PublishedFigure>> {
  const rows = await db.$queryRaw<Row[]>`
    WITH regency AS (SELECT code FROM region WHERE level = 'regency'),
    month AS (
      SELECT f.year, f.month FROM poverty_figure f JOIN regency ON regency.code = f.area_code
      GROUP BY f.year, f.month HAVING count(*) = (SELECT count(*) FROM regency)
      ORDER BY f.year DESC, f.month DESC LIMIT 1)
    SELECT f.area_code AS "areaCode", f.year, f.month, f.poor_percent AS "poorPercent", f.poor_thousand AS "poorThousand",
           f.poverty_line_rupiah AS "povertyLineRupiah", f.source
    FROM poverty_figure f JOIN month ON month.year = f.year AND month.month = f.month JOIN regency ON regency.code = f.area_code`
  return new Map(rows.map((row) => [row.areaCode, figureOf(row)]))
}

export type PovertyLine = { lineRupiah: bigint; year: number; month: number; source: string }

/** The province's newest published poverty line, a head a month; null where none is recorded. */
export async function latestPovertyLine(): Promise<PovertyLine | null> {
  const row = await db.povertyFigure.findFirst({
    where: { areaCode: '64', povertyLineRupiah: { not: null } },
    orderBy: [{ year: 'desc' }, { month: 'desc' }],
  })
  if (!row || row.povertyLineRupiah === null) return null
  return { lineRupiah: row.povertyLineRupiah, year: row.year, month: row.month, source: row.source }
}

/** Every recorded figure, newest first, with the area's name. */
export async function listPovertyFigures(actor: Actor): Promise<(PublishedFigure & { areaName: string })[]> {
  authorize(actor, 'programme.read')
  const [rows, areas] = await Promise.all([
    db.povertyFigure.findMany({ orderBy: [{ year: 'desc' }, { month: 'desc' }, { areaCode: 'asc' }] }),
    db.region.findMany({
      where: { level: { in: ['province', 'regency'] } },
      select: { code: true, name: true },
    }),
  ])
  const names = new Map(areas.map((area) => [area.code, area.name]))
  return rows.map((row) => ({ ...figureOf(row), areaName: names.get(row.areaCode) ?? row.areaCode }))
}

export async function listPovertyAreas(): Promise<{ code: string; name: string }[]> {
  return db.region.findMany({
    where: { level: { in: ['province', 'regency'] } },
    select: { code: true, name: true },
    orderBy: { code: 'asc' },
  })
}
