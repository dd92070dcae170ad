import type { Actor } from '~/domain/shared/actor'
import { dayOfDate, isDay } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { db } from '~/platform/db.server'
import { isLosingTouch, ratePercent, reachesRequirement, type Tally, tallyOf } from './attendance'
import { whyNotClosable } from './cohort'
import { type Outcome, outcomeOf } from './outcomes'
import { coordinates, regencyReach, requireCohort, requireOpenCohort } from './reach.server'
import { marksOfCohort, ruleOf, sessionsOfCohort, sumTallies } from './tallies.server'
import { listTrainers, type Trainer } from './trainers.server'

export type CohortFilter = {
  search?: string | undefined
  regencyCode?: string | undefined
  status?: string | undefined
  sectorCode?: string | undefined
  after?: string | undefined
}

export type CohortRow = {
  id: string
  name: string
  venue: string
  regency: string
  status: string
  sectorCode: string | null
  capacity: number
  taken: number
  startsOn: string
  endsOn: string
  trainers: string
  sessions: number
  held: number
  toLog: number
  attended: number
  counted: number
}

const PAGE = 25

function cursorOf(cursor = ''): [day: string, id: string] | [] {
  const [, day = '', id = ''] = /^(.{10})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? []
  return isDay(day) ? [day, id] : []
}

/** Cohorts in reach, the latest to begin first: what the list of cohorts shows. */
export async function listCohorts(
  actor: Actor,
  filter: CohortFilter,
  at: Date,
): Promise<{ rows: CohortRow[]; total: number; after: string | null }> {
  authorize(actor, 'cohort.read')
  const codes = regencyReach(actor, 'cohort.read')
  const wide = codes === 'all' ? null : [...codes]
  const [day, id] = cursorOf(filter.after)
  const like = filter.search ? `%${filter.search.replace(/[\\%_]/g, '\\$&')}%` : null
  const rows = await db.$queryRaw<(CohortRow & { total: number })[]>`
    WITH found AS (
      SELECT c.* FROM cohort c
      WHERE (${wide}::text[] IS NULL OR c.regency_code = ANY(${wide}::text[])
          OR EXISTS (SELECT 1 FROM cohort_trainer t WHERE t.cohort_id = c.id AND t.user_id = ${actor.userId}::uuid))
        AND (${filter.regencyCode ?? null}::text IS NULL OR c.regency_code = ${filter.regencyCode ?? null})
        AND (${filter.status ?? null}::text IS NULL OR c.status = ${filter.status ?? null})
        AND (${filter.sectorCode ?? null}::text IS NULL OR c.sector_code = ${filter.sectorCode ?? null})
        AND (${like}::text IS NULL OR c.name ILIKE ${like} OR c.venue ILIKE ${like})
    ), shown AS (
      SELECT * FROM found WHERE ${day ?? null}::date IS NULL OR (starts_on, id) < (${day ?? null}::date, ${id ?? null}::uuid)
      ORDER BY starts_on DESC, id DESC LIMIT ${PAGE + 1}
    )
    SELECT c.id, c.name, c.venue, r.name AS regency, c.status, c.sector_code AS "sectorCode", c.capacity, c.starts_on::text AS "startsOn",
      c.ends_on::text AS "endsOn", (SELECT count(*) FROM found)::int AS total,
      (SELECT count(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.outcome IS DISTINCT FROM 'left')::int AS taken,
      coalesce((SELECT string_agg(u.name, ', ' ORDER BY u.name) FROM cohort_trainer t JOIN user_account u ON u.id = t.user_id WHERE t.cohort_id = c.id), '') AS trainers,
      s.sessions, s.held, s.to_log AS "toLog", m.attended, m.counted
    FROM shown c LEFT JOIN region r ON r.code = c.regency_code
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE status <> 'cancelled')::int AS sessions, count(*) FILTER (WHERE status = 'held')::int AS held,
        count(*) FILTER (WHERE status = 'planned' AND starts_at <= ${at})::int AS to_log FROM training_session WHERE cohort_id = c.id) s
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE a.mark IN ('present', 'late'))::int AS attended,
        count(*) FILTER (WHERE NOT (p.excused_leave_denominator AND coalesce(a.mark, '') IN ('excused', 'sick')))::int AS counted
      FROM enrolment e JOIN training_session ts ON ts.cohort_id = e.cohort_id AND ts.status = 'held' AND ts.starts_at >= e.enrolled_at
        AND (e.ended_at IS NULL OR ts.starts_at < e.ended_at)
      JOIN programme p ON p.id = c.programme_id LEFT JOIN attendance a ON a.session_id = ts.id AND a.enrolment_id = e.id
      WHERE e.cohort_id = c.id AND e.outcome IS DISTINCT FROM 'left') m
    ORDER BY c.starts_on DESC, c.id DESC`
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return { rows: shown, total: rows[0]?.total ?? 0, after: last ? `${last.startsOn}_${last.id}` : null }
}

export type PersonInCohort = {
  enrolmentId: string
  beneficiaryId: string
  name: string
  number: number
  status: string
  outcome: string | null
  outcomeReason: string | null
  tally: Tally
  rate: number | null
  reaches: boolean
  losingTouch: boolean
}

