import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Candidate, RowProblem, Verdict } from '../../app/domain/intake/candidate'
import type { DryRun, FileProblem } from '../../app/domain/intake/dry-run.server'
import type { Actor } from '../../app/domain/shared/actor'
import { type Answer, type Command, Declined, WrongUse } from './command'
import { withDatabase } from './with-database'

type Wanted = {
  file: string
  programme: string
  regency: string | undefined
  as: string
  dtsen: string | undefined
  commit: boolean
}

export const importFile: Command = {
  usage: '<file> --programme <code> [--regency 64.72] [--dtsen 2026T1] --as <e-mail> [--commit]',
  about: 'judges a file of candidates row by row; with --commit takes in those not rejected',
  words: 1,
  options: {
    programme: { type: 'string' },
    regency: { type: 'string' },
    dtsen: { type: 'string' },
    as: { type: 'string' },
    commit: { type: 'boolean' },
  },
  run: ({ values, words: [file = ''], tell }) => {
    const { programme, regency, dtsen, as, commit } = values
    if (typeof programme !== 'string' || typeof as !== 'string')
      throw new WrongUse('--programme <code> and --as <e-mail> are needed')
    const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
    const wanted = {
      file,
      programme,
      regency: text(regency),
      as,
      dtsen: text(dtsen),
      commit: commit === true,
    }
    return withDatabase({ share: true, tell }, () => importCandidates(wanted))
  },
}

async function importCandidates(wanted: Wanted): Promise<Answer> {
  const path = resolve(process.env.INIT_CWD ?? '.', wanted.file)
  const bytes = await readFile(path).catch(() => {
    throw new Declined(`${wanted.file} cannot be read`)
  })
  const { actingUser } = await import('../../app/domain/account/acting-user.server')
  const { dryRun } = await import('../../app/domain/intake/dry-run.server')
  const { db } = await import('../../app/platform/db.server')
  const actor = await actingUser({ email: wanted.as })
  const programme = await db.programme.findUnique({ where: { code: wanted.programme }, select: { id: true } })
  if (!programme) throw new Declined(`there is no programme ${wanted.programme}`)
  const input = {
    programmeId: programme.id,
    regencyCode: wanted.regency,
    dtsenVersion: await dtsenOf(wanted.dtsen),
  }
  const result = await dryRun(actor, input, bytes, new Date())
  if (wanted.commit && result.refusals.length === 0) await refuseBeforehand(result)
  const written =
    wanted.commit && result.refusals.length === 0 ? await commit(actor, input, { path, bytes }) : null
  return report(actor, result, written)
}

/** What a confirmation would refuse is refused before anything is kept. */
async function refuseBeforehand({ rows, undatedDeciles }: DryRun): Promise<void> {
  const { refuse } = await import('../../app/domain/shared/refusal')
  if (rows.every((row) => row.verdict === 'rejected')) refuse('intake.nothing_accepted')
  if (undatedDeciles > 0) refuse('intake.dtsen_version_needed')
}

async function dtsenOf(text: string | undefined): Promise<string | undefined> {
  if (text === undefined) return undefined
  const { parseDtsenVersion } = await import('../../app/domain/intake/import-row')
  return parseDtsenVersion(text) ?? Promise.reject(new WrongUse('--dtsen must be a version such as 2026T1'))
}

type Input = { programmeId: string; regencyCode: string | undefined; dtsenVersion: string | undefined }

