import { isQuarter } from '~/domain/shared/quarter'
import { isHold, type TrancheFilter } from './queries.tranches.server'
import { TRANCHE_STATUSES, type TrancheStatus } from './tranche'

const MONEY = ['committed', 'in_transit', 'delivered', 'returned'] as const

/** The filter that an address asks for; what it does not understand narrows nothing. */
export function trancheFilterFrom(params: URLSearchParams, programmeId: string): TrancheFilter {
  const value = (name: string) => params.get(name) || undefined
  const quarter = value('triwulan')
  const form = value('bentuk')
  const status = value('status')
  const gate = value('tunggu')
  return {
    programmeId,
    quarter: quarter && isQuarter(quarter) ? quarter : undefined,
    regencyCode: value('kabupaten'),
    sectorCode: value('sektor'),
    form: form === 'money' || form === 'goods' ? form : undefined,
    status: (TRANCHE_STATUSES as readonly string[]).includes(status ?? '')
      ? (status as TrancheStatus)
      : undefined,
    gate: gate === 'siap' ? 'ready' : gate && isHold(gate) ? gate : undefined,
    money: MONEY.find((account) => account === value('uang')),
  }
}
