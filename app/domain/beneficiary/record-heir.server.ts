import { randomUUID } from 'node:crypto'
import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { seal } from '~/platform/crypto.server'
import type { HeirRelation } from './heir'
import { requirePerson } from './reach.server'

export type RecordHeir = {
  beneficiaryId: string
  name: string
  nik: string
  relation: HeirRelation
  deathLetterDocument: string
  heirDocument: string
}

/**
 * Records who inherits what a deceased person was still to receive, with death letter and heir document. Refuses
 * `not_found` out of reach, `beneficiary.heir_only_after_death`, `beneficiary.heir_exists`, and
 * `beneficiary.heir_documents` where a document is missing or is not of this person.
 */
export async function recordHeir(
  actor: Actor,
  input: RecordHeir,
  at: Date,
  key?: string,
): Promise<{ heirId: string }> {
  authorize(actor, 'exit.propose')
  return write(
    actor,
    async (tx, record) => {
      const person = await requirePerson(tx, actor, 'exit.propose', input.beneficiaryId)
      if (person.status !== 'deceased') refuse('beneficiary.heir_only_after_death', { name: person.name })
      if (await tx.heir.findFirst({ where: { beneficiaryId: person.id } }))
        refuse('beneficiary.heir_exists', { name: person.name })
      await requireHeirDocuments(tx, input)
      const id = randomUUID()
      const { name, relation, deathLetterDocument, heirDocument } = input
      await tx.heir.create({
        data: {
          id,
          beneficiaryId: person.id,
          name,
          nikEnc: seal(input.nik),
          relation,
          deathLetterDocument,
          heirDocument,
          recordedBy: actor.userId,
          recordedAt: at,
        },
      })
      record({
        kind: 'heir.recorded',
        subject: { type: 'heir', id },
        beneficiaryId: person.id,
        programmeId: person.programmeId,
        regencyCode: person.regencyCode,
        facts: { relation, deathLetter: deathLetterDocument, heirDocument },
        personal: { name },
      })
      return { heirId: id }
    },
    { key, form: 'heir.record', at },
  )
}

async function requireHeirDocuments(
  tx: Transaction,
  { beneficiaryId, deathLetterDocument, heirDocument }: RecordHeir,
): Promise<void> {
  const found = await tx.caseDocument.findMany({
    where: { id: { in: [deathLetterDocument, heirDocument] }, beneficiaryId, removedAt: null },
    select: { id: true, kind: true },
  })
  const kindOf = (id: string) => found.find((document) => document.id === id)?.kind
  if (kindOf(deathLetterDocument) !== 'death_letter' || kindOf(heirDocument) !== 'heir_document')
    refuse('beneficiary.heir_documents')
}