/** A cohort with its people and their rates, for its page and for closing it. */
export async function getCohort(actor: Actor, cohortId: string, at: Date) {
  const cohort = await requireCohort(db, actor, 'cohort.read', cohortId)
  const [programme, trainers, region, people, sessions] = await Promise.all([
    db.programme.findUniqueOrThrow({
      where: { id: cohort.programmeId },
      select: { code: true, name: true, attendancePercent: true, excusedLeaveDenominator: true },
    }),
    db.$queryRaw<{ id: string; name: string }[]>`
      SELECT u.id, u.name FROM cohort_trainer t JOIN user_account u ON u.id = t.user_id WHERE t.cohort_id = ${cohort.id}::uuid ORDER BY u.name`,
    db.region.findUnique({ where: { code: cohort.regencyCode }, select: { name: true } }),
    marksOfCohort(db, cohort.id),
    sessionsOfCohort(db, cohort.id, at),
  ])
  const rule = ruleOf(programme)
  const seated = people.filter((person) => person.outcome !== 'left')
  const open = people.filter((person) => person.endedAt === null)
  return {
    ...cohort,
    startsOn: dayOfDate(cohort.startsOn),
    endsOn: dayOfDate(cohort.endsOn),
    programme,
    trainers,
    regency: region?.name ?? cohort.regencyCode,
    taken: seated.length,
    rate: ratePercent(sumTallies(seated, rule)),
    sessions,
    mayWrite: coordinates(actor, cohort.regencyCode),
    isTrainer: trainers.some((trainer) => trainer.id === actor.userId),
    notClosable: whyNotClosable({ status: cohort.status, people: open.length, ...sessions }),
    people: people.map(({ marks, ...person }): PersonInCohort => {
      const tally = tallyOf(marks, rule)
      return {
        ...person,
        tally,
        rate: ratePercent(tally),
        reaches: reachesRequirement(tally, rule),
        losingTouch: person.endedAt === null && person.status === 'training' && isLosingTouch(marks),
      }
    }),
    endings: open.map((person): { enrolmentId: string; outcome: Outcome } => ({
      enrolmentId: person.enrolmentId,
      outcome: outcomeOf(person, rule).outcome,
    })),
  }
}

export type CohortPage = Awaited<ReturnType<typeof getCohort>>

/** The programme year a new cohort belongs to: the newest that is open; null where none is. */
export async function programmeForCohorts() {
  return db.programme.findFirst({
    where: { status: 'open' },
    orderBy: { fiscalYear: 'desc' },
    select: { id: true, name: true, sectors: { select: { sectorCode: true } } },
  })
}

/** The regencies in which the actor may set up cohorts, or reads them. */
export async function regenciesWithin(
  actor: Actor,
  deed: 'cohort.write' | 'cohort.read',
): Promise<{ code: string; name: string }[]> {
  authorize(actor, deed)
  const codes = regencyReach(actor, deed)
  return db.region.findMany({
    where: { level: 'regency', ...(codes === 'all' ? {} : { code: { in: [...codes] } }) },
    orderBy: { code: 'asc' },
    select: { code: true, name: true },
  })
}

/** Who may train a cohort that the actor sets up in this regency. */
export async function trainersFor(actor: Actor, regencyCode: string): Promise<Trainer[]> {
  authorize(actor, 'cohort.write', regencyCode)
  return listTrainers(db, regencyCode)
}

/** An open cohort with the choices for changing it. */
export async function getCohortToChange(actor: Actor, cohortId: string) {
  const cohort = await requireOpenCohort(db, actor, 'cohort.write', cohortId)
  const [trainers, chosen, sectors] = await Promise.all([
    listTrainers(db, cohort.regencyCode),
    db.cohortTrainer.findMany({ where: { cohortId }, select: { userId: true } }),
    db.programmeSector.findMany({ where: { programmeId: cohort.programmeId }, select: { sectorCode: true } }),
  ])
  return {
    cohort: { ...cohort, startsOn: dayOfDate(cohort.startsOn), endsOn: dayOfDate(cohort.endsOn) },
    trainers,
    chosen: chosen.map((trainer) => trainer.userId),
    offered: sectors.map((sector) => sector.sectorCode),
  }
}

/** A cohort with everybody who is still in it, sorted by how closing would end for them. */
export async function getCohortToClose(actor: Actor, cohortId: string, at: Date) {
  authorize(actor, 'cohort.write')
  await requireCohort(db, actor, 'cohort.write', cohortId)
  const { people, endings, ...cohort } = await getCohort(actor, cohortId, at)
  const endingWith = (outcome: Outcome) => {
    const ids = new Set(
      endings.filter((ending) => ending.outcome === outcome).map((ending) => ending.enrolmentId),
    )
    return people.filter((person) => ids.has(person.enrolmentId))
  }
  return {
    cohort,
    passed: endingWith('passed'),
    notPassed: endingWith('not_passed'),
    left: endingWith('left'),
  }
}
