import { type Recorder, type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'
import { endProgress, noteProgress } from '~/platform/job-progress.server'
import { enqueue } from '~/platform/queue.server'
import { uuidv7 } from '~/platform/uuid.server'
import { type Candidate, verdictOf } from './candidate'
import { matchProblems } from './duplicates'
import { insertCandidates, takeNumbers } from './insert-candidates.server'
import type { ConfirmInput } from './intake.form.server'
import { type KeptRow, openRow, requireFile, requireOpenProgramme, updateRows } from './intake-file.server'
import { findKnownMatches } from './known-matches.server'

/** Up to so many people are written while the person waits; more by a job. */
const WRITTEN_AT_ONCE = 5_000
const ROWS_AT_ONCE = 1_000

export type Confirmed = { id: string; written: number; overtaken: number; later: boolean }

/**
 * Confirms a checked file: every row that was not rejected becomes a person, all of them or none. A row whose NIK was
 * registered since the check is left out and counted. The second confirmation of a file changes nothing. Refuses
 * `intake.not_checked`, `intake.nothing_accepted`, `intake.dtsen_version_needed` and `intake.programme_not_open`.
 */
export async function confirmIntakeFile(
  actor: Actor,
  input: ConfirmInput,
  at: Date,
  key?: string,
): Promise<Confirmed> {
  authorize(actor, 'intake.write')
  return write(
    actor,
    async (tx, record) => {
      const file = await requireFile(tx, actor, input.fileId)
      if (file.state === 'written') refuse('intake.already_written', { people: file.writtenRows })
      if (file.state !== 'checked' && file.state !== 'writing') refuse('intake.not_checked')
      const people = file.acceptedRows + file.warningRows
      if (people === 0) refuse('intake.nothing_accepted')
      const dtsenVersion = input.dtsenVersion ?? file.dtsenVersion
      if (file.findings.undatedDeciles > 0 && !dtsenVersion)
        refuse('intake.dtsen_version_needed', {}, { kind: 'invalid', field: 'dtsenVersion' })
      await tx.intakeFile.update({
        where: { id: file.id },
        data: { dtsenVersion, confirmedBy: actor.userId, confirmedAt: at },
      })
      if (people > WRITTEN_AT_ONCE) return writeLater(tx, record, actor, file, people, at)
      const { written, overtaken } = await writeRows(tx, record, actor, file.id, at)
      return { id: file.id, written, overtaken, later: false }
    },
    { key, form: 'intake.confirm', at },
  )
}

type File = Awaited<ReturnType<typeof requireFile>>

async function writeLater(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  file: File,
  people: number,
  at: Date,
): Promise<Confirmed> {
  const jobRunId = uuidv7()
  await tx.jobRun.create({
    data: {
      id: jobRunId,
      kind: 'intake.write',
      subjectId: file.id,
      state: 'running',
      total: people,
      startedBy: actor.userId,
      createdAt: at,
    },
  })
  await tx.intakeFile.update({ where: { id: file.id }, data: { state: 'writing', jobRunId } })
  await enqueue(tx, 'intake.write', { fileId: file.id, actorId: actor.userId, at: at.toISOString() })
  record({
    kind: 'intake.confirmed',
    subject: { type: 'intake_file', id: file.id },
    ...of(file),
    facts: { people },
  })
  return { id: file.id, written: 0, overtaken: 0, later: true }
}

/** The job behind a large confirmation. Does nothing when the file was written meanwhile. */
export async function writeConfirmedFile(
  actor: Actor,
  { fileId }: { fileId: string },
  at: Date,
): Promise<void> {
  authorize(actor, 'intake.write')
  try {
    await write(actor, (tx, record) => writeRows(tx, record, actor, fileId, at), { at })
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'intake.already_written')) throw error
  }
}

