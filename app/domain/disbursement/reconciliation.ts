import type { Day } from '~/domain/shared/day'
import type { PaymentStatus } from './tranche'

export const ANSWER_STATUSES = ['PAID', 'FAILED', 'RETURNED', 'PENDING'] as const
export type AnswerStatus = (typeof ANSWER_STATUSES)[number]

/** A line of a bank's answer as it was read. */
export type AnswerLine = {
  lineNumber: number
  reference: string
  amountRupiah: bigint
  status: AnswerStatus
  datedOn: Day | null
  reasonCode: string | null
}

/** What we know of the payment with that reference. */
export type KnownPayment = {
  id: string
  status: PaymentStatus
  amountRupiah: bigint
  sp2dOn: Day | null
  /** Identities of bank entries posted for it before. */
  posted: readonly string[]
}

/** What a line means. Each has its sentence under `verdict.` in `messages/disbursement`. */
export const VERDICTS = {
  pays: 'posts',
  fails: 'posts',
  returns: 'posts',
  still_pending: 'keeps',
  already_posted: 'keeps',
  repeated: 'keeps',
  unknown: 'asks',
  amount_differs: 'stops',
  not_sent: 'stops',
  contradicts: 'stops',
  no_date: 'stops',
  future_date: 'stops',
  before_sp2d: 'stops',
} as const satisfies Record<string, 'posts' | 'keeps' | 'asks' | 'stops'>

export type Verdict = keyof typeof VERDICTS

/** What is done with a line in the end: posted, nothing to do, or not ours, which a person must say. */
export type Outcome = 'post' | 'keep' | 'not_ours'

/** A bank entry counts once by this identity, whichever message or file tells it. */
export function entryIdentity(reference: string, status: AnswerStatus): string {
  return `${reference}:${status}`
}

const RESULTS = ['PAID', 'FAILED', 'RETURNED'] as const
const RESULT = { PAID: 'paid', FAILED: 'failed', RETURNED: 'returned' } as const

export function resultOf(status: Exclude<AnswerStatus, 'PENDING'>): 'paid' | 'failed' | 'returned' {
  return RESULT[status]
}

/** The outcome that needs nobody's decision; null where a person must decide, or nothing can be posted. */
export function outcomeOf(verdict: Verdict): Outcome | null {
  const kind = VERDICTS[verdict]
  return kind === 'posts' ? 'post' : kind === 'keeps' ? 'keep' : null
}

/** What one line means, seen against the payment it names. `seen`: identities of the lines above in the same file. */
export function judgeLine(
  line: AnswerLine,
  payment: KnownPayment | undefined,
  today: Day,
  seen: ReadonlySet<string>,
): Verdict {
  if (!payment) return 'unknown'
  if (line.amountRupiah !== payment.amountRupiah) return 'amount_differs'
  const identity = entryIdentity(line.reference, line.status)
  if (payment.posted.includes(identity)) return 'already_posted'
  if (seen.has(identity)) return 'repeated'
  if (payment.status === 'batched' || payment.status === 'approved' || payment.status === 'withdrawn')
    return 'not_sent'
  if (line.status === 'PENDING') return payment.status === 'sent' ? 'still_pending' : 'contradicts'
  if (!line.datedOn) return 'no_date'
  if (line.datedOn > today) return 'future_date'
  if (payment.sp2dOn && line.datedOn < payment.sp2dOn) return 'before_sp2d'
  const twice = RESULTS.some((status) => seen.has(entryIdentity(line.reference, status)))
  return judgeResult(line.status, payment, twice)
}

/** A sent payment takes any result, a paid one may still come back; two results in one file need two files. */
function judgeResult(
  status: Exclude<AnswerStatus, 'PENDING'>,
  payment: KnownPayment,
  twice: boolean,
): Verdict {
  if (twice) return 'contradicts'
  if (payment.status === 'sent') return status === 'PAID' ? 'pays' : status === 'FAILED' ? 'fails' : 'returns'
  return payment.status === 'paid' && status === 'RETURNED' ? 'returns' : 'contradicts'
}

export type VerdictSum = { verdict: Verdict; outcome: Outcome | null; count: number; totalRupiah: bigint }

/** A line of a bank's answer as screens show it. */
export type AnswerRow = {
  lineNumber: number
  reference: string
  amountRupiah: bigint
  ourAmountRupiah: bigint | null
  bankStatus: string
  datedOn: Day | null
  reasonCode: string | null
  verdict: Verdict
  outcome: Outcome | null
  beneficiaryId: string | null
  name: string | null
}
