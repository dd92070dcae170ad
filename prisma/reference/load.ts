import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { BANKS } from './banks'
import { kaltimRegions, readTable } from './regions'

type PovertyRow = {
  area_code: string
  year: string
  month: string
  poor_percent: string
  poor_thousand: string
  poverty_line_rupiah_per_head_month: string
  source: string
}

const POVERTY_FILE = join(dirname(fileURLToPath(import.meta.url)), 'poverty.csv')
const REGIONS = 1154

/**
 * Loads places, banks and published poverty figures that are not there yet; a row that an admin changed stays as it is.
 * Costs one query when everything is there already.
 */
export async function loadReference(pool: pg.Pool): Promise<void> {
  const figures = readTable<PovertyRow>(POVERTY_FILE)
  const { rows } = await pool.query<{ regions: number; banks: number; figures: number }>(
    `SELECT (SELECT count(*)::int FROM region) AS regions, (SELECT count(*)::int FROM bank) AS banks,
            (SELECT count(*)::int FROM poverty_figure) AS figures`,
  )
  const there = rows[0]
  if (!there || there.regions < REGIONS) await loadRegions(pool)
  if (!there || there.banks < BANKS.length) await loadBanks(pool)
  if (!there || there.figures < figures.length) await loadFigures(pool, figures)
}

async function loadRegions(pool: pg.Pool): Promise<void> {
  await pool.query(
    `INSERT INTO region (code, level, kind, name, parent_code, latitude, longitude, population)
     SELECT r."code", r."level", r."kind", r."name", r."parentCode", r."latitude", r."longitude", r."population"
     FROM jsonb_to_recordset($1::jsonb) AS r ("code" text, "level" text, "kind" text, "name" text, "parentCode" text,
       "latitude" float8, "longitude" float8, "population" int)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(kaltimRegions())],
  )
}

async function loadBanks(pool: pg.Pool): Promise<void> {
  await pool.query(
    `INSERT INTO bank (code, name, short_name)
     SELECT b."code", b."name", b."shortName" FROM jsonb_to_recordset($1::jsonb) AS b ("code" text, "name" text, "shortName" text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(BANKS)],
  )
}

async function loadFigures(pool: pg.Pool, figures: readonly PovertyRow[]): Promise<void> {
  await pool.query(
    `INSERT INTO poverty_figure (area_code, year, month, poor_percent, poor_thousand, poverty_line_rupiah, source)
     SELECT f.area_code, f.year::int, f.month::int, nullif(f.poor_percent, '')::numeric, nullif(f.poor_thousand, '')::numeric,
            nullif(f.poverty_line_rupiah_per_head_month, '')::bigint, f.source
     FROM jsonb_to_recordset($1::jsonb) AS f (area_code text, year text, month text, poor_percent text, poor_thousand text,
       poverty_line_rupiah_per_head_month text, source text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(figures)],
  )
}
