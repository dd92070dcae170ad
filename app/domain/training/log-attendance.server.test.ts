import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { BERAU, peopleAt } from '../../../e2e/support/beneficiaries'
import {
  aCohort,
  enrolmentOf,
  LATER,
  logSession,
  sessionsOn,
  type TestCohort,
} from '../../../e2e/support/cohorts'
import { useDatabase } from '../../../e2e/support/database'
import { anActor } from '../../../e2e/support/people'
import { atOnce, refusalOf } from '../../../e2e/support/refusals'
import { enrolPeople } from './enrol-people.server'
import { logAttendance } from './log-attendance.server'
import { recommendSectors } from './recommend-sectors.server'
import { getSession, trainerDay } from './session-queries.server'
import { undoAttendance } from './undo-attendance.server'

useDatabase()

async function aSession(
  people = 3,
): Promise<{ cohort: TestCohort; sessionId: string; enrolments: string[] }> {
  const cohort = await aCohort({ people })
  const [sessionId = ''] = await sessionsOn(cohort, ['2026-03-02'])
  const enrolments = await Promise.all(cohort.people.map((person) => enrolmentOf(person.id)))
  return { cohort, sessionId, enrolments }
}

const standing = async (sessionId: string) =>
  Object.fromEntries(
    (await db.attendance.findMany({ where: { sessionId } })).map((row) => [row.enrolmentId, row.mark]),
  )

describe('logging attendance', () => {
  it('marks all present, then the exceptions, and keeps every decision', async () => {
    const { cohort, sessionId, enrolments } = await aSession()
    const [a = '', b = '', c = ''] = enrolments
    expect(
      await logAttendance(cohort.trainer, { sessionId, marks: [], everyoneElse: 'present' }, LATER),
    ).toEqual({ changed: 3, version: 1 })
    await logAttendance(
      cohort.trainer,
      { sessionId, marks: [{ enrolmentId: b, mark: 'sick' }], seenVersion: 1 },
      LATER,
    )
    expect(await standing(sessionId)).toEqual({ [a]: 'present', [b]: 'sick', [c]: 'present' })
    expect(await db.attendanceMark.count({ where: { sessionId } })).toBe(4)
    expect(await db.trainingSession.findUnique({ where: { id: sessionId } })).toMatchObject({
      status: 'held',
      version: 2,
    })
    const corrected = await db.auditEvent.findFirst({ where: { kind: 'attendance.corrected' } })
    expect(corrected?.facts).toMatchObject({ from: 'present', to: 'sick' })
  })
  it('changes nothing for marks that stand, and leaves no trace', async () => {
    const { cohort, sessionId } = await aSession()
    await logSession(cohort, sessionId)
    expect(
      await logAttendance(cohort.trainer, { sessionId, marks: [], everyoneElse: 'absent' }, LATER),
    ).toEqual({ changed: 0, version: 1 })
    expect(await db.auditEvent.count({ where: { kind: 'attendance.logged' } })).toBe(1)
  })
  it('waits for the session to begin', async () => {
    const { cohort, sessionId } = await aSession()
    const early = logAttendance(
      cohort.trainer,
      { sessionId, marks: [], everyoneElse: 'present' },
      new Date('2026-03-02T00:59:00Z'),
    )
    expect(await refusalOf(early)).toBe('training.session_not_started')
  })
  it('is the own trainer’s; a coordinator gives a reason; nobody else', async () => {
    const { cohort, sessionId } = await aSession()
    const log = (actor: TestCohort['trainer'], reason?: string) =>
      logAttendance(actor, { sessionId, marks: [], everyoneElse: 'present', reason }, LATER)
    expect(await refusalOf(log(await anActor('trainer')))).toBe('not_found')
    expect(await refusalOf(log(await anActor('coordinator', BERAU)))).toBe('not_found')
    expect(await refusalOf(log(await anActor('auditor')))).toBe('not_allowed')
    expect(await refusalOf(log(cohort.coordinator))).toBe('training.reason_needed')
    await log(cohort.coordinator, 'Pelatih sakit, daftar hadir kertas dipakai')
    expect((await db.attendanceMark.findFirst({ where: { sessionId } }))?.reason).toContain('kertas')
  })
  it('lists who had joined by then and still belongs', async () => {
    const { cohort, sessionId } = await aSession(2)
    const [late] = await peopleAt('decreed', 1, cohort.programmeId)
    await enrolPeople(
      cohort.coordinator,
      { cohortId: cohort.id, beneficiaryIds: [late?.id ?? ''] },
      new Date('2026-03-02T01:30:00Z'),
    )
    const marks = [{ enrolmentId: await enrolmentOf(late?.id ?? ''), mark: 'present' as const }]
    expect(await refusalOf(logAttendance(cohort.trainer, { sessionId, marks }, LATER))).toBe(
      'training.not_on_the_list',
    )
    expect((await getSession(cohort.trainer, sessionId, LATER)).people).toHaveLength(2)
  })
  it('does not overwrite what another decided unseen', async () => {
    const { cohort, sessionId, enrolments } = await aSession()
    const [a = ''] = enrolments
    await logSession(cohort, sessionId)
    const correct = {
      sessionId,
      marks: [{ enrolmentId: a, mark: 'absent' as const }],
      reason: 'Daftar hadir kertas',
      seenVersion: 1,
    }
    await logAttendance(cohort.coordinator, correct, LATER)
    const stale = logAttendance(
      cohort.trainer,
      { sessionId, marks: [{ enrolmentId: a, mark: 'late' }], seenVersion: 1 },
      LATER,
    )
    expect(await refusalOf(stale)).toBe('training.marked_meanwhile')
    expect((await standing(sessionId))[a]).toBe('absent')
  })
  it('keeps one of two who mark the same person at once, and both who mark different people', async () => {
    const { cohort, sessionId, enrolments } = await aSession()
    const [a = '', b = ''] = enrolments
    await db.cohortTrainer.create({
      data: { cohortId: cohort.id, userId: (await anActor('trainer')).userId },
    })
    const second = {
      ...cohort.trainer,
      userId: (
        await db.cohortTrainer.findFirstOrThrow({
          where: { cohortId: cohort.id, NOT: { userId: cohort.trainer.userId } },
        })
      ).userId,
    }
    const mark = (actor: TestCohort['trainer'], enrolmentId: string, one: 'present' | 'absent') =>
      logAttendance(actor, { sessionId, marks: [{ enrolmentId, mark: one }], seenVersion: 0 }, LATER)
    expect(await atOnce([mark(cohort.trainer, a, 'present'), mark(second, a, 'absent')])).toEqual({
      done: 1,
      refused: ['training.marked_meanwhile'],
    })
    expect(
      await atOnce([mark(cohort.trainer, b, 'present'), mark(second, enrolments[2] ?? '', 'absent')]),
    ).toEqual({ done: 2, refused: [] })
    expect(Object.keys(await standing(sessionId))).toHaveLength(3)
  })
})

