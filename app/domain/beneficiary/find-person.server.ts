import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { lookupHashes } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { normalizeNik } from './nik'
import { peopleReach, reachWhere } from './reach.server'
import { parseRegistrationNumber } from './registration-number'

export type FoundPerson =
  | { found: 'person'; id: string }
  /** Registered, but not in the reader's reach: only the regency is told. */
  | { found: 'elsewhere'; regencyCode: string }
  | { found: 'nobody' }
  /** Not a number of a person: to be looked for by name. */
  | { found: 'name' }

const NIK = /^\d{16}$/

/** Finds a person by NIK or registration number, exactly. Refuses `not_allowed`. */
export async function findPerson(actor: Actor, programmeId: string, text: string): Promise<FoundPerson> {
  authorize(actor, 'person.read')
  const nik = normalizeNik(text)
  if (NIK.test(nik)) return byNik(actor, programmeId, nik)
  const parts = parseRegistrationNumber(text)
  if (parts) return byNumber(actor, parts)
  return { found: /^\d{8,}$/.test(nik) ? 'nobody' : 'name' }
}

async function byNik(actor: Actor, programmeId: string, nik: string): Promise<FoundPerson> {
  const hashes = lookupHashes('nik', nik)
  const rows = await db.identityHash.findMany({
    where: { kind: 'nik', programmeId, OR: hashes.map(({ keyId, hash }) => ({ keyId, hash })) },
    select: { beneficiaryId: true },
  })
  return reached(actor, rows[0]?.beneficiaryId)
}

async function byNumber(
  actor: Actor,
  { programmeCode, regencyCode, number }: { programmeCode: string; regencyCode: string; number: number },
): Promise<FoundPerson> {
  const programme = await db.programme.findUnique({ where: { code: programmeCode }, select: { id: true } })
  if (!programme) return { found: 'nobody' }
  const person = await db.beneficiary.findUnique({
    where: { programmeId_number: { programmeId: programme.id, number } },
    select: { id: true, regencyCode: true },
  })
  return person?.regencyCode === regencyCode ? reached(actor, person.id) : { found: 'nobody' }
}

async function reached(actor: Actor, id: string | undefined): Promise<FoundPerson> {
  if (!id) return { found: 'nobody' }
  const reach = await peopleReach(db, actor, 'person.read')
  const person = await db.beneficiary.findFirst({
    where: { AND: [{ id }, reachWhere(reach)] },
    select: { id: true },
  })
  if (person) return { found: 'person', id }
  const { regencyCode } = await db.beneficiary.findUniqueOrThrow({
    where: { id },
    select: { regencyCode: true },
  })
  return { found: 'elsewhere', regencyCode }
}
