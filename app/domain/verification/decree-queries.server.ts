import { EXIT_STATUSES } from '~/domain/beneficiary/lifecycle'
import { registrationNumber } from '~/domain/beneficiary/registration-number'
import type { Actor } from '~/domain/shared/actor'
import { type Day, dayOfDate } from '~/domain/shared/day'
import { authorize, reachOf } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'

export type DecreeLine = {
  id: string
  number: string
  datedOn: Day
  subject: string
  persons: number
  totalRupiah: bigint
  amends: string | null
}

/** Decrees of the programme year, newest first, each with the number of the one it amends. */
export async function listDecrees(actor: Actor, programmeId: string): Promise<DecreeLine[]> {
  authorize(actor, 'decree.read')
  const decrees = await db.decree.findMany({
    where: { programmeId },
    orderBy: [{ datedOn: 'desc' }, { issuedAt: 'desc' }],
  })
  const numbers = new Map(decrees.map((decree) => [decree.id, decree.number]))
  return decrees.map(({ id, number, datedOn, subject, persons, totalRupiah, amendsId }) => ({
    id,
    number,
    datedOn: dayOfDate(datedOn),
    subject,
    persons,
    totalRupiah,
    amends: amendsId ? (numbers.get(amendsId) ?? null) : null,
  }))
}

export type NamedPerson = {
  id: string
  lineNumber: number
  action: 'added' | 'removed'
  name: string
  registrationNumber: string
  village: string
  district: string
  regencyCode: string
  ceilingRupiah: bigint
  status: string
}

type NamedRow = Omit<NamedPerson, 'registrationNumber'> & { number: number }

/** A decree with its lines in the actor's reach, and totals by regency. Refuses `not_found`. */
export async function getDecree(actor: Actor, id: string) {
  authorize(actor, 'decree.read')
  const decree = await db.decree.findUnique({ where: { id } })
  if (!decree) refuse('not_found')
  const { regencyCodes } = reachOf(actor, 'decree.read')
  const everywhere = regencyCodes === 'all'
  const [programme, amended, issuer, regions, rows] = await Promise.all([
    db.programme.findUnique({
      where: { id: decree.programmeId },
      select: { code: true, name: true, fiscalYear: true, status: true },
    }),
    decree.amendsId
      ? db.decree.findUnique({
          where: { id: decree.amendsId },
          select: { id: true, number: true, datedOn: true },
        })
      : null,
    db.userAccount.findUnique({ where: { id: decree.issuedBy }, select: { name: true } }),
    db.region.findMany({
      where: { level: 'regency' },
      select: { code: true, name: true },
      orderBy: { code: 'asc' },
    }),
    db.$queryRaw<NamedRow[]>`
      SELECT b.id, l.line_number AS "lineNumber", l.action, b.name, b.number, coalesce(v.name, '') AS village, coalesce(d.name, '') AS district,
             l.regency_code AS "regencyCode", l.ceiling_rupiah AS "ceilingRupiah", b.status
      FROM decree_line l JOIN beneficiary b ON b.id = l.beneficiary_id
      LEFT JOIN region v ON v.code = b.village_code LEFT JOIN region d ON d.code = b.district_code
      WHERE l.decree_id = ${id}::uuid AND (${everywhere} OR l.regency_code = ANY (${everywhere ? [] : [...regencyCodes]}::text[]))
      ORDER BY l.line_number`,
  ])
  const people = rows.map(({ number, ...row }) => ({
    ...row,
    registrationNumber: registrationNumber({
      programmeCode: programme?.code ?? '',
      regencyCode: row.regencyCode,
      number,
    }),
  }))
  return {
    id: decree.id,
    programmeId: decree.programmeId,
    programme,
    number: decree.number,
    datedOn: dayOfDate(decree.datedOn),
    subject: decree.subject,
    persons: decree.persons,
    totalRupiah: decree.totalRupiah,
    issuedBy: issuer?.name ?? '',
    issuedAt: decree.issuedAt,
    amends: amended ? { id: amended.id, number: amended.number, datedOn: dayOfDate(amended.datedOn) } : null,
    people,
    totals: totalsByRegency(people, regions),
  }
}

export type RegencyTotal = {
  code: string
  name: string
  added: number
  removed: number
  ceilingRupiah: bigint
}

function totalsByRegency(
  people: readonly NamedPerson[],
  regions: readonly { code: string; name: string }[],
): RegencyTotal[] {
  return regions.flatMap(({ code, name }) => {
    const here = people.filter((person) => person.regencyCode === code)
    const added = here.filter((person) => person.action === 'added')
    if (here.length === 0) return []
    const ceilingRupiah = added.reduce((sum, person) => sum + person.ceilingRupiah, 0n)
    return [{ code, name, added: added.length, removed: here.length - added.length, ceilingRupiah }]
  })
}

/** Regencies where somebody of an earlier decree has left and no amending decree says so yet. */
export async function listLeavers(
  actor: Actor,
  programmeId: string,
): Promise<{ id: string; regencyCode: string; name: string }[]> {
  authorize(actor, 'decree.write')
  return db.$queryRaw`
    SELECT b.id, l.regency_code AS "regencyCode", b.name FROM decree_line l JOIN beneficiary b ON b.id = l.beneficiary_id
    WHERE b.programme_id = ${programmeId}::uuid AND l.action = 'added' AND b.status = ANY (${[...EXIT_STATUSES]}::text[])
      AND NOT EXISTS (SELECT 1 FROM decree_line r WHERE r.beneficiary_id = l.beneficiary_id AND r.action = 'removed')
    ORDER BY l.regency_code, b.number`
}

/** The decree that named a person, for their page and papers; null before it. */
export async function findDecreeOf(
  beneficiaryId: string,
): Promise<{ id: string; number: string; datedOn: Day; ceilingRupiah: bigint } | null> {
  const line = await db.decreeLine.findFirst({ where: { beneficiaryId, action: 'added' } })
  if (!line) return null
  const decree = await db.decree.findUnique({
    where: { id: line.decreeId },
    select: { id: true, number: true, datedOn: true },
  })
  return decree ? { ...decree, datedOn: dayOfDate(decree.datedOn), ceilingRupiah: line.ceilingRupiah } : null
}
