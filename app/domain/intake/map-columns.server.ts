import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import { readFile } from '~/platform/files.server'
import { startChecking } from './check-file.server'
import { type ColumnName, columnOf, headerKey, missingColumns } from './import-columns'
import type { MappingInput } from './intake.form.server'
import { requireFile } from './intake-file.server'

/**
 * Says what each column of a file means, remembers it for later files, and begins the check anew. Refuses
 * `intake.column_twice`, `intake.columns_missing`, and `intake.not_waiting` once the file was confirmed or cancelled.
 */
export async function mapIntakeColumns(
  actor: Actor,
  input: MappingInput,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'intake.write')
  return applyMapping(actor, input, at, { key, isAnswer: true })
}

async function applyMapping(
  actor: Actor,
  input: MappingInput,
  at: Date,
  { key, isAnswer }: { key?: string | undefined; isAnswer: boolean },
): Promise<{ id: string }> {
  return write(
    actor,
    async (tx, record) => {
      const file = await requireFile(tx, actor, input.fileId)
      if (file.state !== 'mapping' && file.state !== 'checked' && file.state !== 'refused')
        refuse('intake.not_waiting')
      const columns = answered(file.plan.headers, input)
      const missing = missingColumns(columns)
      if (missing.length > 0)
        refuse('intake.columns_missing', { columns: missing.join(', ') }, { kind: 'invalid' })
      const plan = { ...file.plan, columns, unknown: [] }
      await tx.intakeFile.update({
        where: { id: file.id },
        data: { state: 'checking', mapping: plan, jobRunId: null },
      })
      if (isAnswer) await remember(tx, actor, file.plan.headers, columns, at)
      record({
        kind: 'intake.mapped',
        subject: { type: 'intake_file', id: file.id },
        programmeId: file.programmeId,
        regencyCode: file.regencyCode ?? undefined,
        facts: { columns: columns.filter((column) => column !== null) },
      })
      await startChecking(
        tx,
        record,
        actor,
        { id: file.id, sizeBytes: file.sizeBytes, plan, bytes: await readFile(file.storageKey) },
        at,
      )
      return { id: file.id }
    },
    { key, form: 'intake.map', at },
  )
}

/** Takes the columns as they were recognised, without asking about headers that only look like one: for the command line. */
export async function mapAsRead(
  actor: Actor,
  { fileId }: { fileId: string },
  at: Date,
): Promise<{ id: string }> {
  authorize(actor, 'intake.write')
  const { plan } = await requireFile(db, actor, fileId)
  const columns = plan.columns.flatMap((column, position) => (column ? [{ position, column }] : []))
  return applyMapping(actor, { fileId, columns }, at, { isAnswer: false })
}

function answered(headers: readonly string[], { columns }: MappingInput): (ColumnName | null)[] {
  const byPosition = new Map(columns.map(({ position, column }) => [position, column]))
  const result = headers.map((_, position) => {
    const answer = byPosition.get(position)
    return answer === undefined || answer === '-' ? null : answer
  })
  const named = result.filter((column) => column !== null)
  const twice = named.find((column, index) => named.indexOf(column) !== index)
  if (twice) refuse('intake.column_twice', { column: twice }, { kind: 'invalid' })
  return result
}

/** Keeps the answers for headers that no synonym explains, also that one means nothing. */
async function remember(
  tx: Transaction,
  actor: Actor,
  headers: readonly string[],
  columns: readonly (ColumnName | null)[],
  at: Date,
): Promise<void> {
  const answers = new Map<string, string>()
  for (const [position, header] of headers.entries()) {
    const name = headerKey(header)
    if (name !== '' && columnOf(header) === null) answers.set(name, columns[position] ?? '-')
  }
  if (answers.size === 0) return
  await tx.$executeRaw`
    INSERT INTO remembered_header (header, column_name, answered_by, answered_at)
    SELECT header, column_name, ${actor.userId}::uuid, ${at} FROM unnest(${[...answers.keys()]}::text[], ${[...answers.values()]}::text[]) AS a (header, column_name)
    ON CONFLICT (header) DO UPDATE SET column_name = EXCLUDED.column_name, answered_by = EXCLUDED.answered_by, answered_at = EXCLUDED.answered_at`
}
