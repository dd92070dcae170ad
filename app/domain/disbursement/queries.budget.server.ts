import type { Actor } from '~/domain/shared/actor'
import { authorize, reachOf } from '~/domain/shared/permissions'
import { db } from '~/platform/db.server'
import { type BudgetLine, isBudgetColumn, lineOf, linesBy, sumOf } from './budget'
import type { Account } from './ledger'

export type Budget = {
  /** Seen by whoever reads the whole province. */
  province: { ceilingRupiah: bigint; leftRupiah: bigint; paidBackRupiah: bigint; ties: boolean } | null
  total: BudgetLine
  byRegency: BudgetLine[]
  bySector: BudgetLine[]
  byQuarter: BudgetLine[]
}

/** Where the year's money stands, from the kept balances: their number does not grow with the payments. */
export async function getBudget(actor: Actor, programmeId: string): Promise<Budget> {
  authorize(actor, 'budget.read')
  const { regencyCodes } = reachOf(actor, 'budget.read')
  const balances = await db.moneyBalance.findMany({ where: { programmeId } })
  const granted = balances.filter(
    (one) =>
      isBudgetColumn(one.account) && (regencyCodes === 'all' || regencyCodes.includes(one.regencyCode)),
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

function provinceOf(
  balances: readonly { account: string; amountRupiah: bigint }[],
  total: BudgetLine,
): Budget['province'] {
  const sum = (account: Account) => sumOf(balances.filter((one) => one.account === account))
  const ceilingRupiah = -sum('appropriation')
  const leftRupiah = sum('available')
  const paidBackRupiah = sum('paid_back')
  return {
    ceilingRupiah,
    leftRupiah,
    paidBackRupiah,
    ties: ceilingRupiah === leftRupiah + paidBackRupiah + total.granted,
  }
}
