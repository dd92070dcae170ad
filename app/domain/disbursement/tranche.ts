/** What a tranche, its payments and their batch can be, and which moves there are. The database repeats them. */
export const TRANCHE_STATUSES = [
  'planned',
  'batched',
  'approved',
  'sent',
  'paid',
  'failed',
  'returned',
  'partly_handed_over',
  'handed_over',
  'cancelled',
] as const

export type TrancheStatus = (typeof TRANCHE_STATUSES)[number]
export type TrancheForm = 'money' | 'goods'

/** The money or goods reached the person. */
export const SETTLED_STATUSES = ['paid', 'handed_over'] as const satisfies readonly TrancheStatus[]

/** Not on its way: may enter a batch once every gate passes. */
export const WAITING_STATUSES = ['planned', 'failed', 'returned'] as const satisfies readonly TrancheStatus[]

export function isSettled(status: TrancheStatus): boolean {
  return (SETTLED_STATUSES as readonly string[]).includes(status)
}

export function isWaiting(status: TrancheStatus): boolean {
  return (WAITING_STATUSES as readonly string[]).includes(status)
}

export const PAYMENT_STATUSES = [
  'batched',
  'approved',
  'sent',
  'paid',
  'failed',
  'returned',
  'withdrawn',
] as const
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number]

const PAYMENT_MOVES: Record<PaymentStatus, readonly PaymentStatus[]> = {
  batched: ['approved', 'withdrawn'],
  approved: ['sent', 'withdrawn'],
  sent: ['paid', 'failed', 'returned'],
  paid: ['returned'],
  failed: [],
  returned: [],
  withdrawn: [],
}

export function mayPaymentMove(from: PaymentStatus, to: PaymentStatus): boolean {
  return PAYMENT_MOVES[from].includes(to)
}

export const BATCH_STATUSES = [
  'draft',
  'submitted',
  'sent_back',
  'refused',
  'approved',
  'exported',
  'settled',
] as const
export type BatchStatus = (typeof BATCH_STATUSES)[number]

/** A batch whose lines may still be taken out freely: nothing is frozen. */
export const OPEN_BATCH_STATUSES = ['draft', 'sent_back'] as const satisfies readonly BatchStatus[]

export function isOpenBatch(status: BatchStatus): boolean {
  return (OPEN_BATCH_STATUSES as readonly string[]).includes(status)
}
