import type { Actor } from '~/domain/shared/actor'
import { type Day, dayOfDate } from '~/domain/shared/day'
import { within } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import { regenciesInReach } from './queue-queries.server'

export type PeriodLine = {
  id: string
  regencyCode: string
  regency: string
  publishedOn: Day
  closesOn: Day
  persons: number
  objections: number
  unanswered: number
}

/** Published lists of the programme year in the actor's reach, newest first. */
export async function listPeriods(actor: Actor, programmeId: string): Promise<PeriodLine[]> {
  const reach = within(actor, 'verification.read')
  const periods = await db.objectionPeriod.findMany({
    where: { programmeId, ...reach },
    orderBy: [{ publishedAt: 'desc' }, { regencyCode: 'asc' }],
  })
  const { all } = await regenciesInReach(actor)
  const names = new Map(all.map((regency) => [regency.code, regency.name]))
  const counts = await db.$queryRaw<{ periodId: string; objections: number; unanswered: number }[]>`
    SELECT period_id AS "periodId", count(*)::int AS objections, count(*) FILTER (WHERE answered_at IS NULL)::int AS unanswered
    FROM objection WHERE period_id = ANY (${periods.map((period) => period.id)}::uuid[]) GROUP BY period_id`
  const counted = new Map(counts.map((row) => [row.periodId, row]))
  return periods.map((period) => ({
    id: period.id,
    regencyCode: period.regencyCode,
    regency: names.get(period.regencyCode) ?? period.regencyCode,
    publishedOn: dayOfDate(period.publishedOn),
    closesOn: dayOfDate(period.closesOn),
    persons: period.persons,
    objections: counted.get(period.id)?.objections ?? 0,
    unanswered: counted.get(period.id)?.unanswered ?? 0,
  }))
}

/** Regencies with verified people on no list yet, for the publication. */
export async function listUnpublished(
  actor: Actor,
  programmeId: string,
): Promise<{ code: string; name: string; persons: number }[]> {
  const { codes, all } = await regenciesInReach(actor)
  const rows = await db.$queryRaw<{ code: string; persons: number }[]>`
    SELECT b.regency_code AS code, count(*)::int AS persons FROM beneficiary b
    WHERE b.programme_id = ${programmeId}::uuid AND b.regency_code = ANY (${codes}::text[]) AND b.status = 'verified'
      AND NOT EXISTS (SELECT 1 FROM objection_period_entry e WHERE e.beneficiary_id = b.id)
    GROUP BY b.regency_code ORDER BY b.regency_code`
  const names = new Map(all.map((regency) => [regency.code, regency.name]))
  return rows.map((row) => ({ ...row, name: names.get(row.code) ?? row.code }))
}

/** One published list with its people and objections. Refuses `not_found` out of reach. */
export async function getPeriod(actor: Actor, id: string) {
  const period = await db.objectionPeriod.findFirst({ where: { id, ...within(actor, 'verification.read') } })
  if (!period) refuse('not_found')
  const [regency, programme, people, objections] = await Promise.all([
    db.region.findUnique({ where: { code: period.regencyCode }, select: { name: true } }),
    db.programme.findUnique({
      where: { id: period.programmeId },
      select: { code: true, name: true, fiscalYear: true },
    }),
    db.$queryRaw<
      { id: string; name: string; status: string; rank: number; village: string; district: string }[]
    >`
      SELECT b.id, b.name, b.status, e.rank, coalesce(v.name, '') AS village, coalesce(d.name, '') AS district
      FROM objection_period_entry e JOIN beneficiary b ON b.id = e.beneficiary_id
      LEFT JOIN region v ON v.code = b.village_code LEFT JOIN region d ON d.code = b.district_code
      WHERE e.period_id = ${id}::uuid ORDER BY e.rank`,
    db.objection.findMany({
      where: { periodId: id },
      orderBy: [{ answeredAt: { sort: 'asc', nulls: 'first' } }, { recordedAt: 'asc' }],
    }),
  ])
  const names = new Map(people.map((person) => [person.id, person.name]))
  return {
    id: period.id,
    programmeId: period.programmeId,
    programme,
    regencyCode: period.regencyCode,
    regency: regency?.name ?? period.regencyCode,
    publishedOn: dayOfDate(period.publishedOn),
    closesOn: dayOfDate(period.closesOn),
    people,
    objections: objections.map((objection) => ({
      ...objection,
      person: names.get(objection.beneficiaryId) ?? '',
      receivedOn: dayOfDate(objection.receivedOn),
    })),
  }
}
