import type { AidForm } from './programme'

/** Why an open year keeps a setting as it is; `params` go into the sentence. */
export type ChangeRefusal = { code: string; params: Record<string, string | number>; field?: string }

/** What people already hold under the year's present settings. */
export type Dependence = {
  grantedRupiah: bigint
  judgedTrainings: number
  placed: Readonly<Record<string, number>>
  sectorsInUse: readonly { sectorCode: string; form: AidForm; highestRupiah: bigint; plans: number }[]
}

type Settings = {
  code: string
  fiscalYear: number
  budgetRupiah: bigint
  attendancePercent: number
  excusedLeaveDenominator: boolean
}

/** Settings of an opened year that may no longer change: its identity, money already granted, a judged requirement. */
export function whyNotChangeSettings(old: Settings, next: Settings, held: Dependence): ChangeRefusal | null {
  if (next.code !== old.code)
    return { code: 'programme.code_fixed', params: { code: old.code }, field: 'code' }
  if (next.fiscalYear !== old.fiscalYear) {
    return { code: 'programme.year_fixed', params: { year: old.fiscalYear }, field: 'fiscalYear' }
  }
  if (next.budgetRupiah < held.grantedRupiah) {
    const params = { grantedRupiah: Number(held.grantedRupiah) }
    return { code: 'programme.budget_below_grants', params, field: 'budgetRupiah' }
  }
  const requirement =
    next.attendancePercent !== old.attendancePercent ||
    next.excusedLeaveDenominator !== old.excusedLeaveDenominator
  if (requirement && held.judgedTrainings > 0) {
    return {
      code: 'programme.requirement_judged',
      params: { n: held.judgedTrainings },
      field: 'attendancePercent',
    }
  }
  return null
}

type Quota = { regencyCode: string; persons: number }

/** A quota never falls below the people who already have a place (M1). */
export function whyNotChangeQuotas(
  next: readonly Quota[],
  held: Dependence,
): (ChangeRefusal & { regencyCode: string }) | null {
  for (const [regencyCode, placed] of Object.entries(held.placed)) {
    const persons = next.find((quota) => quota.regencyCode === regencyCode)?.persons ?? 0
    if (persons < placed)
      return { code: 'programme.quota_below_placed', params: { placed, persons }, regencyCode }
  }
  return null
}

type Offer = { sectorCode: string; ceilingRupiah: bigint; form: AidForm }

/** A sector that plans or grants use stays offered, in its form, with a ceiling that covers them. */
export function whyNotChangeSectors(
  next: readonly Offer[],
  held: Dependence,
): (ChangeRefusal & { sectorCode: string }) | null {
  for (const used of held.sectorsInUse) {
    const { sectorCode, plans } = used
    const offer = next.find((candidate) => candidate.sectorCode === sectorCode)
    if (!offer || offer.form !== used.form)
      return { code: 'programme.sector_in_use', params: { n: plans }, sectorCode }
    if (offer.ceilingRupiah < used.highestRupiah) {
      return {
        code: 'programme.ceiling_below_plans',
        params: { highestRupiah: Number(used.highestRupiah) },
        sectorCode,
      }
    }
  }
  return null
}
