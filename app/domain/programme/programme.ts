/** Vocabulary of a programme year. The database repeats these lists as checks. */
export const PROGRAMME_STATUSES = ['draft', 'open', 'closed'] as const
export type ProgrammeStatus = (typeof PROGRAMME_STATUSES)[number]

export const AID_FORMS = ['money', 'goods'] as const
export type AidForm = (typeof AID_FORMS)[number]

/** What the year does about somebody it finds on an earlier list, or twice on a family card. */
export const POLICIES = ['block', 'warn'] as const
export type Policy = (typeof POLICIES)[number]

/** A code stands in payment references, which a bank takes up to 35 characters of. */
export const CODE_PATTERN = /^[A-Z][A-Z0-9]{2,9}$/

export const LONGEST_OBJECTION_DAYS = 90

export type ProgrammeParts = {
  status: ProgrammeStatus
  fiscalYear: number
  budgetRupiah: bigint
  debtorAccountKnown: boolean
  quotas: readonly { regencyCode: string; persons: number }[]
  sectors: readonly { sectorCode: string; ceilingRupiah: bigint; form: AidForm }[]
  tranches: readonly { number: number; quarter: string; shareBp: number }[]
}

export const OPENING_GAPS = [
  'not_draft',
  'no_quota',
  'no_sector',
  'plan_not_whole',
  'plan_without_years',
  'no_debtor_account',
] as const
export type OpeningGap = (typeof OPENING_GAPS)[number]

/** What a draft still lacks before it may open; empty when it may. */
export function whyNotOpenable(programme: ProgrammeParts): OpeningGap[] {
  const gaps: OpeningGap[] = []
  if (programme.status !== 'draft') gaps.push('not_draft')
  if (placesOf(programme.quotas) === 0) gaps.push('no_quota')
  if (programme.sectors.length === 0) gaps.push('no_sector')
  if (sharesOf(programme.tranches) !== WHOLE_BP) gaps.push('plan_not_whole')
  if (programme.tranches.some((tranche) => !isPlannedYear(tranche.quarter, programme.fiscalYear)))
    gaps.push('plan_without_years')
  if (programme.sectors.some((sector) => sector.form === 'money') && !programme.debtorAccountKnown)
    gaps.push('no_debtor_account')
  return gaps
}

export const MOST_TRANCHES = 8
export const WHOLE_BP = 10_000

export function sharesOf(tranches: readonly { shareBp: number }[]): number {
  return tranches.reduce((sum, tranche) => sum + tranche.shareBp, 0)
}

export function placesOf(quotas: readonly { persons: number }[]): number {
  return quotas.reduce((sum, quota) => sum + quota.persons, 0)
}

/** Money of a fiscal year is spent within it. */
export function isPlannedYear(quarter: string, fiscalYear: number): boolean {
  return quarter.startsWith(`${fiscalYear}-`)
}

export type PlanProblem = 'too_many' | 'none' | 'not_whole' | 'not_in_order' | 'other_year'

/** Why lines are no tranche plan: one to eight, in the order of their quarters, shares of exactly 100 %. */
export function whyNotAPlan(
  tranches: readonly { quarter: string; shareBp: number }[],
  fiscalYear: number,
): PlanProblem | null {
  if (tranches.length === 0) return 'none'
  if (tranches.length > MOST_TRANCHES) return 'too_many'
  if (sharesOf(tranches) !== WHOLE_BP) return 'not_whole'
  if (tranches.some((tranche) => !isPlannedYear(tranche.quarter, fiscalYear))) return 'other_year'
  const unordered = tranches.some((tranche, index) => tranche.quarter < (tranches[index - 1]?.quarter ?? ''))
  return unordered ? 'not_in_order' : null
}

/** Poor people to one place, rounded; null where the count was not published or there is no place. */
export function poorToAPlace(poorThousand: number | null, persons: number): number | null {
  if (poorThousand === null || persons <= 0) return null
  return Math.round((poorThousand * 1000) / persons)
}

/** The most that anybody may be granted, whatever their sector. */
export function highestCeiling(sectors: readonly { ceilingRupiah: bigint }[]): bigint {
  let highest = 0n
  for (const { ceilingRupiah } of sectors) {
    if (ceilingRupiah > highest) highest = ceilingRupiah
  }
  return highest
}

/** What the year promises at most if every place takes the highest ceiling. */
export function highestPromise(programme: Pick<ProgrammeParts, 'quotas' | 'sectors'>): bigint {
  return highestCeiling(programme.sectors) * BigInt(placesOf(programme.quotas))
}
