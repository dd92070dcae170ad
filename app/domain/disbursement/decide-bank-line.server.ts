import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { loadCheckedFile } from './bank-file-state.server'

export type DecideBankLine = { fileId: string; lineNumber: number }

/** Says of a line with an unknown reference that it is not ours, so that the file may be posted. Refuses `already_done`. */
export async function markNotOurs(
  actor: Actor,
  input: DecideBankLine,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'bankFile.post')
  return write(
    actor,
    async (tx, record) => {
      const file = await loadCheckedFile(tx, input.fileId)
      const changed = await tx.bankFileLine.updateMany({
        where: { fileId: file.id, lineNumber: input.lineNumber, verdict: 'unknown', outcome: null },
        data: { outcome: 'not_ours' },
      })
      if (changed.count !== 1) throw new Refusal('already_done')
      record({
        kind: 'bank_file.line_decided',
        subject: { type: 'bank_file', id: file.id },
        programmeId: file.programmeId,
        facts: { line: input.lineNumber, outcome: 'not_ours' },
      })
      return { id: file.id }
    },
    { key, form: 'bankFile.notOurs', at },
  )
}
