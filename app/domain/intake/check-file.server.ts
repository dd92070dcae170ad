import { type Recorder, type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { readFile } from '~/platform/files.server'
import { endProgress, noteProgress } from '~/platform/job-progress.server'
import { enqueue } from '~/platform/queue.server'
import { TableProblem } from '~/platform/spreadsheet/table'
import { uuidv7 } from '~/platform/uuid.server'
import type { Verdict } from './candidate'
import type { LateProblem } from './duplicates'
import type { FilePlan } from './file-plan.server'
import {
  type FileFindings,
  insertRows,
  NO_FINDINGS,
  openRow,
  requireFile,
  requireOpenProgramme,
  updateRows,
} from './intake-file.server'
import { type JudgedRow, judgeFile, NumericColumn, withLate } from './judge-file.server'

/** Up to this size a file is checked while the person waits; larger ones by a job. */
const CHECKED_AT_ONCE_BYTES = 400 * 1024

export function isCheckedAtOnce(sizeBytes: number): boolean {
  return sizeBytes <= CHECKED_AT_ONCE_BYTES
}

type Started = { id: string; sizeBytes: number; plan: FilePlan; bytes: Uint8Array }

/** Begins to check a file within the write that brought it so far: right after the commit, or as a job with progress. */
export async function startChecking(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  file: Started,
  at: Date,
): Promise<void> {
  if (isCheckedAtOnce(file.sizeBytes)) {
    record.afterCommit(() => checkIntakeFile(actor, { fileId: file.id }, at))
    return
  }
  const jobRunId = uuidv7()
  await tx.jobRun.create({
    data: {
      id: jobRunId,
      kind: 'intake.check',
      subjectId: file.id,
      state: 'running',
      total: linesOf(file),
      startedBy: actor.userId,
      createdAt: at,
    },
  })
  await tx.intakeFile.update({ where: { id: file.id }, data: { jobRunId } })
  await enqueue(tx, 'intake.check', { fileId: file.id, actorId: actor.userId })
}

/** About how many rows a text file has; unknown (0) for a workbook. */
function linesOf({ plan, bytes }: Started): number {
  if (plan.source.format !== 'csv') return 0
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1
  return Math.max(1, lines - plan.headerRow)
}

function endWith(record: Recorder, jobRunId: string | null, error: string | null = null): void {
  if (jobRunId) record.afterCommit(() => endProgress(jobRunId, error))
}

type Counts = Record<Verdict, number> & { undatedDeciles: number }

/**
 * The dry run: judges every row of a file and keeps the verdicts; people are not written. A file that proves to be none
 * is refused with its reason. Does nothing for a file that is not waiting for its check.
 */
export async function checkIntakeFile(actor: Actor, { fileId }: { fileId: string }, at: Date): Promise<void> {
  authorize(actor, 'intake.write')
  try {
    await write(actor, (tx, record) => checkRows(tx, record, actor, fileId, at), { at })
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal) await refuseFile(actor, fileId, refusal, at)
    else if (!(error instanceof Refusal && error.code === 'intake.not_waiting')) throw error
  }
}

async function checkRows(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  fileId: string,
  at: Date,
): Promise<void> {
  const file = await requireFile(tx, actor, fileId)
  if (file.state !== 'checking') throw new Refusal('intake.not_waiting')
  const programme = await requireOpenProgramme(tx, file.programmeId)
  const bytes = await readFile(file.storageKey)
  await tx.$executeRaw`DELETE FROM intake_row WHERE file_id = ${fileId}::uuid`
  const counts: Counts = { accepted: 0, warning: 0, rejected: 0, undatedDeciles: 0 }
  const late: LateProblem[] = []
  const task = {
    actor,
    programme,
    regencyCode: file.regencyCode,
    dtsenVersion: file.dtsenVersion,
    plan: file.plan,
    bytes,
    at,
  }
  for await (const judged of judgeFile(tx, task)) {
    await insertRows(tx, fileId, judged.rows)
    late.push(...judged.late)
    for (const row of judged.rows) countRow(counts, row)
    if (file.jobRunId) await noteProgress(file.jobRunId, counts.accepted + counts.warning + counts.rejected)
  }
  await addLate(tx, fileId, late, counts)
  const total = counts.accepted + counts.warning + counts.rejected
  if (total === 0) throw new TableProblem('file_empty')
  const findings: FileFindings = { ...NO_FINDINGS, undatedDeciles: counts.undatedDeciles }
  await tx.intakeFile.update({
    where: { id: fileId },
    data: {
      state: 'checked',
      totalRows: total,
      acceptedRows: counts.accepted,
      warningRows: counts.warning,
      rejectedRows: counts.rejected,
      problems: findings,
    },
  })
  endWith(record, file.jobRunId)
  record({
    kind: 'intake.checked',
    subject: { type: 'intake_file', id: fileId },
    programmeId: programme.id,
    regencyCode: file.regencyCode ?? undefined,
    facts: { rows: total, accepted: counts.accepted, warning: counts.warning, rejected: counts.rejected },
  })
}

function countRow(counts: Counts, row: JudgedRow): void {
  counts[row.verdict] += 1
  if (row.verdict !== 'rejected' && row.values.decile && !row.values.dtsenVersion) counts.undatedDeciles += 1
}

const LATE_AT_ONCE = 1_000

/** Adds to earlier rows what only a later one showed. */
async function addLate(
  tx: Transaction,
  fileId: string,
  late: readonly LateProblem[],
  counts: Counts,
): Promise<void> {
  const numbers = [...new Set(late.map((one) => one.row))]
  for (let from = 0; from < numbers.length; from += LATE_AT_ONCE) {
    const wanted = numbers.slice(from, from + LATE_AT_ONCE)
    const rows = (await tx.intakeRow.findMany({ where: { fileId, rowNumber: { in: wanted } } })).map(openRow)
    const told = late.filter((one) => wanted.includes(one.row))
    const changed = rows.map((row) => {
      const next = withLate(row, told)
      counts[row.verdict] -= 1
      counts[next.verdict] += 1
      return next
    })
    await updateRows(tx, fileId, changed)
  }
}

type FileRefusal = NonNullable<FileFindings['refusal']>

function refusalOf(error: unknown): FileRefusal | null {
  if (error instanceof TableProblem) return { code: error.code, params: error.params }
  if (error instanceof NumericColumn) return { code: 'file_numeric_column', params: { column: error.column } }
  return null
}

async function refuseFile(actor: Actor, fileId: string, refusal: FileRefusal, at: Date): Promise<void> {
  await write(
    actor,
    async (tx, record) => {
      const file = await requireFile(tx, actor, fileId)
      await tx.intakeFile.update({
        where: { id: fileId },
        data: { state: 'refused', problems: { ...NO_FINDINGS, refusal } },
      })
      endWith(record, file.jobRunId, refusal.code)
      record({
        kind: 'intake.refused',
        subject: { type: 'intake_file', id: fileId },
        programmeId: file.programmeId,
        regencyCode: file.regencyCode ?? undefined,
        facts: { code: refusal.code },
      })
    },
    { at },
  )
}
