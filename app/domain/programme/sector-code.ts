/** The four sectors that always exist. */
export const BASIC_SECTORS = ['food', 'livestock', 'fisheries', 'tailoring'] as const

export function isBasicSector(code: string): boolean {
  return (BASIC_SECTORS as readonly string[]).includes(code)
}

/** The code of a new sector, from its English name: `Handicrafts and weaving` is `handicrafts_and_weaving`. */
export function sectorCodeOf(nameEn: string): string {
  return nameEn
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
}