/** The way of an upload: kept, checked, confirmed; also a large file without waiting for the portal's jobs. */
async function commit(
  actor: Actor,
  input: Input,
  { path, bytes }: { path: string; bytes: Buffer },
): Promise<number> {
  const { uploadIntakeFile } = await import('../../app/domain/intake/upload-file.server')
  const { checkIntakeFile } = await import('../../app/domain/intake/check-file.server')
  const { confirmIntakeFile, writeConfirmedFile } = await import(
    '../../app/domain/intake/confirm-file.server'
  )
  const { mapAsRead } = await import('../../app/domain/intake/map-columns.server')
  const { db } = await import('../../app/platform/db.server')
  const upload = {
    name: basename(path),
    path,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  const { id: fileId, needsMapping } = await uploadIntakeFile(actor, input, upload, new Date())
  if (needsMapping) await mapAsRead(actor, { fileId }, new Date())
  await checkIntakeFile(actor, { fileId }, new Date())
  const confirmed = await confirmIntakeFile(actor, { fileId, dtsenVersion: input.dtsenVersion }, new Date())
  if (confirmed.later) await writeConfirmedFile(actor, { fileId }, new Date())
  const file = await db.intakeFile.findUniqueOrThrow({ where: { id: fileId }, select: { writtenRows: true } })
  return file.writtenRows
}

async function report(actor: Actor, result: DryRun, written: number | null): Promise<Answer> {
  const { textsFor } = await import('../../app/platform/i18n.server')
  const { problemSentence } = await import('../../app/domain/intake/problem-sentence')
  const t = textsFor(actor.locale)
  const sentence = ({ code, params }: FileProblem) => t.find(`refusal.intake.${code}`, params) ?? code
  const counts = countsOf(result.rows.map((row) => row.verdict))
  const notes: FileProblem[] = [
    ...result.ignoredColumns.map((header) => ({ code: 'ignored_column', params: { headers: header } })),
    ...(result.undatedDeciles > 0
      ? [{ code: 'dtsen_version_needed', params: { rows: result.undatedDeciles } }]
      : []),
  ]
  const reasonOf = (note: FileProblem) =>
    note.code === 'ignored_column' ? (t.find('intake.ignored', note.params) ?? '') : sentence(note)
  const fileProblems = [
    ...result.refusals.map((one) => ({ ...one, reason: sentence(one), severity: 'error' as const })),
    ...notes.map((one) => ({ ...one, reason: reasonOf(one), severity: 'warning' as const })),
  ]
  const rows = result.rows.map((row) => ({
    row: row.row,
    verdict: row.verdict,
    values: storedValues(row.values),
    problems: row.problems.map((problem: RowProblem) => ({
      column: problem.column,
      value: problem.value,
      code: problem.code,
      severity: problem.severity,
      reason: problemSentence(problem, t),
    })),
  }))
  const lines = [
    ...fileProblems.map((problem) => problem.reason),
    `${counts.total} rows: ${counts.accepted} accepted, ${counts.warning} with a warning, ${counts.rejected} rejected.`,
    ...rows
      .flatMap((row) => row.problems.map((problem) => `row ${row.row}, ${problem.column}: ${problem.reason}`))
      .slice(0, 200),
    written === null ? 'Nothing was written.' : `${written} people were taken in.`,
  ]
  return {
    text: lines.join('\n'),
    data: { counts, written, fileProblems, rows },
    refused: result.refusals.length > 0,
  }
}

function countsOf(verdicts: readonly Verdict[]): Record<Verdict | 'total', number> {
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length
  return {
    total: verdicts.length,
    accepted: count('accepted'),
    warning: count('warning'),
    rejected: count('rejected'),
  }
}

/** Values under the names of the file's columns, as they would be stored. */
function storedValues(values: Partial<Candidate>): Record<string, string | number | null> {
  const named: Record<keyof Candidate, string> = {
    nik: 'nik',
    kk: 'no_kk',
    name: 'nama',
    birthPlace: 'tempat_lahir',
    birthDate: 'tanggal_lahir',
    sex: 'jenis_kelamin',
    address: 'alamat',
    rt: 'rt',
    rw: 'rw',
    villageCode: 'kode_wilayah',
    phone: 'telepon',
    bankCode: 'bank',
    accountNumber: 'no_rekening',
    accountName: 'nama_rekening',
    decile: 'desil',
    dtsenVersion: 'versi_dtsen',
    monthlyIncomeRupiah: 'pendapatan_bulanan',
    householdSize: 'jumlah_anggota',
    wishedSector: 'minat_sektor',
    note: 'catatan',
  }
  return Object.fromEntries(
    (Object.keys(values) as (keyof Candidate)[]).map((field) => {
      const value = values[field] ?? null
      return [named[field], field === 'monthlyIncomeRupiah' && value !== null ? Number(value) : value]
    }),
  )
}
