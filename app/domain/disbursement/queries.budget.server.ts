import type { Actor } from '~/domain/shared/actor'
import { authorize, reachOf } from '~/domain/shared/permissions'
import { db } from '~/platform/db.server'
import type { Account } from './ledger'

export const BUDGET_COLUMNS = ['committed', 'in_transit', 'delivered', 'returned'] as const satisfies readonly Account[]
export type BudgetColumn = (typeof BUDGET_COLUMNS)[number]
export type BudgetLine = Record<BudgetColumn, bigint> & { key: string; granted: bigint }

export type Budget = {
  /** Seen by whoever reads the whole province. */
  province: { ceilingRupiah: bigint; leftRupiah: bigint; paidBackRupiah: bigint; ties: boolean } | null
  total: BudgetLine
  byRegency: BudgetLine[]
  bySector: BudgetLine[]
  byQuarter: BudgetLine[]
}

type Balance = { account: string; regencyCode: string; sectorCode: string; quarter: string; amountRupiah: bigint }

/** Where the year's money stands, from the kept balances: their number does not grow with the payments. */
export async function getBudget(actor: Actor, programmeId: string): Promise<Budget> {
  authorize(actor, 'budget.read')
  const { regencyCodes } = reachOf(actor, 'budget.read')
  const balances = await db.moneyBalance.findMany({ where: { programmeId } })
  const granted = balances.filter(
    (one) => isColumn(one.account) && (regencyCodes === 'all' || regencyCodes.includes(one.regencyCode)),
  )
  const total = lineOf('', granted)
  return {
    province: regencyCodes === 'all' ? provinceOf(balances, total) : null,
    total,
    byRegency: linesBy(granted, (one) => one.regencyCode),
    bySector: linesBy(granted, (one) => one.sectorCode),
    byQuarter: linesBy(granted, (one) => one.quarter),
  }
}

function provinceOf(balances: readonly Balance[], total: BudgetLine): Budget['province'] {
  const sum = (account: Account) => sumOf(balances.filter((one) => one.account === account))
  const ceilingRupiah = -sum('appropriation')
  const leftRupiah = sum('available')
  const paidBackRupiah = sum('paid_back')
  return { ceilingRupiah, leftRupiah, paidBackRupiah, ties: ceilingRupiah === leftRupiah + paidBackRupiah + total.granted }
}

function isColumn(account: string): account is BudgetColumn {
  return (BUDGET_COLUMNS as readonly string[]).includes(account)
}

function sumOf(balances: readonly Balance[]): bigint {
  return balances.reduce((sum, one) => sum + one.amountRupiah, 0n)
}

function lineOf(key: string, balances: readonly Balance[]): BudgetLine {
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

function linesBy(balances: readonly Balance[], keyOf: (one: Balance) => string): BudgetLine[] {
  const keys = [...new Set(balances.map(keyOf))].sort()
  return keys.map((key) => lineOf(key, balances.filter((one) => keyOf(one) === key)))
}
