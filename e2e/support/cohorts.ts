import type { Actor } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import type { Mark } from '~/domain/training/attendance'
import { createCohort } from '~/domain/training/create-cohort.server'
import { enrolPeople } from '~/domain/training/enrol-people.server'
import { logAttendance } from '~/domain/training/log-attendance.server'
import { planSessions } from '~/domain/training/plan-sessions.server'
import { meetingOn } from '~/domain/training/schedule'
import { db } from '~/platform/db.server'
import { anOpenYear, peopleAt, SAMARINDA, type TestPerson, type YearWanted } from './beneficiaries'
import { anActor } from './people'

export const BEGIN = new Date('2026-02-20T01:00:00Z')
export const LATER = new Date('2026-06-30T01:00:00Z')

export type TestCohort = {
  id: string
  programmeId: string
  coordinator: Actor
  trainer: Actor
  people: TestPerson[]
}

export type CohortWanted = YearWanted & { people?: number; capacity?: number; venue?: string }

/** An open cohort in Samarinda from March to May 2026 with its coordinator, its trainer and people enrolled. */
export async function aCohort(wanted: CohortWanted = {}): Promise<TestCohort> {
  const programme = await anOpenYear(wanted)
  const coordinator = await anActor('coordinator', SAMARINDA)
  const trainer = await anActor('trainer')
  const { id } = await createCohort(
    coordinator,
    {
      programmeId: programme.id,
      regencyCode: SAMARINDA,
      name: 'Angkatan Palaran',
      venue: wanted.venue ?? 'Balai Kelurahan Rawa Makmur',
      capacity: wanted.capacity ?? 30,
      trainerIds: [trainer.userId],
      startsOn: '2026-03-01',
      endsOn: '2026-05-31',
    },
    BEGIN,
  )
  const people = wanted.people ? await peopleAt('decreed', wanted.people, programme.id) : []
  if (people.length > 0)
    await enrolPeople(coordinator, { cohortId: id, beneficiaryIds: people.map((person) => person.id) }, BEGIN)
  return { id, programmeId: programme.id, coordinator, trainer, people }
}

/** Sessions on these days, 09.00 to 11.00, by the cohort's trainer. */
export async function sessionsOn(
  cohort: TestCohort,
  days: string[],
  venue = 'Balai Kelurahan Rawa Makmur',
): Promise<string[]> {
  const { ids } = await planSessions(
    cohort.coordinator,
    {
      cohortId: cohort.id,
      sessions: days.map((day) => ({
        ...meetingOn(day, '09:00', '11:00'),
        trainerId: cohort.trainer.userId,
        venue,
        topic: 'Pembukuan sederhana',
      })),
    },
    BEGIN,
  )
  return ids
}

export async function enrolmentOf(personId: string): Promise<string> {
  const enrolment = await db.enrolment.findFirst({
    where: { beneficiaryId: personId },
    orderBy: { enrolledAt: 'desc' },
  })
  return enrolment?.id ?? refuse('not_found')
}

/** Everybody present at a session, but for these people. */
export async function logSession(
  cohort: TestCohort,
  sessionId: string,
  exceptions: Record<string, Mark> = {},
): Promise<void> {
  const marks = await Promise.all(
    Object.entries(exceptions).map(async ([personId, mark]) => ({
      enrolmentId: await enrolmentOf(personId),
      mark,
    })),
  )
  await logAttendance(cohort.trainer, { sessionId, marks, everyoneElse: 'present' }, LATER)
}

export async function statusesOf(people: readonly TestPerson[]): Promise<string[]> {
  const rows = await db.beneficiary.findMany({
    where: { id: { in: people.map((person) => person.id) } },
    orderBy: { number: 'asc' },
    select: { status: true },
  })
  return rows.map((row) => row.status)
}
