import type { Actor } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import type { DocumentKind } from './document'
import { namesOf } from './person-queries.server'
import { requirePerson } from './reach.server'

/** The documents of a person's file, newest first. Refuses `not_found` out of reach. */
export async function listDocuments(actor: Actor, beneficiaryId: string) {
  await requirePerson(db, actor, 'document.read', beneficiaryId)
  const rows = await db.caseDocument.findMany({
    where: { beneficiaryId, removedAt: null },
    select: {
      id: true,
      kind: true,
      fileName: true,
      mediaType: true,
      sizeBytes: true,
      takenAt: true,
      latitude: true,
      longitude: true,
      device: true,
      originalSha256: true,
      uploadedBy: true,
      uploadedAt: true,
    },
    orderBy: { uploadedAt: 'desc' },
  })
  const names = await namesOf(rows.map((row) => row.uploadedBy))
  return rows.map(({ uploadedBy, ...row }) => ({
    ...row,
    kind: row.kind as DocumentKind,
    uploadedBy: names.get(uploadedBy) ?? '–',
  }))
}

export type DocumentRow = Awaited<ReturnType<typeof listDocuments>>[number]

/** Where a document's bytes lie. Refuses `not_found` out of reach and for one that was removed. */
export async function getDocumentFile(actor: Actor, beneficiaryId: string, documentId: string) {
  await requirePerson(db, actor, 'document.read', beneficiaryId)
  const document = await db.caseDocument.findFirst({
    where: { id: documentId, beneficiaryId, removedAt: null },
    select: { id: true, fileName: true, mediaType: true, sizeBytes: true, storageKey: true, kind: true },
  })
  return document ?? refuse('not_found')
}
