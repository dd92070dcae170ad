import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { SAMARINDA } from '../../../e2e/support/beneficiaries'
import { aCohort, BEGIN, LATER, logSession, sessionsOn, type TestCohort } from '../../../e2e/support/cohorts'
import { useDatabase } from '../../../e2e/support/database'
import { atOnce, refusalOf } from '../../../e2e/support/refusals'
import { cancelSession } from './cancel-session.server'
import { changeSession } from './change-session.server'
import { createCohort } from './create-cohort.server'
import { planSessions } from './plan-sessions.server'
import { meetingOn } from './schedule'
import { listSessions, previewSessions } from './session-queries.server'

useDatabase()

const HALL = 'Balai Kelurahan Rawa Makmur'

function session(
  cohort: TestCohort,
  day: string,
  wanted: { start?: string; end?: string; venue?: string; trainerId?: string } = {},
) {
  return {
    ...meetingOn(day, wanted.start ?? '09:00', wanted.end ?? '11:00'),
    trainerId: wanted.trainerId ?? cohort.trainer.userId,
    venue: wanted.venue ?? HALL,
    topic: 'Pengemasan',
  }
}

/** A second cohort of the same programme, regency and trainer. */
async function beside(cohort: TestCohort): Promise<TestCohort> {
  const { id } = await createCohort(
    cohort.coordinator,
    {
      programmeId: cohort.programmeId,
      regencyCode: SAMARINDA,
      name: 'Angkatan kedua',
      venue: 'Aula Kecamatan',
      capacity: 20,
      trainerIds: [cohort.trainer.userId],
      startsOn: '2026-03-01',
      endsOn: '2026-05-31',
    },
    BEGIN,
  )
  return { ...cohort, id }
}

describe('planning sessions', () => {
  it('keeps them all with an event each', async () => {
    const cohort = await aCohort()
    const ids = await sessionsOn(cohort, ['2026-03-02', '2026-03-04'])
    expect(ids).toHaveLength(2)
    expect((await listSessions(cohort.trainer, cohort.id, BEGIN)).map((row) => row.state)).toEqual([
      'ahead',
      'ahead',
    ])
    expect(await db.auditEvent.count({ where: { kind: 'session.planned' } })).toBe(2)
  })
  it('names the clash of a trainer and of a hall before anything is kept', async () => {
    const cohort = await aCohort()
    const other = await beside(cohort)
    await sessionsOn(cohort, ['2026-03-02'])
    const plan = (wanted: Parameters<typeof session>[2]) =>
      planSessions(
        other.coordinator,
        {
          cohortId: other.id,
          sessions: [session(other, '2026-03-03'), session(other, '2026-03-02', wanted)],
        },
        BEGIN,
      )
    expect(await refusalOf(plan({ venue: 'Aula', start: '10:00', end: '12:00' }))).toBe(
      'training.trainer_busy',
    )
    expect(await db.trainingSession.count({ where: { cohortId: other.id } })).toBe(0)
    const preview = await previewSessions(other.coordinator, other.id, {
      topic: 'Pengemasan',
      venue: HALL.toUpperCase(),
      trainerId: cohort.trainer.userId,
      startTime: '08:00',
      endTime: '10:00',
      firstDay: '2026-03-02',
      lastDay: '2026-03-03',
      weekdays: [1, 2],
    })
    expect(preview.map((one) => one.clashes.length)).toEqual([1, 0])
    expect(preview[0]?.clashes[0]).toMatchObject({ cohort: 'Angkatan Palaran', trainer: cohort.trainer.name })
  })
  it('refuses the same hall whatever the letters, and lets one follow the other', async () => {
    const cohort = await aCohort()
    const other = await beside(cohort)
    await sessionsOn(cohort, ['2026-03-02'])
    const second = await aCohort({ venue: 'Gedung Lain' })
    const hall = planSessions(
      second.coordinator,
      { cohortId: second.id, sessions: [session(second, '2026-03-02', { venue: HALL.toUpperCase() })] },
      BEGIN,
    )
    expect(await refusalOf(hall)).toBe('training.venue_busy')
    await planSessions(
      other.coordinator,
      { cohortId: other.id, sessions: [session(other, '2026-03-02', { start: '11:00', end: '12:00' })] },
      BEGIN,
    )
    expect(await db.trainingSession.count({ where: { cohortId: other.id } })).toBe(1)
  })
  it('refuses days outside the cohort, strangers as trainers, overlaps of its own and an end before the start', async () => {
    const cohort = await aCohort()
    const plan = (...sessions: ReturnType<typeof session>[]) =>
      planSessions(cohort.coordinator, { cohortId: cohort.id, sessions }, BEGIN)
    expect(await refusalOf(plan(session(cohort, '2026-06-01')))).toBe('training.outside_cohort_dates')
    expect(
      await refusalOf(plan(session(cohort, '2026-03-02', { trainerId: cohort.coordinator.userId }))),
    ).toBe('training.not_its_trainer')
    expect(
      await refusalOf(
        plan(session(cohort, '2026-03-02'), session(cohort, '2026-03-02', { start: '10:00', end: '12:00' })),
      ),
    ).toBe('training.own_overlap')
    expect(await refusalOf(plan(session(cohort, '2026-03-02', { start: '11:00', end: '10:00' })))).toBe(
      'training.ends_before_start',
    )
    expect(await refusalOf(plan())).toBe('training.no_session_chosen')
    expect(await refusalOf(planSessions(cohort.trainer, { cohortId: cohort.id, sessions: [] }, BEGIN))).toBe(
      'not_allowed',
    )
  })
  it('books a trainer once when two coordinators plan at once', async () => {
    const cohort = await aCohort()
    const other = await beside(cohort)
    const both = await atOnce([
      planSessions(
        cohort.coordinator,
        { cohortId: cohort.id, sessions: [session(cohort, '2026-03-02')] },
        BEGIN,
      ),
      planSessions(
        other.coordinator,
        { cohortId: other.id, sessions: [session(other, '2026-03-02', { venue: 'Aula' })] },
        BEGIN,
      ),
    ])
    expect(both.done).toBe(1)
    expect(['training.trainer_busy', 'database.training_session_trainer_free']).toContain(both.refused[0])
  })
})

