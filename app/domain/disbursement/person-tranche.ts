import type { Quarter } from '~/domain/shared/quarter'
import type { Gate } from './gate'
import type { PaymentStatus, TrancheForm, TrancheStatus } from './tranche'

/** An attempt to pay a tranche, as the person's page shows it. */
export type Attempt = {
  id: string
  reference: string
  status: PaymentStatus
  attempt: number
  batchId: string
  batchNumber: number
  settledOn: string | null
  reasonCode: string | null
}

/** A tranche of a person with each gate, passed or held, and every attempt. */
export type PersonTranche = {
  id: string
  number: number
  quarter: Quarter
  form: TrancheForm
  status: TrancheStatus
  amountRupiah: bigint
  ready: boolean
  gates: Gate[]
  attempts: Attempt[]
}
