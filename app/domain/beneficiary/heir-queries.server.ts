import type { Actor } from '~/domain/shared/actor'
import { open } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import type { HeirRelation } from './heir'
import { getPersonHead, namesOf } from './person-queries.server'
import { maskDigits } from './personal-number'
import { requirePerson } from './reach.server'

/** A deceased person's heir, if one is recorded, and the documents that may stand for it. Refuses `not_found` out of reach. */
export async function getHeir(actor: Actor, beneficiaryId: string) {
  await requirePerson(db, actor, 'exit.read', beneficiaryId)
  const [head, heir, documents] = await Promise.all([
    getPersonHead(actor, beneficiaryId),
    db.heir.findFirst({ where: { beneficiaryId } }),
    db.caseDocument.findMany({
      where: { beneficiaryId, removedAt: null, kind: { in: ['death_letter', 'heir_document'] } },
      select: { id: true, kind: true, fileName: true },
    }),
  ])
  const names = await namesOf([heir?.recordedBy ?? null, heir?.confirmedBy ?? null])
  return {
    head,
    documents,
    heir: heir && {
      id: heir.id,
      name: heir.name,
      nik: maskDigits(open(heir.nikEnc)),
      relation: heir.relation as HeirRelation,
      deathLetterDocument: heir.deathLetterDocument,
      heirDocument: heir.heirDocument,
      recordedBy: heir.recordedBy,
      recordedByName: names.get(heir.recordedBy) ?? '–',
      recordedAt: heir.recordedAt,
      confirmedByName: heir.confirmedBy ? (names.get(heir.confirmedBy) ?? '–') : null,
      confirmedAt: heir.confirmedAt,
    },
  }
}

export type HeirRow = NonNullable<Awaited<ReturnType<typeof getHeir>>['heir']>
