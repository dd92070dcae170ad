import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { requirePerson } from './reach.server'

export type RemoveDocument = { documentId: string; reason: string }

/**
 * Takes a document out of a person's file, with a reason; its row and its bytes stay for the auditors. Refuses
 * `not_found` out of reach, `already_done`, and `beneficiary.document_needed` for one that an heir stands on.
 */
export async function removeDocument(
  actor: Actor,
  input: RemoveDocument,
  at: Date,
  key?: string,
): Promise<{ beneficiaryId: string }> {
  authorize(actor, 'document.write')
  return write(
    actor,
    async (tx, record) => {
      const document =
        (await tx.caseDocument.findUnique({ where: { id: input.documentId } })) ?? refuse('not_found')
      const person = await requirePerson(tx, actor, 'document.write', document.beneficiaryId)
      const heir = await tx.heir.findFirst({
        where: { OR: [{ deathLetterDocument: document.id }, { heirDocument: document.id }] },
        select: { id: true },
      })
      if (heir) refuse('beneficiary.document_needed')
      const { count } = await tx.caseDocument.updateMany({
        where: { id: document.id, removedAt: null },
        data: { removedAt: at, removedBy: actor.userId },
      })
      if (count !== 1) refuse('already_done')
      record({
        kind: 'document.removed',
        subject: { type: 'document', id: document.id },
        beneficiaryId: person.id,
        programmeId: person.programmeId,
        regencyCode: person.regencyCode,
        facts: { kind: document.kind, sha256: document.sha256 },
        personal: { file: document.fileName, reason: input.reason },
      })
      return { beneficiaryId: person.id }
    },
    { key, form: 'document.remove', at },
  )
}
