import type { Account } from './ledger'

/** Where granted money can stand, in the order of its way. */
export const BUDGET_COLUMNS = [
  'committed',
  'in_transit',
  'delivered',
  'returned',
] as const satisfies readonly Account[]
export type BudgetColumn = (typeof BUDGET_COLUMNS)[number]

/** Granted money of a regency, sector or quarter, and where it stands. */
export type BudgetLine = Record<BudgetColumn, bigint> & { key: string; granted: bigint }

type Balance = { account: string; amountRupiah: bigint }

export function sumOf(balances: readonly Balance[]): bigint {
  return balances.reduce((sum, one) => sum + one.amountRupiah, 0n)
}

export function isBudgetColumn(account: string): account is BudgetColumn {
  return (BUDGET_COLUMNS as readonly string[]).includes(account)
}

export function lineOf(key: string, balances: readonly Balance[]): BudgetLine {
  const sum = (account: BudgetColumn) => sumOf(balances.filter((one) => one.account === account))
  return {
    key,
    granted: sumOf(balances),
    committed: sum('committed'),
    in_transit: sum('in_transit'),
    delivered: sum('delivered'),
    returned: sum('returned'),
  }
}

/** One line for each key, in the order of the keys. */
export function linesBy<One extends Balance>(
  balances: readonly One[],
  keyOf: (one: One) => string,
): BudgetLine[] {
  const keys = [...new Set(balances.map(keyOf))].sort()
  return keys.map((key) =>
    lineOf(
      key,
      balances.filter((one) => keyOf(one) === key),
    ),
  )
}
