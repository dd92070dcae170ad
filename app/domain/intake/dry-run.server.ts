import type { Actor } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'
import { previewTable } from '~/platform/spreadsheet/read-table.server'
import { TableProblem } from '~/platform/spreadsheet/table'
import { planFile } from './file-plan.server'
import type { UploadInput } from './intake.form.server'
import { requireOpenProgramme } from './intake-file.server'
import { type JudgedRow, judgeFile, NumericColumn, withLate } from './judge-file.server'
import { regencyOfFile, rememberedHeaders } from './upload-file.server'

export type FileProblem = { code: string; params: Record<string, string | number> }

export type DryRun = {
  /** Why the file as a whole cannot be taken in; then there are no rows. */
  refusals: FileProblem[]
  ignoredColumns: string[]
  undatedDeciles: number
  rows: JudgedRow[]
}

/**
 * Judges a file without keeping anything, for the command line: the same reading and the same rules as an upload. Refuses
 * what an upload refuses of the actor and the programme; what is wrong with the file stands in `refusals`.
 */
export async function dryRun(
  actor: Actor,
  input: UploadInput & { dtsenVersion?: string | undefined },
  bytes: Uint8Array,
  at: Date,
): Promise<DryRun> {
  const regencyCode = regencyOfFile(actor, input.regencyCode)
  const programme = await requireOpenProgramme(db, input.programmeId)
  try {
    const plan = planFile(await previewTable(bytes), await rememberedHeaders(db))
    if (!plan) return refused({ code: 'file_no_header', params: {} })
    if (plan.formulaCell) return refused({ code: 'file_formula', params: { cell: plan.formulaCell } })
    if (plan.reading.missing.length > 0)
      return refused({ code: 'columns_missing', params: { columns: plan.reading.missing.join(', ') } })
    const rows: JudgedRow[] = []
    const task = { actor, programme, regencyCode, dtsenVersion: input.dtsenVersion ?? null, plan, bytes, at }
    for await (const judged of judgeFile(db, task)) {
      rows.push(...judged.rows)
      for (const late of judged.late) {
        const earlier = rows[late.row - 1]
        if (earlier) rows[late.row - 1] = withLate(earlier, [late])
      }
    }
    if (rows.length === 0) return refused({ code: 'file_empty', params: {} })
    const undated = rows.filter(
      ({ verdict, values }) => verdict !== 'rejected' && values.decile && !values.dtsenVersion,
    )
    return {
      refusals: [],
      ignoredColumns: plan.unknown.map((one) => one.header),
      undatedDeciles: undated.length,
      rows,
    }
  } catch (error) {
    if (error instanceof TableProblem) return refused({ code: error.code, params: error.params })
    if (error instanceof NumericColumn)
      return refused({ code: 'file_numeric_column', params: { column: error.column } })
    throw error
  }
}

function refused(problem: FileProblem): DryRun {
  return { refusals: [problem], ignoredColumns: [], undatedDeciles: 0, rows: [] }
}
