import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import { isLosingTouch, type Mark, ratePercent, reachesRequirement, tallyOf } from './attendance'
import { certificateNumber, ENROLLABLE } from './cohort'
import { coordinates, requireCohort, requireOpenCohort } from './reach.server'
import { ruleOf } from './tallies.server'

export type CandidateFilter = {
  search?: string | undefined
  sectorCode?: string | undefined
  districtCode?: string | undefined
  status?: string | undefined
  after?: string | undefined
}

export type Candidate = {
  id: string
  name: string
  number: number
  status: (typeof ENROLLABLE)[number]
  village: string
  district: string
  wishedSector: string | null
  onHold: boolean
  earlierResult: string | null
}

const PAGE = 50

/** People who may join a cohort, by name: decreed, or not passed elsewhere. */
export async function listCandidates(actor: Actor, cohortId: string, filter: CandidateFilter) {
  const cohort = await requireOpenCohort(db, actor, 'cohort.write', cohortId)
  const statuses =
    filter.status && (ENROLLABLE as readonly string[]).includes(filter.status)
      ? [filter.status]
      : [...ENROLLABLE]
  const [name, id] = cursorOf(filter.after)
  const like = filter.search ? `%${filter.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null
  const [rows, total] = await Promise.all([
    db.$queryRaw<(Candidate & { searchName: string })[]>`
      SELECT b.id, b.name, b.number, b.status, v.name AS village, d.name AS district, b.wished_sector AS "wishedSector", b.on_hold AS "onHold",
        b.search_name AS "searchName", (SELECT e.outcome_reason FROM enrolment e WHERE e.beneficiary_id = b.id ORDER BY e.enrolled_at DESC LIMIT 1) AS "earlierResult"
      FROM beneficiary b JOIN region v ON v.code = b.village_code LEFT JOIN region d ON d.code = b.district_code
      WHERE b.programme_id = ${cohort.programmeId}::uuid AND b.regency_code = ${cohort.regencyCode} AND b.status = ANY(${statuses}::text[])
        AND (${filter.sectorCode ?? null}::text IS NULL OR b.wished_sector = ${filter.sectorCode ?? null})
        AND (${filter.districtCode ?? null}::text IS NULL OR b.district_code = ${filter.districtCode ?? null})
        AND (${like}::text IS NULL OR b.search_name LIKE ${like})
        AND (${name ?? null}::text IS NULL OR (b.search_name, b.id) > (${name ?? null}, ${id ?? null}::uuid))
      ORDER BY b.search_name, b.id LIMIT ${PAGE + 1}`,
    db.statusBalance.aggregate({
      where: {
        programmeId: cohort.programmeId,
        regencyCode: cohort.regencyCode,
        status: { in: [...ENROLLABLE] },
      },
      _sum: { persons: true },
    }),
  ])
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  const [regency, districts, taken] = await Promise.all([
    db.region.findUnique({ where: { code: cohort.regencyCode }, select: { name: true } }),
    listDistricts(cohort.regencyCode),
    db.enrolment.count({ where: { cohortId, OR: [{ outcome: null }, { outcome: { not: 'left' } }] } }),
  ])
  return {
    cohort: { id: cohort.id, name: cohort.name, regency: regency?.name ?? cohort.regencyCode },
    districts,
    seats: Math.max(0, cohort.capacity - taken),
    rows: shown,
    waiting: total._sum.persons ?? 0,
    after: last ? cursorFor(last) : null,
  }
}

function cursorFor(row: { searchName: string; id: string }): string {
  return Buffer.from(JSON.stringify([row.searchName, row.id])).toString('base64url')
}

function cursorOf(cursor: string | undefined): [string, string] | [] {
  if (!cursor) return []
  const [name = '', id = ''] =
    Buffer.from(cursor, 'base64url')
      .toString()
      .match(/^\["(.*)","([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"\]$/)
      ?.slice(1) ?? []
  return id ? [name, id] : []
}

async function listDistricts(regencyCode: string): Promise<{ code: string; name: string }[]> {
  return db.region.findMany({
    where: { parentCode: regencyCode },
    orderBy: { name: 'asc' },
    select: { code: true, name: true },
  })
}

type MarkLine = {
  sessionId: string
  topic: string
  startsAt: Date
  endsAt: Date
  mark: Mark | null
  note: string | null
}

/** A person's place in a cohort: each session with its mark, the rate, and the trainers' words on a sector. */
export async function getEnrolment(actor: Actor, enrolmentId: string) {
  authorize(actor, 'attendance.read')
  const enrolment = await db.enrolment.findUnique({ where: { id: enrolmentId } })
  if (!enrolment) refuse('not_found')
  const cohort = await requireCohort(db, actor, 'attendance.read', enrolment.cohortId)
  const [person, programme, lines, recommendations, own] = await Promise.all([
    db.beneficiary.findUniqueOrThrow({
      where: { id: enrolment.beneficiaryId },
      select: { id: true, name: true, number: true, status: true, wishedSector: true, regencyCode: true },
    }),
    db.programme.findUniqueOrThrow({
      where: { id: cohort.programmeId },
      select: {
        code: true,
        name: true,
        attendancePercent: true,
        excusedLeaveDenominator: true,
        sectors: { select: { sectorCode: true } },
      },
    }),
    db.$queryRaw<MarkLine[]>`
      SELECT s.id AS "sessionId", s.topic, s.starts_at AS "startsAt", s.ends_at AS "endsAt", a.mark,
        (SELECT m.reason FROM attendance_mark m WHERE m.session_id = s.id AND m.enrolment_id = ${enrolment.id}::uuid ORDER BY m.id DESC LIMIT 1) AS note
      FROM training_session s LEFT JOIN attendance a ON a.session_id = s.id AND a.enrolment_id = ${enrolment.id}::uuid
      WHERE s.cohort_id = ${cohort.id}::uuid AND s.status = 'held' AND s.starts_at >= ${enrolment.enrolledAt}
        AND (${enrolment.endedAt}::timestamptz IS NULL OR s.starts_at < ${enrolment.endedAt})
      ORDER BY s.starts_at`,
    listRecommendations(enrolment.beneficiaryId),
    db.cohortTrainer.count({ where: { cohortId: cohort.id, userId: actor.userId } }),
  ])
  const rule = ruleOf(programme)
  const marks = lines.map((line) => line.mark)
  const tally = tallyOf(marks, rule)
  return {
    ...enrolment,
    person,
    cohort: { id: cohort.id, name: cohort.name, status: cohort.status, regencyCode: cohort.regencyCode },
    programme,
    lines,
    recommendations,
    tally,
    rate: ratePercent(tally),
    reaches: reachesRequirement(tally, rule),
    losingTouch: enrolment.endedAt === null && isLosingTouch(marks),
    mayWrite: coordinates(actor, cohort.regencyCode),
    isTrainer: own > 0 && actor.roles.some((held) => held.role === 'trainer'),
    certificate:
      enrolment.outcome === 'passed'
        ? certificateNumber(programme.code, person.regencyCode, person.number)
        : null,
  }
}

export type Recommendation = { sectorCode: string; note: string | null; trainer: string; recommendedAt: Date }

function listRecommendations(beneficiaryId: string): Promise<Recommendation[]> {
  return db.$queryRaw<Recommendation[]>`
    SELECT r.sector_code AS "sectorCode", r.note, u.name AS trainer, r.recommended_at AS "recommendedAt"
    FROM sector_recommendation r JOIN user_account u ON u.id = r.recommended_by
    WHERE r.beneficiary_id = ${beneficiaryId}::uuid ORDER BY r.recommended_at DESC, r.id DESC`
}

/** An enrolment that is still open, for ending it. */
export async function getEnrolmentToEnd(actor: Actor, enrolmentId: string) {
  authorize(actor, 'cohort.write')
  const enrolment = await db.enrolment.findUnique({ where: { id: enrolmentId } })
  if (!enrolment) refuse('not_found')
  const cohort = await requireOpenCohort(db, actor, 'cohort.write', enrolment.cohortId)
  if (enrolment.endedAt !== null) refuse('training.enrolment_ended')
  const person = await db.beneficiary.findUniqueOrThrow({
    where: { id: enrolment.beneficiaryId },
    select: { name: true, status: true },
  })
  return { id: enrolment.id, person, cohort: { id: cohort.id, name: cohort.name } }
}

/** A person of one of the trainer's own cohorts, for recommending a sector. */
export async function getOwnTrainee(actor: Actor, enrolmentId: string) {
  authorize(actor, 'recommendation.write')
  const enrolment = await getEnrolment(actor, enrolmentId)
  if (!enrolment.isTrainer) refuse('not_found')
  return enrolment
}
