/** A line of the programme's template: shares are ten-thousandths of the grant. */
export type TemplateLine = { number: number; quarter: string; shareBp: number }
export type PlannedTranche = TemplateLine & { amountRupiah: bigint }

export const WHOLE_BP = 10_000
export const MAX_TRANCHES = 8

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