describe('undoing', () => {
  it('brings back what stood before, once, for who decided last', async () => {
    const { cohort, sessionId, enrolments } = await aSession()
    await logSession(cohort, sessionId)
    await logAttendance(
      cohort.trainer,
      { sessionId, marks: [{ enrolmentId: enrolments[0] ?? '', mark: 'absent' }] },
      LATER,
    )
    expect(await refusalOf(undoAttendance(cohort.coordinator, { sessionId, seenVersion: 2 }, LATER))).toBe(
      'training.nothing_to_undo',
    )
    expect(await refusalOf(undoAttendance(cohort.trainer, { sessionId, seenVersion: 1 }, LATER))).toBe(
      'changed_meanwhile',
    )
    await undoAttendance(cohort.trainer, { sessionId, seenVersion: 2 }, LATER)
    expect(Object.values(await standing(sessionId))).toEqual(['present', 'present', 'present'])
    expect(await refusalOf(undoAttendance(cohort.trainer, { sessionId, seenVersion: 3 }, LATER))).toBe(
      'training.nothing_to_undo',
    )
    expect(await db.attendanceMark.count({ where: { sessionId } })).toBe(5)
  })
  it('makes a session unlogged again when nothing is left', async () => {
    const { cohort, sessionId } = await aSession()
    await logSession(cohort, sessionId)
    await undoAttendance(cohort.trainer, { sessionId, seenVersion: 1 }, LATER)
    expect(await standing(sessionId)).toEqual({})
    expect((await db.trainingSession.findUniqueOrThrow({ where: { id: sessionId } })).status).toBe('planned')
  })
})

describe('the trainer’s day', () => {
  it('shows own sessions to log and ahead, and no others', async () => {
    const { cohort, sessionId } = await aSession()
    await sessionsOn(cohort, ['2026-03-04'])
    const at = new Date('2026-03-02T04:00:00Z')
    const day = await trainerDay(cohort.trainer, at)
    expect(day.toLog.map((row) => row.id)).toEqual([sessionId])
    expect(day.ahead).toHaveLength(1)
    expect(await trainerDay(await anActor('trainer'), at)).toEqual({ toLog: [], ahead: [] })
    await logSession(cohort, sessionId)
    expect((await trainerDay(cohort.trainer, at)).toLog).toEqual([])
  })
})

describe('a recommendation', () => {
  it('is the own trainer’s word on a sector that is offered', async () => {
    const { cohort, enrolments } = await aSession()
    const one = { enrolmentId: enrolments[0] ?? '', sectorCode: 'tailoring', note: 'Terampil menjahit' }
    expect(await recommendSectors(cohort.trainer, [one], LATER)).toEqual({ recommended: 1 })
    expect(await refusalOf(recommendSectors(cohort.trainer, [{ ...one, sectorCode: 'mining' }], LATER))).toBe(
      'training.sector_not_offered',
    )
    expect(await refusalOf(recommendSectors(await anActor('trainer'), [one], LATER))).toBe('not_found')
    expect(await refusalOf(recommendSectors(cohort.coordinator, [one], LATER))).toBe('not_allowed')
    expect(await refusalOf(recommendSectors(cohort.trainer, [], LATER))).toBe('nothing_selected')
  })
})
