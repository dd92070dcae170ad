import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { dateOf } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { storeFile } from '~/platform/files.server'
import { type AnswerProblem, readAnswer } from './bank-answer'
import { type JudgedLine, judgeLines } from './judge-lines.server'
import { outcomeOf } from './reconciliation'

export type CheckBankFile = {
  programmeId: string
  /** Count and total that the person read off the bank's letter: a slip or a cut file shows at once. */
  controlCount: number
  controlTotalRupiah: bigint
}

export type BankUpload = { name: string; path: string; sha256: string }

/**
 * Reads a bank's answer and says what each of its lines means. Nothing is posted. The same file again leads to the
 * first check; a file that was posted is refused (`disbursement.file_posted_already`). Refuses what cannot be read,
 * with the line.
 */
export async function checkBankFile(
  actor: Actor,
  input: CheckBankFile,
  upload: BankUpload,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'bankFile.post')
  const bytes = await readFile(upload.path)
  const read = readAnswer(rowsOf(bytes.toString('utf8')))
  if ('problem' in read) throw refusalOf(read)
  const stored = await storeFile(bytes)
  return write(
    actor,
    async (tx, record) => {
      const earlier = await tx.bankFile.findFirst({
        where: { programmeId: input.programmeId, sha256: upload.sha256, state: { not: 'discarded' } },
        select: { id: true, state: true },
      })
      if (earlier)
        throw new Refusal(
          earlier.state === 'posted'
            ? 'disbursement.file_posted_already'
            : 'disbursement.file_checked_already',
        )
      if (!(await tx.programme.findUnique({ where: { id: input.programmeId }, select: { id: true } })))
        throw new Refusal('not_found')
      const judged = await judgeLines(tx, input.programmeId, read.lines, dayIn(at))
      const file = await tx.bankFile.create({
        select: { id: true },
        data: {
          ...input,
          kind: 'csv',
          fileName: upload.name,
          sha256: upload.sha256,
          storageKey: stored.key,
          state: 'checked',
          uploadedBy: actor.userId,
          uploadedAt: at,
        },
      })
      await insertLines(tx, file.id, judged)
      record({
        kind: 'bank_file.checked',
        subject: { type: 'bank_file', id: file.id },
        programmeId: input.programmeId,
        facts: {
          lines: judged.length,
          sha256: upload.sha256,
          controlCount: input.controlCount,
          controlTotalRupiah: String(input.controlTotalRupiah),
        },
      })
      return { id: file.id }
    },
    { key, form: 'bankFile.check', at },
  )
}

function rowsOf(text: string): string[][] {
  const bare = text.replace(/^\uFEFF/, '')
  const head = bare.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [';', '\t', ','].find((mark) => head.includes(mark)) ?? ','
  try {
    return parse(bare, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 10_000,
    })
  } catch {
    throw new Refusal('disbursement.answer_unreadable', {}, { kind: 'invalid', field: 'file' })
  }
}

async function insertLines(tx: Transaction, fileId: string, lines: readonly JudgedLine[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO bank_file_line (file_id, line_number, reference, amount_rupiah, bank_status, dated_on, reason_code, payment_id, verdict, outcome)
    SELECT ${fileId}::uuid, l.* FROM unnest(${lines.map((line) => line.lineNumber)}::int[], ${lines.map((line) => line.reference)}::text[], ${lines.map((line) => line.amountRupiah)}::bigint[],
      ${lines.map((line) => line.status)}::text[], ${lines.map((line) => (line.datedOn ? dateOf(line.datedOn) : null))}::date[], ${lines.map((line) => line.reasonCode)}::text[],
      ${lines.map((line) => line.paymentId)}::uuid[], ${lines.map((line) => line.verdict)}::text[], ${lines.map((line) => outcomeOf(line.verdict))}::text[]) AS l`
}

function refusalOf(problem: AnswerProblem): Refusal {
  const where = { kind: 'invalid', field: 'file' } as const
  const line = 'line' in problem ? problem.line : 0
  switch (problem.problem) {
    case 'empty':
      return new Refusal('disbursement.answer_empty', {}, where)
    case 'too_many':
      return new Refusal('disbursement.answer_too_many', {}, where)
    case 'column_missing':
      return new Refusal('disbursement.answer_column', { column: problem.column }, where)
    case 'reference':
      return new Refusal('disbursement.answer_reference', { line }, where)
    case 'amount':
      return new Refusal('disbursement.answer_amount', { line }, where)
    case 'status':
      return new Refusal('disbursement.answer_status', { line }, where)
    case 'date':
      return new Refusal('disbursement.answer_date', { line }, where)
    case 'reason':
      return new Refusal('disbursement.answer_reason', { line }, where)
  }
}
