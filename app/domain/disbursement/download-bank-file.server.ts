import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { bankFileOf } from './bank-file-out.server'
import { loadBatch } from './batch-lines.server'

export type DownloadBankFile = { batchId: string }
export type Download = { fileName: string; text: string }

/**
 * Gives the file of an exported batch, byte for byte the exported one, and notes that it was taken; from the second
 * time on as a copy, which its name says. Refuses `disbursement.batch_moved_on` before the export.
 */
export async function downloadBankFile(actor: Actor, input: DownloadBankFile, at: Date): Promise<Download> {
  authorize(actor, 'batch.export')
  return write(
    actor,
    async (tx, record) => {
      const batch = await loadBatch(tx, input.batchId, ['exported', 'settled'])
      const file = await bankFileOf(tx, batch.id, batch.programme.fiscalYear)
      if (file.sha256 !== batch.exportSha256)
        throw new Error(`the file of batch ${batch.id} is no longer the exported one`)
      const earlier = await tx.auditEvent.count({
        where: {
          subjectType: 'batch',
          subjectId: batch.id,
          kind: { in: ['batch.downloaded', 'batch.downloaded_again'] },
        },
      })
      record({
        kind: earlier === 0 ? 'batch.downloaded' : 'batch.downloaded_again',
        subject: { type: 'batch', id: batch.id },
        programmeId: batch.programmeId,
        facts: { copy: earlier, sha256: file.sha256 },
      })
      const copy = earlier === 0 ? '' : `-salinan-${earlier}`
      return { fileName: `${batch.programme.code}-batch-${batch.number}${copy}.csv`, text: file.text }
    },
    { at },
  )
}
