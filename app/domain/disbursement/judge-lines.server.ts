import type { Transaction } from '~/domain/audit/write.server'
import { type Day, dayOfDate } from '~/domain/shared/day'
import { type AnswerLine, entryIdentity, judgeLine, type KnownPayment, type Verdict } from './reconciliation'
import type { PaymentStatus } from './tranche'

export type JudgedLine = AnswerLine & {
  paymentId: string | null
  paymentStatus: PaymentStatus | null
  verdict: Verdict
}

type Row = {
  id: string
  reference: string
  status: PaymentStatus
  amount: bigint
  sp2d_on: Date | null
  posted: string[]
}

/** Sees every line of an answer against the payments of the programme as they stand now, all in one read. */
export async function judgeLines(
  tx: Transaction,
  programmeId: string,
  lines: readonly AnswerLine[],
  today: Day,
): Promise<JudgedLine[]> {
  const references = [...new Set(lines.map((line) => line.reference))]
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.reference, p.status, p.amount_rupiah AS amount, b.sp2d_on, coalesce(e.posted, ARRAY[]::text[]) AS posted
    FROM payment p JOIN batch b ON b.id = p.batch_id
    LEFT JOIN LATERAL (SELECT array_agg(identity) AS posted FROM bank_entry WHERE payment_id = p.id) e ON true
    WHERE p.programme_id = ${programmeId}::uuid AND p.reference = ANY(${references}::text[])`
  const payments = new Map(rows.map((row): [string, KnownPayment] => [row.reference, knownPayment(row)]))
  const seen = new Set<string>()
  return lines.map((line) => {
    const payment = payments.get(line.reference)
    const verdict = judgeLine(line, payment, today, seen)
    seen.add(entryIdentity(line.reference, line.status))
    return { ...line, paymentId: payment?.id ?? null, paymentStatus: payment?.status ?? null, verdict }
  })
}

function knownPayment(row: Row): KnownPayment {
  return {
    id: row.id,
    status: row.status,
    amountRupiah: row.amount,
    sp2dOn: row.sp2d_on ? dayOfDate(row.sp2d_on) : null,
    posted: row.posted,
  }
}
