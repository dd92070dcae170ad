import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { removeFile } from '~/platform/files.server'
import { requireFile } from './intake-file.server'

/**
 * Drops a file that was not confirmed: its rows and the file itself are removed, only the fact that it was there stays.
 * Refuses `intake.not_waiting` once it was confirmed or cancelled.
 */
export async function cancelIntakeFile(
  actor: Actor,
  { fileId }: { fileId: string },
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'intake.write')
  return write(
    actor,
    async (tx, record) => {
      const file = await requireFile(tx, actor, fileId)
      if (!['mapping', 'checking', 'checked', 'refused'].includes(file.state)) refuse('intake.not_waiting')
      await tx.$executeRaw`DELETE FROM intake_row WHERE file_id = ${fileId}::uuid`
      await tx.intakeFile.update({ where: { id: fileId }, data: { state: 'cancelled' } })
      record({
        kind: 'intake.cancelled',
        subject: { type: 'intake_file', id: fileId },
        programmeId: file.programmeId,
        regencyCode: file.regencyCode ?? undefined,
      })
      record.afterCommit(() => removeFile(file.storageKey))
      return { id: fileId }
    },
    { key, form: 'intake.cancel', at },
  )
}
