/** The accounts of the double-entry ledger. Each rupiah of the budget stands on exactly one of them. */
export const ACCOUNTS = [
  /** What the budget gave: the only account that stands below zero, by the ceiling of the year. */
  'appropriation',
  'available',
  'committed',
  'in_transit',
  'delivered',
  /** Came back from the bank, still granted: waits for a corrected retry. */
  'returned',
  'paid_back',
] as const

export type Account = (typeof ACCOUNTS)[number]

/** Where money stands that is not yet granted: the whole province, no sector, no quarter. */
export const UNGRANTED = { regencyCode: '64', sectorCode: '-', quarter: '-' } as const

const UNGRANTED_ACCOUNTS: readonly Account[] = ['appropriation', 'available']

export function isUngranted(account: Account): boolean {
  return UNGRANTED_ACCOUNTS.includes(account)
}

export type PostingKind =
  | 'budget.opened'
  | 'budget.raised'
  | 'budget.lowered'
  | 'grant.made'
  | 'tranche.cancelled'
  | 'payment.sent'
  | 'payment.paid'
  | 'payment.failed'
  | 'payment.returned'

/** Money that moves from one account to another. The dimensions are those of the tranche; ungranted sides ignore them. */
export type Posting = {
  kind: PostingKind
  at: Date
  programmeId: string
  regencyCode: string
  sectorCode: string
  quarter: string
  beneficiaryId?: string | undefined
  paymentId?: string | undefined
  from: Account
  to: Account
  amountRupiah: bigint
}
