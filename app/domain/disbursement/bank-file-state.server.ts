import type { Transaction } from '~/domain/audit/write.server'
import { Refusal } from '~/domain/shared/refusal'

/** A bank file that was checked and neither posted nor discarded. Refuses `not_found` and `already_done`. */
export async function loadCheckedFile(tx: Transaction, fileId: string) {
  const file = await tx.bankFile.findUnique({ where: { id: fileId } })
  if (!file) throw new Refusal('not_found')
  if (file.state !== 'checked') throw new Refusal('already_done')
  return file
}

/** Who exported a batch whose payments the file tells about. */
export async function exportersOf(tx: Transaction, fileId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ user_id: string }[]>`
    SELECT DISTINCT b.exported_by AS user_id FROM bank_file_line l JOIN payment p ON p.id = l.payment_id JOIN batch b ON b.id = p.batch_id
    WHERE l.file_id = ${fileId}::uuid AND b.exported_by IS NOT NULL`
  return rows.map((row) => row.user_id)
}
