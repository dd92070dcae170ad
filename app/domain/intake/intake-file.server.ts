import { z } from 'zod'
import type { Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { type Deed, reachOf } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { bulkRows } from '~/platform/bulk-rows.server'
import { open, seal } from '~/platform/crypto.server'
import type { Prisma } from '~/platform/db.server'
import type { Candidate, RowProblem, Verdict } from './candidate'
import type { DuplicatePolicy } from './duplicates'
import { type FilePlan, filePlan } from './file-plan.server'
import type { JudgedRow } from './judge-file.server'

export type IntakeState =
  | 'uploaded'
  | 'mapping'
  | 'checking'
  | 'checked'
  | 'writing'
  | 'written'
  | 'refused'
  | 'cancelled'

const findings = z.object({
  /** Why the whole file was refused. */
  refusal: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  /** Rows whose decile has no version of the register. */
  undatedDeciles: z.number().int(),
  /** Rows that somebody else registered between check and confirmation. */
  overtaken: z.number().int(),
})

export type FileFindings = z.output<typeof findings>
export const NO_FINDINGS: FileFindings = { refusal: null, undatedDeciles: 0, overtaken: 0 }

export function findingsOf(kept: unknown): FileFindings {
  return kept === null || kept === undefined ? NO_FINDINGS : findings.parse(kept)
}

/** Files an actor reaches: of their regencies, and those they brought themselves. */
export function filesInReach(actor: Actor, deed: Deed): Prisma.IntakeFileWhereInput {
  const { regencyCodes } = reachOf(actor, deed)
  if (regencyCodes === 'all') return {}
  return { OR: [{ regencyCode: { in: [...regencyCodes] } }, { uploadedBy: actor.userId }] }
}

/** A file the actor may work on, as it stands in this transaction. Refuses `not_found` out of reach. */
export async function requireFile(tx: Pick<Transaction, 'intakeFile'>, actor: Actor, fileId: string) {
  const file = await tx.intakeFile.findFirst({
    where: { AND: [{ id: fileId }, filesInReach(actor, 'intake.write')] },
  })
  if (!file) throw new Refusal('not_found')
  return {
    ...file,
    state: file.state as IntakeState,
    plan: planOf(file.mapping),
    findings: findingsOf(file.problems),
  }
}

export function planOf(mapping: unknown): FilePlan {
  return filePlan.parse(mapping)
}

/** The programme year of a file with what its checks need. Refuses `intake.programme_not_open`. */
export async function requireOpenProgramme(tx: Pick<Transaction, 'programme'>, programmeId: string) {
  const programme = await tx.programme.findUnique({
    where: { id: programmeId },
    select: {
      id: true,
      code: true,
      status: true,
      fiscalYear: true,
      earlierRecipients: true,
      sameFamilyCard: true,
    },
  })
  if (!programme) throw new Refusal('not_found')
  if (programme.status !== 'open') throw new Refusal('intake.programme_not_open', { code: programme.code })
  return { ...programme, ...(programme as unknown as DuplicatePolicy) }
}

/** A checked row as it is kept until the file is confirmed: values and problems name a person, so they are encrypted. */
export type KeptRow = {
  row: number
  index: number
  values: Partial<Candidate>
  problems: RowProblem[]
  verdict: Verdict
}

export async function insertRows(tx: Transaction, fileId: string, rows: readonly JudgedRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO intake_row (file_id, row_number, verdict, values_enc, problems)
    SELECT ${fileId}::uuid, row_number, verdict, values_enc, problems
    FROM jsonb_to_recordset(${bulkRows(rows.map(keptColumns))}::jsonb) AS r (row_number int, verdict text, values_enc bytea, problems jsonb)`
}

export async function updateRows(tx: Transaction, fileId: string, rows: readonly KeptRow[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE intake_row i SET verdict = r.verdict, values_enc = r.values_enc, problems = r.problems
    FROM jsonb_to_recordset(${bulkRows(rows.map(keptColumns))}::jsonb) AS r (row_number int, verdict text, values_enc bytea, problems jsonb)
    WHERE i.file_id = ${fileId}::uuid AND i.row_number = r.row_number`
}

function keptColumns({ row, verdict, index, values, problems }: KeptRow) {
  const codes = [...new Set(problems.map((problem) => problem.code))]
  return {
    row_number: row,
    verdict,
    values_enc: seal(JSON.stringify({ index, values, problems })),
    problems: codes,
  }
}

export function openRow(kept: { rowNumber: number; verdict: string; valuesEnc: Uint8Array }): KeptRow {
  const { index, values, problems } = JSON.parse(open(kept.valuesEnc)) as Pick<
    KeptRow,
    'index' | 'values' | 'problems'
  >
  return { row: kept.rowNumber, index, values, problems, verdict: kept.verdict as Verdict }
}
