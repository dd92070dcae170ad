import { actingUser } from '~/domain/account/acting-user.server'
import { createCohort } from '~/domain/training/create-cohort.server'
import { enrolPeople } from '~/domain/training/enrol-people.server'
import { planSessions } from '~/domain/training/plan-sessions.server'
import { db } from '~/platform/db.server'
import { createUser } from './people'

const DAY_MS = 86_400_000

export type DemoClass = {
  /** The trainer's account. */
  trainer: string
  cohortId: string
  name: string
  sessionIds: string[]
  people: { id: string; name: string }[]
}

/**
 * A cohort in Kutai Timur with a trainer of its own, two sessions behind it and nobody marked, made in the demonstration year through
 * the domain, dated back: a browser cannot wait for a session to be over.
 */
export async function aDemoClass(name: string, size: number): Promise<DemoClass> {
  const coordinator = await actingUser({ email: 'koordinator.6408@berdaya.test' })
  const trainer = await createUser({ roles: [['trainer', '64.08']] })
  const programme = await db.programme.findFirstOrThrow({
    where: { status: 'open' },
    orderBy: { fiscalYear: 'desc' },
  })
  const now = Date.now()
  const daysAgo = (days: number) => new Date(now - days * DAY_MS)
  const { id: cohortId } = await createCohort(
    coordinator,
    {
      programmeId: programme.id,
      regencyCode: '64.08',
      name,
      venue: `Gedung ${name}`,
      capacity: size,
      trainerIds: [trainer.id],
      startsOn: daysAgo(10).toISOString().slice(0, 10),
      endsOn: daysAgo(-30).toISOString().slice(0, 10),
    },
    daysAgo(10),
  )
  const people = await db.beneficiary.findMany({
    where: {
      programmeId: programme.id,
      regencyCode: '64.08',
      status: { in: ['decreed', 'not_passed'] },
      onHold: false,
    },
    orderBy: { number: 'asc' },
    take: size,
    select: { id: true, name: true },
  })
  await enrolPeople(coordinator, { cohortId, beneficiaryIds: people.map((person) => person.id) }, daysAgo(9))
  const topics = ['Mengenal bahan', 'Praktik di dapur']
  const { ids } = await planSessions(
    coordinator,
    {
      cohortId,
      sessions: topics.map((topic, index) => {
        const startsAt = new Date(daysAgo(4 - index).setUTCHours(1, 0, 0, 0))
        const endsAt = new Date(startsAt.getTime() + 3_600_000)
        return { startsAt, endsAt, trainerId: trainer.id, venue: `Gedung ${name}`, topic }
      }),
    },
    daysAgo(9),
  )
  return { trainer: trainer.email, cohortId, name, sessionIds: ids, people }
}
