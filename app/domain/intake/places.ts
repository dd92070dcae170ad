import { districtOf, isRegencyCode, isVillageCode, regencyOf } from '~/domain/shared/region'
import { editDistance, foldToWords } from '~/domain/shared/text'

export type Place = { code: string; level: string; name: string }

/** Villages, districts and regencies by code and by name. */
export type Places = {
  village: (code: string) => Place | null
  isDistrict: (code: string) => boolean
  regency: (codeOrName: string) => Place | null
  districtNamed: (regencyCode: string, name: string) => Place | null
  villageNamed: (districtCode: string, name: string) => Place | null
  /** A place below another whose name is one or two letters away, for "perhaps you mean". */
  nearest: (parentCode: string, name: string) => Place | null
  nameOf: (code: string) => string
}

const PREFIX = /^(?:kecamatan|kec|kelurahan|kel|desa|ds|kampung|kp|kabupaten|kab|kota|kodya|kotamadya) /
const SHORT_REGENCIES: Record<string, string> = {
  kukar: '64.02',
  kubar: '64.07',
  kutim: '64.08',
  ppu: '64.09',
  penajam: '64.09',
  mahulu: '64.11',
  'mahakam hulu': '64.11',
  pasir: '64.01',
  bpp: '64.71',
  smd: '64.72',
}

/** The letters of a place's name: `Kel. Sei Pinang Luar` and `Sungai Pinang Luar` are the same. */
export function placeKey(name: string): string {
  return foldToWords(name)
    .replace(/\b(?:sei|sg|s) /g, 'sungai ')
    .replace(/\bmuara\b|\bma\b/g, 'muara')
    .replaceAll(' ', '')
}

function keysOf(name: string): string[] {
  const whole = foldToWords(name)
  return [placeKey(whole), placeKey(whole.replace(PREFIX, ''))]
}

/** An index over the region list. */
export function indexPlaces(list: readonly Place[]): Places {
  const byCode = new Map(list.map((place) => [place.code, place]))
  const byParent = new Map<string, Map<string, Place>>()
  for (const place of list) {
    const parent = place.code.includes('.') ? place.code.slice(0, place.code.lastIndexOf('.')) : ''
    const children = byParent.get(parent) ?? new Map<string, Place>()
    const key = placeKey(place.name)
    if (!children.has(key)) children.set(key, place)
    byParent.set(parent, children)
  }
  const named = (parent: string, name: string): Place | null => {
    const children = byParent.get(parent)
    for (const key of keysOf(name)) {
      const found = children?.get(key)
      if (found) return found
    }
    return null
  }
  return {
    village: (code) => (isVillageCode(code) ? (byCode.get(code) ?? null) : null),
    isDistrict: (code) => byCode.get(code)?.level === 'district',
    regency: (text) => {
      const code = isRegencyCode(text)
        ? text
        : /^\d{4}$/.test(text)
          ? `${text.slice(0, 2)}.${text.slice(2)}`
          : SHORT_REGENCIES[foldToWords(text)]
      return (code ? byCode.get(code) : named('64', text)) ?? null
    },
    districtNamed: named,
    villageNamed: named,
    nearest: (parent, name) => nearestOf(byParent.get(parent), name),
    nameOf: (code) => byCode.get(code)?.name ?? code,
  }
}

function nearestOf(children: ReadonlyMap<string, Place> | undefined, name: string): Place | null {
  const key = placeKey(foldToWords(name).replace(PREFIX, ''))
  let best: Place | null = null
  let fewest = 3
  for (const [other, place] of children ?? []) {
    const steps = Math.abs(other.length - key.length) < fewest ? editDistance(key, other) : fewest
    if (steps < fewest) [best, fewest] = [place, steps]
  }
  return best
}

export function placeOfVillage(code: string): {
  villageCode: string
  districtCode: string
  regencyCode: string
} {
  return { villageCode: code, districtCode: districtOf(code), regencyCode: regencyOf(code) }
}
