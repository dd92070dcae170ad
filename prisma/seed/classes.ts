import type { Actor } from '~/domain/shared/actor'
import type { Mark } from '~/domain/training/attendance'
import { closeCohort } from '~/domain/training/close-cohort.server'
import { createCohort } from '~/domain/training/create-cohort.server'
import { enrolPeople } from '~/domain/training/enrol-people.server'
import { logAttendance } from '~/domain/training/log-attendance.server'
import { planSessions } from '~/domain/training/plan-sessions.server'
import { recommendSectors } from '~/domain/training/recommend-sectors.server'
import { meetingOn } from '~/domain/training/schedule'
import { db } from '~/platform/db.server'
import type { Calendar } from './calendar'
import type { Dice } from './random'

const SLOTS = [
  ['08:00', '10:00'],
  ['10:15', '12:15'],
  ['13:30', '15:30'],
  ['15:45', '17:45'],
] as const

const TOPICS = [
  'Pembukaan dan tujuan usaha',
  'Bahan, alat dan keamanan kerja',
  'Praktik produksi I',
  'Praktik produksi II',
  'Menghitung modal dan harga jual',
  'Pembukuan sederhana',
  'Kemasan, izin dan pemasaran',
  'Menyusun rencana usaha',
] as const

export type Wave = {
  label: string
  /** Day of the first session, counted back from today, and days between two sessions. */
  firstDaysAgo: number
  everyDays: number
  enrolledDaysAgo: number
}

export type ClassOfPeople = {
  programmeId: string
  regencyCode: string
  regencyName: string
  people: string[]
  slot: number
  number: number
}

export type Staff = { coordinator: Actor; trainer: Actor }

/** A cohort with its schedule and its people; sessions may lie ahead of today. */
export async function holdClass(
  calendar: Calendar,
  staff: Staff,
  wave: Wave,
  wanted: ClassOfPeople,
): Promise<{ cohortId: string; sessionIds: string[] }> {
  const days = TOPICS.map((_, index) => calendar.day(wave.firstDaysAgo - index * wave.everyDays))
  const venue = `Balai Latihan ${wanted.regencyName} ${wanted.slot + 1}`
  const { id: cohortId } = await createCohort(
    staff.coordinator,
    {
      programmeId: wanted.programmeId,
      regencyCode: wanted.regencyCode,
      name: `Angkatan ${wanted.number} ${wanted.regencyName}`,
      venue,
      capacity: 30,
      trainerIds: [staff.trainer.userId],
      startsOn: days[0] ?? calendar.today,
      endsOn: days.at(-1) ?? calendar.today,
    },
    calendar.at(wave.enrolledDaysAgo + 3),
  )
  const [from, to] = SLOTS[wanted.slot % SLOTS.length] ?? SLOTS[0]
  const sessions = days.map((day, index) => ({
    ...meetingOn(day, from, to),
    trainerId: staff.trainer.userId,
    venue,
    topic: TOPICS[index] ?? TOPICS[0],
  }))
  const { ids } = await planSessions(
    staff.coordinator,
    { cohortId, sessions },
    calendar.at(wave.enrolledDaysAgo + 2),
  )
  await enrolPeople(
    staff.coordinator,
    { cohortId, beneficiaryIds: wanted.people },
    calendar.at(wave.enrolledDaysAgo),
  )
  return { cohortId, sessionIds: ids }
}

/** Logs the sessions that are over; `absent` people miss most of them, others now and then. */
export async function logPastSessions(
  calendar: Calendar,
  dice: Dice,
  trainer: Actor,
  cohortId: string,
  { oftenAbsent, leaveOut = 0 }: { oftenAbsent: ReadonlySet<string>; leaveOut?: number },
): Promise<void> {
  const end = calendar.at(1, 18)
  const past = await db.trainingSession.findMany({
    where: { cohortId, endsAt: { lt: end } },
    orderBy: { startsAt: 'asc' },
  })
  const enrolments = await db.enrolment.findMany({
    where: { cohortId },
    select: { id: true, beneficiaryId: true },
  })
  for (const session of past.slice(0, past.length - leaveOut)) {
    const marks = enrolments.flatMap(({ id, beneficiaryId }): { enrolmentId: string; mark: Mark }[] => {
      if (dice.chance(oftenAbsent.has(beneficiaryId) ? 55 : 3)) return [{ enrolmentId: id, mark: 'absent' }]
      if (dice.chance(3)) return [{ enrolmentId: id, mark: dice.pick<Mark>(['late', 'sick', 'excused']) }]
      return []
    })
    await logAttendance(trainer, { sessionId: session.id, marks, everyoneElse: 'present' }, session.endsAt)
  }
}

/** The trainer's word on each person's sector, then the close of the cohort. */
export async function finishClass(
  calendar: Calendar,
  dice: Dice,
  staff: Staff,
  cohortId: string,
  daysAgo: number,
): Promise<void> {
  const enrolments = await db.$queryRaw<{ id: string; wish: string | null }[]>`
    SELECT e.id, b.wished_sector AS wish FROM enrolment e JOIN beneficiary b ON b.id = e.beneficiary_id WHERE e.cohort_id = ${cohortId}::uuid`
  const sectors = ['food', 'livestock', 'fisheries', 'tailoring']
  await recommendSectors(
    staff.trainer,
    enrolments.map(({ id, wish }) => ({
      enrolmentId: id,
      sectorCode: wish && dice.chance(85) ? wish : dice.pick(sectors),
    })),
    calendar.at(daysAgo, 14),
  )
  await closeCohort(staff.coordinator, { cohortId }, calendar.at(daysAgo, 15))
}