describe('changing and cancelling a session', () => {
  const move = (cohort: TestCohort, sessionId: string, day: string, version = 0) =>
    changeSession(cohort.coordinator, { ...session(cohort, day), sessionId, version }, BEGIN)

  it('moves one session, not into another', async () => {
    const cohort = await aCohort()
    const [first = '', second = ''] = await sessionsOn(cohort, ['2026-03-02', '2026-03-04'])
    await move(cohort, first, '2026-03-03')
    expect(await refusalOf(move(cohort, second, '2026-03-03'))).toBe('training.trainer_busy')
    expect(await refusalOf(move(cohort, first, '2026-03-05'))).toBe('changed_meanwhile')
  })
  it('leaves a held session alone', async () => {
    const cohort = await aCohort({ people: 2 })
    const [held = ''] = await sessionsOn(cohort, ['2026-03-02'])
    await logSession(cohort, held)
    expect(await refusalOf(move(cohort, held, '2026-03-03', 1))).toBe('training.session_fixed')
    expect(
      await refusalOf(
        cancelSession(cohort.coordinator, { sessionId: held, reason: 'Banjir', version: 1 }, LATER),
      ),
    ).toBe('training.session_fixed')
  })
  it('frees trainer and hall', async () => {
    const cohort = await aCohort()
    const other = await beside(cohort)
    const [first = ''] = await sessionsOn(cohort, ['2026-03-02'])
    await cancelSession(
      cohort.coordinator,
      { sessionId: first, reason: 'Balai kebanjiran', version: 0 },
      BEGIN,
    )
    await planSessions(
      other.coordinator,
      { cohortId: other.id, sessions: [session(other, '2026-03-02')] },
      BEGIN,
    )
    expect((await listSessions(cohort.coordinator, cohort.id, BEGIN))[0]?.state).toBe('cancelled')
  })
})
