import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { db, emptySql, sql } from '~/platform/db.server'
import { exportersOf } from './bank-file-state.server'
import { namesOf } from './queries.batch.server'
import type { AnswerRow, VerdictSum } from './reconciliation'

/** Bank answers of a programme year, the newest first. */
export async function listBankFiles(actor: Actor, programmeId: string) {
  authorize(actor, 'bankFile.read')
  const files = await db.bankFile.findMany({
    where: { programmeId },
    select: {
      id: true,
      fileName: true,
      state: true,
      controlCount: true,
      controlTotalRupiah: true,
      uploadedBy: true,
      uploadedAt: true,
      postedBy: true,
      postedAt: true,
    },
    orderBy: { uploadedAt: 'desc' },
    take: 200,
  })
  const names = await namesOf(files.flatMap((file) => [file.uploadedBy, file.postedBy]))
  return files.map((file) => ({
    ...file,
    uploadedBy: names.get(file.uploadedBy) ?? file.uploadedBy,
    postedBy: file.postedBy ? (names.get(file.postedBy) ?? file.postedBy) : null,
  }))
}

/** A bank answer: its control figures beside the file's own, and how many lines mean what. Refuses `not_found`. */
export async function getBankFile(actor: Actor, id: string) {
  authorize(actor, 'bankFile.read')
  const file = await db.bankFile.findUnique({ where: { id } })
  if (!file) throw new Refusal('not_found')
  const sums = await db.$queryRaw<VerdictSum[]>`
    SELECT verdict, outcome, count(*)::int AS count, sum(amount_rupiah)::bigint AS "totalRupiah" FROM bank_file_line WHERE file_id = ${id}::uuid GROUP BY 1, 2 ORDER BY 2 NULLS FIRST, 3 DESC`
  const names = await namesOf([file.uploadedBy, file.postedBy, file.confirmedBy])
  const count = sums.reduce((sum, one) => sum + one.count, 0)
  const totalRupiah = sums.reduce((sum, one) => sum + one.totalRupiah, 0n)
  const exporters = await exportersOf(db, id)
  return {
    ...file,
    sums,
    count,
    totalRupiah,
    agrees: count === file.controlCount && totalRupiah === file.controlTotalRupiah,
    openLines: sums.filter((one) => one.outcome === null).reduce((sum, one) => sum + one.count, 0),
    exportedByActor: exporters.includes(actor.userId),
    uploadedBy: names.get(file.uploadedBy) ?? file.uploadedBy,
    postedBy: file.postedBy ? (names.get(file.postedBy) ?? file.postedBy) : null,
    confirmer: file.confirmedBy ? (names.get(file.confirmedBy) ?? file.confirmedBy) : null,
  }
}

const LINES = 100

/** Lines of a bank answer with whom each names, in the file's order. */
export async function listAnswerLines(
  actor: Actor,
  fileId: string,
  options: { after?: number | undefined; verdict?: string | undefined },
) {
  authorize(actor, 'bankFile.read')
  const rows = await db.$queryRaw<AnswerRow[]>`
    SELECT l.line_number AS "lineNumber", l.reference, l.amount_rupiah AS "amountRupiah", p.amount_rupiah AS "ourAmountRupiah", l.bank_status AS "bankStatus", to_char(l.dated_on, 'YYYY-MM-DD') AS "datedOn",
      l.reason_code AS "reasonCode", l.verdict, l.outcome, b.id AS "beneficiaryId", b.name
    FROM bank_file_line l LEFT JOIN payment p ON p.id = l.payment_id LEFT JOIN beneficiary b ON b.id = p.beneficiary_id
    WHERE l.file_id = ${fileId}::uuid AND l.line_number > ${options.after ?? 0}::int ${options.verdict ? sql`AND l.verdict = ${options.verdict}` : emptySql}
    ORDER BY l.line_number LIMIT ${LINES + 1}::int`
  const lines = rows.slice(0, LINES)
  return { lines, after: rows.length > LINES ? (lines[lines.length - 1]?.lineNumber ?? null) : null }
}

/** One line of a bank's answer. Refuses `not_found`. */
export async function getAnswerLine(actor: Actor, fileId: string, lineNumber: number): Promise<AnswerRow> {
  const { lines } = await listAnswerLines(actor, fileId, { after: lineNumber - 1 })
  const [line] = lines
  if (line?.lineNumber !== lineNumber) throw new Refusal('not_found')
  return line
}
