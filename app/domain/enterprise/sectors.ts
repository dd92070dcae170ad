import type { Locale } from '~/domain/shared/actor'

export type SectorName = { code: string; nameId: string; nameEn: string }

/** A sector as the reader calls it; a code that is not known shows itself. */
export function sectorLabel(
  sectors: readonly SectorName[],
  code: string | null,
  locale: Locale,
): string | null {
  if (code === null) return null
  const sector = sectors.find((one) => one.code === code)
  if (!sector) return code
  return locale === 'en' ? sector.nameEn : sector.nameId
}
