import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { exportersOf, loadCheckedFile } from './bank-file-state.server'

export type ConfirmBankFile = { fileId: string }

/**
 * An approver confirms a checked answer, so that whoever exported the batch may post it. Refuses
 * `disbursement.exporter_may_not_confirm` and `already_done`.
 */
export async function confirmBankFile(
  actor: Actor,
  input: ConfirmBankFile,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'bankFile.confirm')
  return write(
    actor,
    async (tx, record) => {
      const file = await loadCheckedFile(tx, input.fileId)
      if (file.confirmedBy) throw new Refusal('already_done')
      if ((await exportersOf(tx, file.id)).includes(actor.userId))
        throw new Refusal('disbursement.exporter_may_not_confirm')
      const changed = await tx.bankFile.updateMany({
        where: { id: file.id, state: 'checked', version: file.version },
        data: { confirmedBy: actor.userId, version: { increment: 1 } },
      })
      if (changed.count !== 1) throw new Refusal('changed_meanwhile')
      record({
        kind: 'bank_file.confirmed',
        subject: { type: 'bank_file', id: file.id },
        programmeId: file.programmeId,
        facts: { sha256: file.sha256 },
      })
      return { id: file.id }
    },
    { key, form: 'bankFile.confirm', at },
  )
}
