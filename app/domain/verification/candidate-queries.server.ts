import { maskNik } from '~/domain/beneficiary/nik'
import { registrationNumber } from '~/domain/beneficiary/registration-number'
import { latestPovertyLine } from '~/domain/programme/poverty-queries.server'
import type { Actor } from '~/domain/shared/actor'
import { dayOfDate } from '~/domain/shared/day'
import { may, within } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { open } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { CHECKS, type Checklist, type Decision } from './evidence'
import { againstPovertyLine } from './priority'

export type VerificationRecord = {
  id: string
  decision: Decision
  visitedOn: string | null
  checklist: Checklist
  findings: string | null
  reason: string | null
  latitude: number | null
  longitude: number | null
  decidedBy: string
  decidedAt: Date
}

/** One candidate as a verifier needs to know them, numbers masked. Refuses `not_found` out of reach. */
export async function getCandidate(actor: Actor, id: string) {
  const reach = within(actor, 'verification.read')
  const person = await db.beneficiary.findFirst({ where: { id, ...reach } })
  if (!person) refuse('not_found')
  const [programme, places, names, photos, line, verifications, wished] = await Promise.all([
    db.programme.findUnique({ where: { id: person.programmeId }, select: { code: true } }),
    db.region.findMany({
      where: { code: { in: [person.villageCode, person.districtCode, person.regencyCode] } },
      select: { code: true, name: true },
    }),
    db.userAccount.findUnique({ where: { id: person.registeredBy }, select: { name: true } }),
    db.caseDocument.findMany({
      where: { beneficiaryId: id, removedAt: null, mediaType: { startsWith: 'image/' } },
      select: { id: true, kind: true, fileName: true, takenAt: true, uploadedAt: true },
      orderBy: { uploadedAt: 'desc' },
    }),
    latestPovertyLine(),
    listVerifications(id),
    person.wishedSector ? db.sector.findUnique({ where: { code: person.wishedSector } }) : null,
  ])
  const placeName = new Map(places.map((place) => [place.code, place.name]))
  return {
    id: person.id,
    name: person.name,
    status: person.status,
    regencyCode: person.regencyCode,
    registrationNumber: registrationNumber({
      programmeCode: programme?.code ?? '',
      regencyCode: person.regencyCode,
      number: person.number,
    }),
    nik: maskNik(open(person.nikEnc)),
    familyCard: maskNik(open(person.kkEnc)),
    birthDate: dayOfDate(person.birthDate),
    sex: person.sex,
    address: [person.address, person.rt && `RT ${person.rt}`, person.rw && `RW ${person.rw}`]
      .filter(Boolean)
      .join(', '),
    village: placeName.get(person.villageCode) ?? person.villageCode,
    district: placeName.get(person.districtCode) ?? person.districtCode,
    regency: placeName.get(person.regencyCode) ?? person.regencyCode,
    decile: person.decile,
    dtsenVersion: person.dtsenVersion,
    householdSize: person.householdSize,
    monthlyIncomeRupiah: person.monthlyIncomeRupiah,
    incomePerHeadRupiah: person.incomePerHeadRupiah,
    againstLine: againstPovertyLine(person.incomePerHeadRupiah, line?.lineRupiah ?? null),
    line,
    wishedSector: wished ? { id: wished.nameId, en: wished.nameEn } : null,
    note: person.note,
    registeredBy: names?.name ?? null,
    registeredAt: person.registeredAt,
    registeredItMyself: person.registeredBy === actor.userId,
    mayDecide: person.status === 'proposed' && may(actor, 'verification.decide', person.regencyCode),
    mayAddPhoto: may(actor, 'document.write', person.regencyCode),
    photos,
    verifications,
  }
}

/** Decisions about a person, newest first. */
export async function listVerifications(beneficiaryId: string): Promise<VerificationRecord[]> {
  const rows = await db.verification.findMany({ where: { beneficiaryId }, orderBy: { decidedAt: 'desc' } })
  const deciders = await db.userAccount.findMany({
    where: { id: { in: rows.map((row) => row.decidedBy) } },
    select: { id: true, name: true },
  })
  const names = new Map(deciders.map((user) => [user.id, user.name]))
  return rows.map((row) => ({
    ...row,
    decision: row.decision as Decision,
    visitedOn: row.visitedOn ? dayOfDate(row.visitedOn) : null,
    checklist: checklistOf(row.checklist),
    decidedBy: names.get(row.decidedBy) ?? row.decidedBy,
  }))
}

function checklistOf(kept: unknown): Checklist {
  const given = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  return Object.fromEntries(
    CHECKS.flatMap((check) => (typeof given[check] === 'boolean' ? [[check, given[check]]] : [])),
  )
}
