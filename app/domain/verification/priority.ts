/**
 * Who is visited first: the lowest welfare decile, then the lowest income a head, then whoever waits longest; nobody is
 * put behind by luck, the person's number breaks a tie. Without a decile or an income a person comes after those with one.
 */
export type Need = {
  decile: number | null
  incomePerHeadRupiah: bigint | null
  registeredAt: Date
  number: number
}

/** Negative when the first is more in need: for sorting. The queue's SQL orders by the same columns, nulls last. */
export function compareNeed(left: Need, right: Need): number {
  return (
    compareKnown(left.decile, right.decile) ||
    compareKnown(left.incomePerHeadRupiah, right.incomePerHeadRupiah) ||
    left.registeredAt.getTime() - right.registeredAt.getTime() ||
    left.number - right.number
  )
}

function compareKnown<T extends number | bigint>(left: T | null, right: T | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Household income a month divided by its members, rounded down to whole rupiah; null when either is unknown. */
export function incomePerHead(
  monthlyIncomeRupiah: bigint | null,
  householdSize: number | null,
): bigint | null {
  if (monthlyIncomeRupiah === null || householdSize === null || householdSize < 1) return null
  return monthlyIncomeRupiah / BigInt(householdSize)
}

export type AgainstLine = 'below' | 'above' | 'unknown'

/** Where an income a head stands against the poverty line; at the line is above it (BPS counts who spends less). */
export function againstPovertyLine(
  incomePerHeadRupiah: bigint | null,
  lineRupiah: bigint | null,
): AgainstLine {
  if (incomePerHeadRupiah === null || lineRupiah === null) return 'unknown'
  return incomePerHeadRupiah < lineRupiah ? 'below' : 'above'
}

/** Programmes favour the five lowest of ten deciles. */
export function isFavouredDecile(decile: number | null): boolean {
  return decile !== null && decile <= 5
}
