import { compareQuarters, isQuarter } from '~/domain/shared/quarter'

/** A line of the programme's template: shares are ten-thousandths of the grant. */
export type TemplateLine = { number: number; quarter: string; shareBp: number }
export type PlannedTranche = TemplateLine & { amountRupiah: bigint }

export const WHOLE_BP = 10_000
export const MAX_TRANCHES = 8

export type TemplateProblem =
  | 'tranche_count'
  | 'tranche_share'
  | 'tranche_sum'
  | 'tranche_quarter'
  | 'tranche_order'

/** Why a template is no plan: one to eight tranches, shares that make the whole, quarters that do not go back. */
export function templateProblem(template: readonly TemplateLine[]): TemplateProblem | null {
  if (template.length < 1 || template.length > MAX_TRANCHES) return 'tranche_count'
  const isShare = (shareBp: number) => Number.isInteger(shareBp) && shareBp >= 1 && shareBp <= WHOLE_BP
  if (!template.every(({ shareBp }) => isShare(shareBp))) return 'tranche_share'
  if (template.reduce((sum, { shareBp }) => sum + shareBp, 0) !== WHOLE_BP) return 'tranche_sum'
  if (!template.every(({ quarter }) => isQuarter(quarter))) return 'tranche_quarter'
  const goesBack = template.some(({ quarter }, index) => {
    const before = template[index - 1]
    return before !== undefined && compareQuarters(before.quarter, quarter) > 0
  })
  return goesBack ? 'tranche_order' : null
}

/**
 * Splits a grant over the template's lines, in whole rupiah rounded down; the last line takes the remainder, so that
 * the tranches always sum to the grant (M1). Lines that would get nothing are a fault of the template.
 */
export function planTranches(grantRupiah: bigint, template: readonly TemplateLine[]): PlannedTranche[] {
  const total = template.reduce((sum, line) => sum + line.shareBp, 0)
  if (total !== WHOLE_BP) throw new RangeError(`shares sum to ${total}, not ${WHOLE_BP}`)
  let left = grantRupiah
  return template.map((line, index) => {
    const amountRupiah =
      index === template.length - 1 ? left : (grantRupiah * BigInt(line.shareBp)) / BigInt(WHOLE_BP)
    left -= amountRupiah
    return { number: line.number, quarter: line.quarter, shareBp: line.shareBp, amountRupiah }
  })
}
