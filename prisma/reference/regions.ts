import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

export type RegionRow = {
  code: string
  level: 'province' | 'regency' | 'district' | 'village'
  kind: 'provinsi' | 'kabupaten' | 'kota' | 'kecamatan' | 'kelurahan' | 'desa'
  name: string
  parentCode: string | null
  latitude: number | null
  longitude: number | null
  population: number | null
}

export type RegencyFacts = {
  code: string
  kind: 'kabupaten' | 'kota'
  name: string
  districts: string
  kelurahan: string
  desa: string
  population_2024: string
  latitude: string
  longitude: string
}

const HERE = dirname(fileURLToPath(import.meta.url))
const PROVINCE = '64'

export function readTable<Row>(path: string): Row[] {
  return parse(readFileSync(path, 'utf8'), { columns: true, skip_empty_lines: true, trim: true }) as Row[]
}

export function regencyFacts(): RegencyFacts[] {
  return readTable(join(HERE, 'regencies.csv'))
}

/** Lines of East Kalimantan in a table of the npm package `idn-area-data` (data under the ODbL: see docs/NOTICE-data.md). */
function areaTable<Row>(file: string): Row[] {
  const main = createRequire(import.meta.url).resolve('idn-area-data')
  const [header, ...lines] = readFileSync(join(dirname(main), '..', 'data', file), 'utf8').split('\n')
  const ours = lines.filter((line) => line.startsWith(`${PROVINCE}.`))
  return parse([header, ...ours].join('\n'), { columns: true, skip_empty_lines: true, trim: true }) as Row[]
}

const without = { latitude: null, longitude: null, population: null }

/** The province, its 10 regencies, 105 districts and 1,038 villages, each after the place it lies in. */
export function kaltimRegions(): RegionRow[] {
  const province: RegionRow = {
    code: PROVINCE,
    level: 'province',
    kind: 'provinsi',
    name: 'Kalimantan Timur',
    parentCode: null,
    ...without,
  }
  const regencies = regencyFacts().map(
    (row): RegionRow => ({
      code: row.code,
      level: 'regency',
      kind: row.kind,
      name: row.name,
      parentCode: PROVINCE,
      latitude: Number(row.latitude),
      longitude: Number(row.longitude),
      population: Number(row.population_2024),
    }),
  )
  const districts = areaTable<{ code: string; regency_code: string; name: string }>('districts.csv').map(
    (row): RegionRow => ({
      code: row.code,
      level: 'district',
      kind: 'kecamatan',
      name: row.name,
      parentCode: row.regency_code,
      ...without,
    }),
  )
  const villages = areaTable<{ code: string; district_code: string; name: string }>('villages.csv').map(
    (row): RegionRow => ({
      code: row.code,
      level: 'village',
      kind: row.code.charAt(9) === '1' ? 'kelurahan' : 'desa',
      name: row.name,
      parentCode: row.district_code,
      ...without,
    }),
  )
  return [province, ...regencies, ...districts, ...villages]
}
