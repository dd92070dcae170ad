import { createHash } from 'node:crypto'
import exifr from 'exifr'
import sharp from 'sharp'

export type PhotoFacts = {
  takenAt: Date | null
  latitude: number | null
  longitude: number | null
  device: string | null
}
export type CleanPhoto = PhotoFacts & { bytes: Buffer; originalSha256: string }

const MOST_PIXELS = 60_000_000
const LONGEST_SIDE = 2_400
const QUALITY = 82

/**
 * A photo without its metadata, turned upright, at most 2,400 pixels long; what the camera wrote into it (time, position,
 * device) is handed back beside it, with the hash of the file as it came. Null where the bytes are no whole picture.
 */
export async function cleanPhoto(
  original: Buffer,
  type: 'image/jpeg' | 'image/png',
  zone: string,
): Promise<CleanPhoto | null> {
  try {
    const picture = sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    const bytes = await (type === 'image/jpeg'
      ? picture.jpeg({ quality: QUALITY })
      : picture.png()
    ).toBuffer()
    const originalSha256 = createHash('sha256').update(original).digest('hex')
    return { bytes, originalSha256, ...(await factsOf(original, zone)) }
  } catch {
    return null
  }
}

type Exif = {
  DateTimeOriginal?: unknown
  OffsetTimeOriginal?: unknown
  Make?: unknown
  Model?: unknown
  latitude?: unknown
  longitude?: unknown
}

async function factsOf(original: Buffer, zone: string): Promise<PhotoFacts> {
  const exif: Exif = (await readExif(original)) ?? {}
  const inRange = (value: unknown, most: number) =>
    typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most ? value : null
  const latitude = inRange(exif.latitude, 90)
  const longitude = inRange(exif.longitude, 180)
  return {
    takenAt: takenAt(exif, zone),
    latitude: longitude === null ? null : latitude,
    longitude: latitude === null ? null : longitude,
    device: deviceName(exif),
  }
}

async function readExif(original: Buffer): Promise<Exif | undefined> {
  try {
    return await exifr.parse(original, {
      gps: true,
      tiff: true,
      exif: true,
      reviveValues: false,
      mergeOutput: true,
    })
  } catch {
    return undefined
  }
}

const CAMERA_TIME = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})/
const OFFSET = /^[+-]\d{2}:\d{2}$/

/** Cameras write local time; without an offset the office's zone is meant. */
function takenAt({ DateTimeOriginal, OffsetTimeOriginal }: Exif, zone: string): Date | null {
  const [, year, month, day, hour, minute, second] = CAMERA_TIME.exec(String(DateTimeOriginal ?? '')) ?? []
  if (!year) return null
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const given =
    typeof OffsetTimeOriginal === 'string' && OFFSET.test(OffsetTimeOriginal) ? OffsetTimeOriginal : null
  const at = new Date(`${local}${given ?? offsetOf(zone, new Date(`${local}Z`))}`)
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1990 ? null : at
}

function offsetOf(zone: string, near: Date): string {
  if (Number.isNaN(near.getTime())) return 'Z'
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    near,
  )
  return parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') || 'Z'
}

function deviceName({ Make, Model }: Exif): string | null {
  const make = typeof Make === 'string' ? Make.trim() : ''
  const model = typeof Model === 'string' ? Model.trim() : ''
  const name = model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`.trim()
  return name === '' ? null : name.replace(/[^\x20-\x7e]/g, '').slice(0, 80)
}
