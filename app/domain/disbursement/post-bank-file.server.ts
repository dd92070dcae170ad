import { type Recorder, type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { type Day, dateOf, dayOfDate } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { exportersOf, loadCheckedFile } from './bank-file-state.server'
import { type JudgedLine, judgeLines } from './judge-lines.server'
import { movePayments } from './move-payment.server'
import { type AnswerStatus, entryIdentity, outcomeOf, resultOf } from './reconciliation'

export type PostBankFile = { fileId: string }
export type Posted = { id: string; paid: number; failed: number; returned: number }

/**
 * Posts a checked answer: all its lines or none (M9). Every line is judged again as things stand now. Refuses
 * `disbursement.exporter_may_not_post` (M3: unless an approver confirmed), `disbursement.control_differs`,
 * `disbursement.file_has_open_lines` and `already_done`. Posting nothing new changes no payment.
 */
export async function postBankFile(
  actor: Actor,
  input: PostBankFile,
  at: Date,
  key?: string,
): Promise<Posted> {
  authorize(actor, 'bankFile.post')
  return write(
    actor,
    async (tx, record) => {
      const file = await loadCheckedFile(tx, input.fileId)
      await refuseExporter(tx, actor, file)
      const lines = await judgeAgain(tx, file, dayIn(at))
      refuseControlDifference(lines, file)
      const posting = lines.filter((line) => outcomeOf(line.verdict) === 'post')
      await insertEntries(tx, file.id, posting, at)
      await settle(tx, record, actor, posting, at)
      const changed = await tx.bankFile.updateMany({
        where: { id: file.id, state: 'checked', version: file.version },
        data: { state: 'posted', postedBy: actor.userId, postedAt: at, version: { increment: 1 } },
      })
      if (changed.count !== 1) throw new Refusal('changed_meanwhile')
      await settleBatches(tx, record, posting, file.programmeId)
      const counts = countResults(posting)
      record({
        kind: 'bank_file.posted',
        subject: { type: 'bank_file', id: file.id },
        programmeId: file.programmeId,
        facts: { ...counts, lines: lines.length, sha256: file.sha256, confirmedBy: file.confirmedBy },
      })
      return { id: file.id, ...counts }
    },
    { key, form: 'bankFile.post', at },
  )
}

type File = Awaited<ReturnType<typeof loadCheckedFile>>

async function refuseExporter(tx: Transaction, actor: Actor, file: File): Promise<void> {
  const exporters = await exportersOf(tx, file.id)
  const confirmedByOther = file.confirmedBy !== null && file.confirmedBy !== actor.userId
  if (exporters.includes(actor.userId) && !confirmedByOther)
    throw new Refusal('disbursement.exporter_may_not_post')
}

function refuseControlDifference(lines: readonly JudgedLine[], file: File): void {
  const total = lines.reduce((sum, line) => sum + line.amountRupiah, 0n)
  if (lines.length !== file.controlCount || total !== file.controlTotalRupiah)
    throw new Refusal('disbursement.control_differs')
}

/** The lines as they mean now; whoever said "not ours" keeps their word while the reference stays unknown. */
async function judgeAgain(tx: Transaction, file: File, today: Day): Promise<JudgedLine[]> {
  const stored = await tx.bankFileLine.findMany({
    where: { fileId: file.id },
    orderBy: { lineNumber: 'asc' },
  })
  const judged = await judgeLines(
    tx,
    file.programmeId,
    stored.map((line) => ({
      lineNumber: line.lineNumber,
      reference: line.reference,
      amountRupiah: line.amountRupiah,
      status: line.bankStatus as AnswerStatus,
      datedOn: line.datedOn ? dayOfDate(line.datedOn) : null,
      reasonCode: line.reasonCode,
    })),
    today,
  )
  const decided = new Set(stored.filter((line) => line.outcome === 'not_ours').map((line) => line.lineNumber))
  const outcomes = judged.map(
    (line) =>
      outcomeOf(line.verdict) ??
      (line.verdict === 'unknown' && decided.has(line.lineNumber) ? 'not_ours' : null),
  )
  if (outcomes.includes(null)) throw new Refusal('disbursement.file_has_open_lines')
  await tx.$executeRaw`
    UPDATE bank_file_line l SET verdict = n.verdict, outcome = n.outcome, payment_id = n.payment_id
    FROM unnest(${judged.map((line) => line.lineNumber)}::int[], ${judged.map((line) => line.verdict)}::text[], ${outcomes}::text[], ${judged.map((line) => line.paymentId)}::uuid[])
      AS n (line_number, verdict, outcome, payment_id)
    WHERE l.file_id = ${file.id}::uuid AND l.line_number = n.line_number AND (l.verdict, l.outcome) IS DISTINCT FROM (n.verdict, n.outcome)`
  return judged
}

async function insertEntries(
  tx: Transaction,
  fileId: string,
  lines: readonly JudgedLine[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO bank_entry (identity, payment_id, file_id, status, amount_rupiah, dated_on, posted_at)
    SELECT e.identity, e.payment_id, ${fileId}::uuid, e.status, e.amount, e.dated_on, ${at}
    FROM unnest(${lines.map((line) => entryIdentity(line.reference, line.status))}::text[], ${lines.map((line) => line.paymentId)}::uuid[],
                ${lines.map((line) => line.status.toLowerCase())}::text[], ${lines.map((line) => line.amountRupiah)}::bigint[],
                ${lines.map((line) => (line.datedOn ? dateOf(line.datedOn) : null))}::date[]) AS e (identity, payment_id, status, amount, dated_on)`
}

async function settle(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  lines: readonly JudgedLine[],
  at: Date,
): Promise<void> {
  const moves = lines.flatMap(({ paymentId, paymentStatus, status, datedOn, reasonCode }) =>
    paymentId && paymentStatus && status !== 'PENDING'
      ? [
          {
            paymentId,
            from: paymentStatus,
            to: resultOf(status),
            settledOn: datedOn ?? undefined,
            reasonCode,
          },
        ]
      : [],
  )
  await movePayments(tx, record, actor, moves, at)
}

/** A batch is settled once none of its payments is still on its way. */
async function settleBatches(
  tx: Transaction,
  record: Recorder,
  lines: readonly JudgedLine[],
  programmeId: string,
): Promise<void> {
  const settled = await tx.$queryRaw<{ id: string }[]>`
    UPDATE batch b SET status = 'settled', version = b.version + 1
    WHERE b.status = 'exported' AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.batch_id = b.id AND p.status = 'sent')
      AND b.id IN (SELECT batch_id FROM payment WHERE id = ANY(${lines.map((line) => line.paymentId)}::uuid[]))
    RETURNING b.id`
  record.many(
    settled.map(({ id }) => ({
      kind: 'batch.settled' as const,
      subject: { type: 'batch' as const, id },
      programmeId,
    })),
  )
}

function countResults(lines: readonly JudgedLine[]): { paid: number; failed: number; returned: number } {
  const count = (status: AnswerStatus) => lines.filter((line) => line.status === status).length
  return { paid: count('PAID'), failed: count('FAILED'), returned: count('RETURNED') }
}
