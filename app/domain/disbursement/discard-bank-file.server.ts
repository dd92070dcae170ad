import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { loadCheckedFile } from './bank-file-state.server'

export type DiscardBankFile = { fileId: string }

/** Puts a checked answer away without posting it; a corrected file may follow. Refuses `already_done`. */
export async function discardBankFile(
  actor: Actor,
  input: DiscardBankFile,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'bankFile.post')
  return write(
    actor,
    async (tx, record) => {
      const file = await loadCheckedFile(tx, input.fileId)
      const changed = await tx.bankFile.updateMany({
        where: { id: file.id, state: 'checked', version: file.version },
        data: { state: 'discarded', version: { increment: 1 } },
      })
      if (changed.count !== 1) throw new Refusal('changed_meanwhile')
      record({
        kind: 'bank_file.discarded',
        subject: { type: 'bank_file', id: file.id },
        programmeId: file.programmeId,
        facts: { sha256: file.sha256 },
      })
      return { id: file.id }
    },
    { key, form: 'bankFile.discard', at },
  )
}
