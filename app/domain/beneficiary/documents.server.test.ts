import { createHash } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { readFile } from '~/platform/files.server'
import { anOpenYear, BERAU, SAMARINDA } from '../../../e2e/support/beneficiaries'
import { useDatabase } from '../../../e2e/support/database'
import { proposedPeople } from '../../../e2e/support/named-people'
import { anActor } from '../../../e2e/support/people'
import { addDocument } from './add-document.server'
import { getDocumentFile, listDocuments } from './document-queries.server'
import { exportBytes } from './export-file.server'
import { exportPeople } from './export-people.server'
import { filterFrom } from './people-filter'
import { getPersonSummary } from './person-queries.server'
import { removeDocument } from './remove-document.server'
import { revealNumber } from './reveal-number.server'
import { listTrail } from './trail.server'

useDatabase()

const at = new Date('2026-06-01T02:00:00Z')

async function upload(name: string, bytes: Buffer) {
  const path = join(await mkdtemp(join(tmpdir(), 'berdaya-test-')), 'upload')
  await writeFile(path, bytes)
  return { name, path, size: bytes.length }
}

/** A photo as a phone takes it: in Samarinda, on 3 March 2026 at 10.15 local time, lying on its side. */
function photo(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 20, channels: 3, background: 'teal' } })
    .withExif({
      IFD0: { Make: 'Samsung', Model: 'SM-A155F' },
      IFD2: { DateTimeOriginal: '2026:03:03 10:15:00' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '0/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '117/1 9/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

async function scene() {
  const { id } = await anOpenYear()
  const [person] = await proposedPeople(id, [{ name: 'Siti Aminah', nik: '6472014101880001' }])
  return {
    programmeId: id,
    beneficiaryId: person?.id ?? '',
    coordinator: await anActor('coordinator', SAMARINDA),
  }
}

describe('a document', () => {
  it('that is a photo gives up its time, position and device, and keeps none of them in its bytes', async () => {
    const { beneficiaryId, coordinator } = await scene()
    const original = await photo()
    const { documentId } = await addDocument(
      coordinator,
      { beneficiaryId, kind: 'home_visit', file: await upload('IMG_001.JPG', original) },
      at,
    )
    const [kept] = await listDocuments(coordinator, beneficiaryId)
    expect(kept).toMatchObject({
      fileName: 'IMG_001.jpg',
      mediaType: 'image/jpeg',
      takenAt: new Date('2026-03-03T02:15:00Z'),
      latitude: -0.5,
      longitude: 117.15,
      device: 'Samsung SM-A155F',
      originalSha256: createHash('sha256').update(original).digest('hex'),
    })
    const { storageKey } = await getDocumentFile(coordinator, beneficiaryId, documentId)
    const bytes = await readFile(storageKey)
    const { exif, width, height } = await sharp(bytes).metadata()
    expect({ exif, width, height, named: bytes.includes('Samsung') }).toEqual({
      exif: undefined,
      width: 20,
      height: 40,
      named: false,
    })
  })

  it('is judged by its content and refused when broken or known', async () => {
    const { beneficiaryId, coordinator } = await scene()
    const add = async (name: string, bytes: Buffer) =>
      addDocument(coordinator, { beneficiaryId, kind: 'ktp', file: await upload(name, bytes) }, at)
    await expect(add('ktp.jpg', Buffer.from('MZ not a picture'))).rejects.toMatchObject({
      code: 'beneficiary.document_type',
      field: 'file',
    })
    await expect(add('ktp.pdf', Buffer.from('<svg onload=alert(1)>'))).rejects.toMatchObject({
      code: 'beneficiary.document_type',
    })
    await expect(add('ktp.jpg', (await photo()).subarray(0, 200))).rejects.toMatchObject({
      code: 'beneficiary.document_broken',
    })
    await expect(add('ktp.pdf', Buffer.from('%PDF-1.7 cut'))).rejects.toMatchObject({
      code: 'beneficiary.document_broken',
    })
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
    await add('ktp.pdf', pdf)
    await expect(add('again.pdf', pdf)).rejects.toMatchObject({ code: 'beneficiary.document_known' })
    expect(await db.caseDocument.count()).toBe(1)
  })

  it('is out of reach for others and gone from the page once removed, though its row stays', async () => {
    const { beneficiaryId, coordinator } = await scene()
    const { documentId } = await addDocument(
      coordinator,
      {
        beneficiaryId,
        kind: 'photo',
        file: await upload(
          'a.png',
          await sharp({ create: { width: 5, height: 5, channels: 3, background: 'red' } })
            .png()
            .toBuffer(),
        ),
      },
      at,
    )
    await expect(
      getDocumentFile(await anActor('verifier', BERAU), beneficiaryId, documentId),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(listDocuments(await anActor('trainer'), beneficiaryId)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await removeDocument(coordinator, { documentId, reason: 'Salah orang' }, at)
    expect(await listDocuments(coordinator, beneficiaryId)).toEqual([])
    await expect(
      removeDocument(coordinator, { documentId, reason: 'Salah orang' }, at),
    ).rejects.toMatchObject({ code: 'already_done' })
    expect(await db.caseDocument.findUnique({ where: { id: documentId } })).toMatchObject({
      removedBy: coordinator.userId,
    })
  })
})

describe('personal numbers', () => {
  it('come masked, and revealing one is an event that says why', async () => {
    const { beneficiaryId, coordinator } = await scene()
    expect(await getPersonSummary(coordinator, beneficiaryId, at)).toMatchObject({
      nik: '************0001',
      phone: '+62*******7890',
      income: { monthlyRupiah: 1_200_000n },
    })
    expect(
      await revealNumber(coordinator, { beneficiaryId, number: 'nik', purpose: 'Mencocokkan KTP' }, at),
    ).toEqual({ value: '6472014101880001' })
    const { entries } = await listTrail(coordinator, beneficiaryId, null)
    expect(entries[0]).toMatchObject({
      kind: 'person.revealed',
      facts: { number: 'nik' },
      personal: { purpose: 'Mencocokkan KTP' },
    })
    expect(JSON.stringify(await db.submission.findMany())).not.toContain('6472014101880001')
    await expect(
      revealNumber(
        await anActor('companion', SAMARINDA),
        { beneficiaryId, number: 'nik', purpose: 'Ingin tahu' },
        at,
      ),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(
      revealNumber(
        await anActor('verifier', BERAU),
        { beneficiaryId, number: 'nik', purpose: 'Ingin tahu' },
        at,
      ),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('stay masked in an export, which is an event; roles without income get no income', async () => {
    const { programmeId, coordinator, beneficiaryId } = await scene()
    const input = {
      programmeId,
      format: 'csv' as const,
      filter: filterFrom(new URLSearchParams('cari=aminah')),
    }
    expect(await exportPeople(coordinator, input, at)).toMatchObject({ atOnce: true })
    const chunks: Uint8Array[] = []
    for await (const chunk of await exportBytes(coordinator, input)) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    expect(text).toContain('************0001')
    expect(text).not.toContain('6472014101880001')
    expect(await db.auditEvent.findFirst({ where: { kind: 'person.exported' } })).toMatchObject({
      facts: { people: 1, byName: true, filter: '' },
    })
    await expect(exportPeople(await anActor('treasurer'), input, at)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    expect((await getPersonSummary(await anActor('treasurer'), beneficiaryId, at)).income).toBeNull()
    expect((await getPersonSummary(await anActor('treasurer'), beneficiaryId, at)).birth).toBeNull()
  })
})