async function writeRows(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  fileId: string,
  at: Date,
): Promise<{ written: number; overtaken: number }> {
  const file = await requireFile(tx, actor, fileId)
  if (file.state === 'written') refuse('intake.already_written', { people: file.writtenRows })
  const programme = await requireOpenProgramme(tx, file.programmeId)
  const target = { programmeId: programme.id, intakeFileId: file.id }
  let written = 0
  let overtaken = 0
  for (let after = 0; ; ) {
    const rows = await acceptedAfter(tx, file.id, after)
    const last = rows.at(-1)
    if (!last) break
    after = last.row
    const standing = await withoutOvertaken(tx, actor, programme, file.id, rows)
    const candidates = standing.map((row) => dated(row, file.dtsenVersion))
    const first = candidates.length > 0 ? await takeNumbers(tx, programme.id, candidates.length) : 0
    await insertCandidates(tx, record, actor, target, candidates, first, at)
    await record.flush()
    written += candidates.length
    overtaken += rows.length - standing.length
    if (file.jobRunId) await noteProgress(file.jobRunId, written)
  }
  await finish(tx, record, file, { written, overtaken })
  const { jobRunId } = file
  if (jobRunId) record.afterCommit(() => endProgress(jobRunId))
  return { written, overtaken }
}

async function acceptedAfter(tx: Transaction, fileId: string, after: number): Promise<KeptRow[]> {
  const rows = await tx.intakeRow.findMany({
    where: { fileId, rowNumber: { gt: after }, verdict: { in: ['accepted', 'warning'] } },
    orderBy: { rowNumber: 'asc' },
    take: ROWS_AT_ONCE,
  })
  return rows.map(openRow)
}

/** Rows that may still be written; one that somebody else registered since the check is rejected, with the reason kept. */
async function withoutOvertaken(
  tx: Transaction,
  actor: Actor,
  programme: Awaited<ReturnType<typeof requireOpenProgramme>>,
  fileId: string,
  rows: readonly KeptRow[],
): Promise<KeptRow[]> {
  const known = await findKnownMatches(
    tx,
    actor,
    programme,
    rows.map(({ values }) => ({ nik: values.nik, kk: values.kk })),
  )
  const rejected = rows.flatMap((row, position) => {
    const matches = known[position]
    const fresh = matches
      ? matchProblems(row.values, matches, programme).filter((problem) => problem.severity === 'error')
      : []
    return fresh.length > 0
      ? [{ ...row, problems: [...row.problems, ...fresh], verdict: verdictOf(fresh) }]
      : []
  })
  if (rejected.length > 0) await updateRows(tx, fileId, rejected)
  const gone = new Set(rejected.map((row) => row.row))
  return rows.filter((row) => !gone.has(row.row))
}

function dated(row: KeptRow, dtsenVersion: string | null): Candidate {
  const candidate = row.values as Candidate
  return candidate.decile !== null && candidate.dtsenVersion === null
    ? { ...candidate, dtsenVersion }
    : candidate
}

async function finish(
  tx: Transaction,
  record: Recorder,
  file: File,
  { written, overtaken }: { written: number; overtaken: number },
): Promise<void> {
  const byVerdict = await tx.intakeRow.groupBy({ by: ['verdict'], where: { fileId: file.id }, _count: true })
  const count = (verdict: string) => byVerdict.find((row) => row.verdict === verdict)?._count ?? 0
  await tx.intakeFile.update({
    where: { id: file.id },
    data: {
      state: 'written',
      writtenRows: written,
      acceptedRows: count('accepted'),
      warningRows: count('warning'),
      rejectedRows: count('rejected'),
      problems: { ...file.findings, overtaken },
    },
  })
  record({
    kind: 'intake.confirmed',
    subject: { type: 'intake_file', id: file.id },
    ...of(file),
    facts: { people: written, overtaken },
  })
}

function of(file: { programmeId: string; regencyCode: string | null }) {
  return { programmeId: file.programmeId, regencyCode: file.regencyCode ?? undefined }
}
