import { foldToWords } from '~/domain/shared/text'

export type SectorNames = { code: string; nameId: string; nameEn: string }

/** Words of the import file for the four sectors that always exist. */
const WORDS: Record<string, string> = {
  makanan: 'food',
  minuman: 'food',
  'makanan minuman': 'food',
  'makanan dan minuman': 'food',
  kuliner: 'food',
  peternakan: 'livestock',
  ternak: 'livestock',
  perikanan: 'fisheries',
  ikan: 'fisheries',
  menjahit: 'tailoring',
  jahit: 'tailoring',
  penjahit: 'tailoring',
}

/** Finds a sector by its code, a word of the import file, or a label shown in the interface. */
export function sectorFinder(sectors: readonly SectorNames[]): (text: string) => string | null {
  const codes = new Set(sectors.map((sector) => sector.code))
  const byLabel = new Map(
    sectors.flatMap(({ code, nameId, nameEn }) =>
      [code, nameId, nameEn].map((label) => [foldToWords(label), code] as const),
    ),
  )
  return (text) => {
    const key = foldToWords(text.replaceAll('&', ' dan '))
    const found = byLabel.get(key) ?? WORDS[key]
    return found && codes.has(found) ? found : null
  }
}
