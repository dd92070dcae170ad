export const REGION_LEVELS = ['province', 'regency', 'district', 'village'] as const
export type RegionLevel = (typeof REGION_LEVELS)[number]

/** Kalimantan Timur. */
export const PROVINCE_CODE = '64'

const PATTERNS: Record<RegionLevel, RegExp> = {
  province: /^\d{2}$/,
  regency: /^\d{2}\.\d{2}$/,
  district: /^\d{2}\.\d{2}\.\d{2}$/,
  village: /^\d{2}\.\d{2}\.\d{2}\.[12]\d{3}$/,
}

/**
 * The level of a Kemendagri code (`64`, `64.72`, `64.72.01`, `64.72.01.1001`), or null. The dots are required: ten bare
 * digits may be a code of the statistics office, which names another village.
 */
export function regionLevel(code: string): RegionLevel | null {
  return REGION_LEVELS.find((level) => PATTERNS[level].test(code)) ?? null
}

export function isVillageCode(code: string): boolean {
  return PATTERNS.village.test(code)
}

export function isRegencyCode(code: string): boolean {
  return PATTERNS.regency.test(code)
}

export function parentCode(code: string): string | null {
  const cut = code.lastIndexOf('.')
  return cut < 0 ? null : code.slice(0, cut)
}

/** The regency that a regency, district or village code lies in. */
export function regencyOf(code: string): string {
  return code.slice(0, 5)
}

/** The district that a district or village code lies in. */
export function districtOf(code: string): string {
  return code.slice(0, 8)
}

/** A kelurahan's number starts with 1, a desa's with 2. */
export function villageKind(code: string): 'kelurahan' | 'desa' {
  return code.charAt(9) === '1' ? 'kelurahan' : 'desa'
}
