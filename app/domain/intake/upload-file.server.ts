import { readFile } from 'node:fs/promises'
import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize, reachOf } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import { removeFile, storeFile } from '~/platform/files.server'
import { previewTable } from '~/platform/spreadsheet/read-table.server'
import { type TablePreview, TableProblem } from '~/platform/spreadsheet/table'
import { uuidv7 } from '~/platform/uuid.server'
import { startChecking } from './check-file.server'
import { planFile } from './file-plan.server'
import { needsMapping } from './import-columns'
import type { UploadInput } from './intake.form.server'
import { requireOpenProgramme } from './intake-file.server'

export type Upload = { name: string; path: string; size: number; sha256: string }

/** A file that is refused as a whole, as a refusal with its sentence beside the field. */
export function refuseTable(problem: TableProblem): Refusal {
  return new Refusal(`intake.${problem.code}`, problem.params, { kind: 'invalid', field: 'file' })
}

/**
 * Takes a file of candidates in: tells by its content what it is, finds its header, keeps it, and begins to check its rows
 * unless a person must first say what its columns mean. Refuses what no file may be (`intake.file_*`), a regency out of
 * reach, and `intake.programme_not_open`.
 */
export async function uploadIntakeFile(
  actor: Actor,
  input: UploadInput,
  upload: Upload,
  at: Date,
  key?: string,
): Promise<{ id: string; needsMapping: boolean }> {
  const regencyCode = regencyOfFile(actor, input.regencyCode)
  const bytes = await readFile(upload.path)
  const remembered = await rememberedHeaders(db)
  const plan = planFile(await preview(bytes), remembered)
  if (!plan) throw new Refusal('intake.file_no_header', {}, { kind: 'invalid', field: 'file' })
  const { formulaCell, reading, ...mapping } = plan
  if (formulaCell)
    throw new Refusal('intake.file_formula', { cell: formulaCell }, { kind: 'invalid', field: 'file' })
  const asks = needsMapping(reading)
  const stored = await storeFile(bytes)
  const id = uuidv7()
  try {
    const result = await write(
      actor,
      async (tx, record) => {
        const programme = await requireOpenProgramme(tx, input.programmeId)
        await tx.intakeFile.create({
          data: {
            id,
            programmeId: programme.id,
            regencyCode,
            fileName: upload.name.slice(0, 200),
            sha256: upload.sha256,
            storageKey: stored.key,
            sizeBytes: upload.size,
            state: asks ? 'mapping' : 'checking',
            mapping,
            uploadedBy: actor.userId,
            uploadedAt: at,
          },
        })
        record({
          kind: 'intake.uploaded',
          subject: { type: 'intake_file', id },
          programmeId: programme.id,
          regencyCode: regencyCode ?? undefined,
          facts: { sha256: upload.sha256, bytes: upload.size },
        })
        if (!asks)
          await startChecking(tx, record, actor, { id, sizeBytes: upload.size, plan: mapping, bytes }, at)
        return { id, needsMapping: asks }
      },
      { key, form: 'intake.upload', at },
    )
    if (result.id !== id) await removeFile(stored.key)
    return result
  } catch (error) {
    await removeFile(stored.key)
    throw error
  }
}

/** The regency a file is for: the one chosen, else the importer's only one; null for the whole province. */
export function regencyOfFile(actor: Actor, chosen: string | undefined): string | null {
  authorize(actor, 'intake.write', chosen)
  if (chosen) return chosen
  const { regencyCodes } = reachOf(actor, 'intake.write')
  if (regencyCodes === 'all') return null
  const [only, ...others] = regencyCodes
  return only && others.length === 0
    ? only
    : refuse('intake.choose_regency', {}, { kind: 'invalid', field: 'regencyCode' })
}

async function preview(bytes: Uint8Array): Promise<TablePreview> {
  try {
    return await previewTable(bytes)
  } catch (error) {
    throw error instanceof TableProblem ? refuseTable(error) : error
  }
}

export async function rememberedHeaders(
  reader: Pick<Transaction, 'rememberedHeader'>,
): Promise<Map<string, string>> {
  const rows = await reader.rememberedHeader.findMany({ select: { header: true, columnName: true } })
  return new Map(rows.map((row) => [row.header, row.columnName]))
}
