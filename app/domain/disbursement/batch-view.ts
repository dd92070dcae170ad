import type { BatchStatus, PaymentStatus } from './tranche'

/** A line of a batch as screens show it; the account is masked. */
export type BatchLine = {
  id: string
  lineNumber: number
  beneficiaryId: string
  name: string
  regency: string
  payeeName: string | null
  bankCode: string | null
  account: string | null
  amountRupiah: bigint
  reference: string
  status: PaymentStatus
  settledOn: Date | null
  reasonCode: string | null
  withdrawnFor: string | null
}

/** Who did what to a batch, and when. */
export type BatchChainFacts = {
  status: BatchStatus
  preparedAt: Date
  submittedAt: Date | null
  approvalsNeeded: number | null
  sp2dNumber: string | null
  sp2dOn: string | null
  sp2dAmountRupiah: bigint | null
  sp2dAt: Date | null
  exportedAt: Date | null
  exportSha256: string | null
  people: { prepared: string | null; submitted: string | null; sp2d: string | null; exported: string | null }
  approvals: readonly {
    id: string
    level: number
    round: number
    decision: string
    reason: string | null
    decidedAt: Date
    name: string | null
  }[]
}

export type StatusSum = { status: PaymentStatus; count: number; totalRupiah: bigint }
