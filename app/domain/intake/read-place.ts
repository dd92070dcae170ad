import { regencyOf } from '~/domain/shared/region'
import type { RowContext, RowReader } from './import-row'
import { placeKey } from './places'

/**
 * The village of a row: by its code, else by the names of district and village within the regency. The regency is the
 * row's own where the file has that column, else the file's.
 */
export function readPlace(row: RowReader, context: RowContext): { villageCode?: string } {
  const regency = readRegency(row, context)
  if (regency === undefined) return {}
  const villageCode =
    row.text('kode_wilayah') !== ''
      ? villageByCode(row, context, regency)
      : villageByNames(row, context, regency)
  if (!villageCode) return {}
  if (context.mayRegister(regencyOf(villageCode))) return { villageCode }
  row.note(
    row.text('kabupaten_kota') === '' ? 'kode_wilayah' : 'kabupaten_kota',
    'regency_out_of_reach',
    'error',
    {
      regency: context.places.nameOf(regencyOf(villageCode)),
    },
  )
  return {}
}

/** Null when neither row nor file names one: then a village code must. Undefined when the row names one that is none. */
function readRegency(row: RowReader, context: RowContext): string | null | undefined {
  const text = row.text('kabupaten_kota')
  if (text === '') return context.regencyCode
  const regency = context.places.regency(text)
  if (regency) return regency.code
  row.note('kabupaten_kota', 'regency_unknown')
  return undefined
}

function villageByCode(row: RowReader, { places }: RowContext, regency: string | null): string | null {
  const code = row.text('kode_wilayah')
  const village = places.village(code)
  if (!village) {
    row.note('kode_wilayah', 'village_unknown')
    return null
  }
  if (regency !== null && regencyOf(code) !== regency) {
    row.note('kode_wilayah', 'village_outside', 'error', { regency: places.nameOf(regency) })
    return null
  }
  const written = row.text('kelurahan')
  const isSame = placeKey(written).endsWith(placeKey(village.name))
  if (written !== '' && !isSame)
    row.note('kelurahan', 'village_name_differs', 'warning', { village: village.name })
  return code
}

function villageByNames(row: RowReader, { places }: RowContext, regency: string | null): string | null {
  const district = row.text('kecamatan')
  const village = row.text('kelurahan')
  if (district === '' && village === '') row.note('kode_wilayah', 'required')
  else if (district === '') row.note('kecamatan', 'required')
  else if (village === '') row.note('kelurahan', 'required')
  if (district === '' || village === '') return null
  if (regency === null) {
    row.note('kabupaten_kota', 'regency_missing')
    return null
  }
  const found = places.districtNamed(regency, district)
  if (!found) {
    row.note(
      'kecamatan',
      'district_unknown',
      'error',
      meant(places.nearest(regency, district)?.name, places.nameOf(regency)),
    )
    return null
  }
  const place = places.villageNamed(found.code, village)
  if (!place)
    row.note(
      'kelurahan',
      'village_name_unknown',
      'error',
      meant(places.nearest(found.code, village)?.name, found.name),
    )
  return place?.code ?? null
}

function meant(nearest: string | undefined, within: string): Record<string, string> {
  return { within, nearest: nearest ?? '' }
}
