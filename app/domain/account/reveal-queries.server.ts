import { registrationNumber } from '~/domain/beneficiary/registration-number'
import type { Actor } from '~/domain/shared/actor'
import { within } from '~/domain/shared/permissions'
import { db, type Prisma } from '~/platform/db.server'

const PAGE = 50

export type RevealFilter = { search?: string | undefined; after?: string | undefined }

/** Who had which personal number shown in full, newest first; the number itself stands nowhere in it. */
export async function listReveals(actor: Actor, { search, after }: RevealFilter) {
  const where: Prisma.AuditEventWhereInput = { kind: 'person.revealed', ...within(actor, 'reveal.log') }
  if (search) where.actorName = { contains: search.trim(), mode: 'insensitive' }
  if (after && /^\d{1,18}$/.test(after)) where.id = { lt: BigInt(after) }
  const found = await db.auditEvent.findMany({
    where,
    select: { id: true, at: true, actorName: true, beneficiaryId: true, regencyCode: true, facts: true },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const shown = found.slice(0, PAGE)
  const ids = shown.flatMap(({ beneficiaryId }) => beneficiaryId ?? [])
  const people = await db.beneficiary.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, regencyCode: true, programmeId: true },
  })
  const programmes = await db.programme.findMany({ select: { id: true, code: true } })
  const numberOf = (id: string | null) => {
    const person = people.find((one) => one.id === id)
    const programme = programmes.find((one) => one.id === person?.programmeId)
    return person && programme ? registrationNumber({ ...person, programmeCode: programme.code }) : null
  }
  const codes = shown.flatMap(({ regencyCode }) => regencyCode ?? [])
  const regions = await db.region.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true },
  })
  return {
    reveals: shown.map(({ id, facts, beneficiaryId, regencyCode, ...event }) => ({
      ...event,
      id: String(id),
      registrationNumber: numberOf(beneficiaryId),
      regencyName: regions.find((one) => one.code === regencyCode)?.name ?? null,
      field: factIn(facts, 'field'),
      reason: factIn(facts, 'reason'),
    })),
    after: found.length > PAGE ? String(shown.at(-1)?.id ?? '') : null,
  }
}

function factIn(facts: Prisma.JsonValue, name: string): string | null {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return null
  const value = facts[name]
  return typeof value === 'string' ? value : null
}
