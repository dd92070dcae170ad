import { createHash, randomUUID } from 'node:crypto'
import { readFile as readUpload } from 'node:fs/promises'
import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { removeFile, type StoredFile, storeFile } from '~/platform/files.server'
import { cleanPhoto, type PhotoFacts } from '~/platform/image.server'
import { DOCUMENT_MEGABYTES, type DocumentKind, documentName, type MediaType, mediaTypeOf } from './document'
import { requirePerson } from './reach.server'

export type AddDocument = {
  beneficiaryId: string
  kind: DocumentKind
  file: { name: string; path: string; size: number }
}

type Kept = StoredFile & PhotoFacts & { mediaType: MediaType; originalSha256: string | null }

const MEGABYTE = 1024 * 1024

/**
 * Keeps a document of a person's file: a PDF as it is, a photo without its metadata, with time, position and device in
 * fields of their own and the hash of the file as it came. Refuses `not_found` out of reach, and beside the file
 * `beneficiary.document_type` for anything but PDF, JPEG and PNG by content, `beneficiary.document_broken`,
 * `beneficiary.document_too_big`, and `beneficiary.document_known` where the same file is there already.
 */
export async function addDocument(
  actor: Actor,
  input: AddDocument,
  at: Date,
  key?: string,
): Promise<{ documentId: string }> {
  authorize(actor, 'document.write')
  const person = await requirePerson(db, actor, 'document.write', input.beneficiaryId)
  const kept = await keep(input)
  const id = randomUUID()
  try {
    const result = await write(
      actor,
      async (tx, record) => {
        const known = await tx.caseDocument.findFirst({
          where: {
            beneficiaryId: person.id,
            removedAt: null,
            kind: input.kind,
            OR: [
              { sha256: kept.sha256 },
              ...(kept.originalSha256 ? [{ originalSha256: kept.originalSha256 }] : []),
            ],
          },
          select: { id: true },
        })
        if (known) refuse('beneficiary.document_known', {}, { field: 'file' })
        const { key: storageKey, size: sizeBytes, ...facts } = kept
        const fileName = documentName(input.file.name, kept.mediaType)
        await tx.caseDocument.create({
          data: {
            id,
            beneficiaryId: person.id,
            kind: input.kind,
            fileName,
            storageKey,
            sizeBytes,
            ...facts,
            uploadedBy: actor.userId,
            uploadedAt: at,
          },
        })
        record({
          kind: 'document.added',
          subject: { type: 'document', id },
          beneficiaryId: person.id,
          programmeId: person.programmeId,
          regencyCode: person.regencyCode,
          facts: { kind: input.kind, sha256: kept.sha256, original: kept.originalSha256, bytes: sizeBytes },
          personal: { file: fileName },
        })
        return { documentId: id }
      },
      { key, form: 'document.add', at },
    )
    if (result.documentId !== id) await removeFile(kept.key)
    return result
  } catch (error) {
    await removeFile(kept.key)
    throw error
  }
}

async function keep({ file }: AddDocument): Promise<Kept> {
  if (file.size > DOCUMENT_MEGABYTES * MEGABYTE)
    refuse(
      'beneficiary.document_too_big',
      { megabytes: DOCUMENT_MEGABYTES },
      { kind: 'invalid', field: 'file' },
    )
  const original = await readUpload(file.path)
  const mediaType =
    mediaTypeOf(original) ?? refuse('beneficiary.document_type', {}, { kind: 'invalid', field: 'file' })
  if (mediaType === 'application/pdf') {
    if (!original.subarray(-2_048).includes('%%EOF'))
      refuse('beneficiary.document_broken', {}, { kind: 'invalid', field: 'file' })
    const stored = await storeFile(original)
    return {
      ...stored,
      mediaType,
      takenAt: null,
      latitude: null,
      longitude: null,
      device: null,
      originalSha256: createHash('sha256').update(original).digest('hex'),
    }
  }
  const photo =
    (await cleanPhoto(original, mediaType, env().OFFICE_TIMEZONE)) ??
    refuse('beneficiary.document_broken', {}, { kind: 'invalid', field: 'file' })
  const { bytes, ...facts } = photo
  return { ...(await storeFile(bytes)), mediaType, ...facts }
}
