import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { BERAU, peopleAt } from '../../../e2e/support/beneficiaries'
import { aCohort, enrolmentOf, LATER, logSession, sessionsOn, statusesOf } from '../../../e2e/support/cohorts'
import { useDatabase } from '../../../e2e/support/database'
import { anActor } from '../../../e2e/support/people'
import { atOnce, refusalOf } from '../../../e2e/support/refusals'
import { closeCohort } from './close-cohort.server'
import { getCohort, listCohorts } from './cohort-queries.server'
import { enrolPeople } from './enrol-people.server'
import { getEnrolment } from './enrolment-queries.server'
import { logAttendance } from './log-attendance.server'
import { printCertificates } from './print-certificates.server'

useDatabase()

const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']

describe('closing a cohort', () => {
  it('ends each person by the requirement, with counts and reasons', async () => {
    const cohort = await aCohort({ people: 3, attendancePercent: 80 })
    const [good, poor] = cohort.people
    const sessions = await sessionsOn(cohort, DAYS)
    for (const [index, id] of sessions.entries())
      await logSession(cohort, id, {
        ...(index === 0 ? { [good?.id ?? '']: 'absent' } : {}),
        ...(index < 2 ? { [poor?.id ?? '']: 'excused' } : {}),
      })
    expect(await closeCohort(cohort.coordinator, { cohortId: cohort.id, passedSeen: 2 }, LATER)).toEqual({
      passed: 2,
      notPassed: 1,
      left: 0,
    })
    expect(await statusesOf(cohort.people)).toEqual(['trained', 'not_passed', 'trained'])
    const failed = await db.enrolment.findUniqueOrThrow({ where: { id: await enrolmentOf(poor?.id ?? '') } })
    expect(failed).toMatchObject({
      outcome: 'not_passed',
      presentCount: 3,
      sessionCount: 5,
      outcomeReason: 'Kehadiran 3 dari 5 sesi, syarat 80 persen',
    })
    expect((await db.cohort.findUniqueOrThrow({ where: { id: cohort.id } })).status).toBe('closed')
    expect(await refusalOf(closeCohort(cohort.coordinator, { cohortId: cohort.id }, LATER))).toBe(
      'training.cohort_closed',
    )
    const marks = [{ enrolmentId: await enrolmentOf(poor?.id ?? ''), mark: 'present' as const }]
    expect(
      await refusalOf(logAttendance(cohort.trainer, { sessionId: sessions[0] ?? '', marks }, LATER)),
    ).toBe('training.cohort_closed')
  })
  it('lets the excused leave the denominator where the year says so', async () => {
    const cohort = await aCohort({ people: 1, excusedLeaveDenominator: true })
    const sessions = await sessionsOn(cohort, DAYS)
    for (const [index, id] of sessions.entries())
      await logSession(cohort, id, index < 2 ? { [cohort.people[0]?.id ?? '']: 'sick' } : {})
    expect(await closeCohort(cohort.coordinator, { cohortId: cohort.id }, LATER)).toEqual({
      passed: 1,
      notPassed: 0,
      left: 0,
    })
    expect(await db.enrolment.findFirstOrThrow()).toMatchObject({ presentCount: 3, sessionCount: 3 })
  })
  it('counts from enrolment for whoever joined later', async () => {
    const cohort = await aCohort({ people: 1 })
    const sessions = await sessionsOn(cohort, DAYS)
    const [late] = await peopleAt('decreed', 1, cohort.programmeId)
    await enrolPeople(
      cohort.coordinator,
      { cohortId: cohort.id, beneficiaryIds: [late?.id ?? ''] },
      new Date('2026-03-04T00:00:00Z'),
    )
    for (const id of sessions) await logSession(cohort, id)
    await closeCohort(cohort.coordinator, { cohortId: cohort.id }, LATER)
    expect(
      await db.enrolment.findUniqueOrThrow({ where: { id: await enrolmentOf(late?.id ?? '') } }),
    ).toMatchObject({ outcome: 'passed', sessionCount: 3 })
  })
  it('refuses while a past session lacks a mark, while one lies ahead, and before any was held', async () => {
    const cohort = await aCohort({ people: 2 })
    const close = (at: Date) => refusalOf(closeCohort(cohort.coordinator, { cohortId: cohort.id }, at))
    expect(await close(LATER)).toBe('training.no_session_held')
    const [first = '', second = ''] = await sessionsOn(cohort, ['2026-03-02', '2026-03-03'])
    expect(await close(LATER)).toBe('training.session_unlogged')
    const only = [{ enrolmentId: await enrolmentOf(cohort.people[0]?.id ?? ''), mark: 'present' as const }]
    await logAttendance(cohort.trainer, { sessionId: first, marks: only }, LATER)
    expect(await close(new Date('2026-03-02T05:00:00Z'))).toBe('training.session_unlogged')
    await logSession(cohort, first)
    expect(await close(new Date('2026-03-02T05:00:00Z'))).toBe('training.session_ahead')
    await logSession(cohort, second)
    expect(
      await refusalOf(closeCohort(cohort.coordinator, { cohortId: cohort.id, passedSeen: 1 }, LATER)),
    ).toBe('changed_meanwhile')
    expect(
      await refusalOf(closeCohort(await anActor('coordinator', BERAU), { cohortId: cohort.id }, LATER)),
    ).toBe('not_found')
    expect(await refusalOf(closeCohort(cohort.trainer, { cohortId: cohort.id }, LATER))).toBe('not_allowed')
  })
  it('leaves out who left the programme, and lets nobody twice through', async () => {
    const cohort = await aCohort({ people: 2 })
    const [id = ''] = await sessionsOn(cohort, ['2026-03-02'])
    await db.beneficiary.updateMany({
      where: { id: cohort.people[0]?.id ?? '' },
      data: { status: 'withdrawn', statusSince: LATER },
    })
    await logSession(cohort, id)
    const both = await atOnce(
      [1, 2].map(() => closeCohort(cohort.coordinator, { cohortId: cohort.id }, LATER)),
    )
    expect(both).toEqual({ done: 1, refused: ['training.cohort_closed'] })
    expect(await statusesOf(cohort.people)).toEqual(['withdrawn', 'trained'])
    expect(await db.beneficiaryMove.count({ where: { toStatus: 'trained' } })).toBe(1)
  })
})

describe('what the pages show', () => {
  it('keeps other trainers and regencies out, and shows rates and absences in a row', async () => {
    const cohort = await aCohort({ people: 2 })
    const [away] = cohort.people
    for (const id of await sessionsOn(cohort, DAYS.slice(0, 3)))
      await logSession(cohort, id, { [away?.id ?? '']: 'absent' })
    const page = await getCohort(cohort.trainer, cohort.id, LATER)
    expect(page.rate).toBe(50)
    expect(page.people.filter((person) => person.losingTouch).map((person) => person.beneficiaryId)).toEqual([
      away?.id,
    ])
    expect(page.endings.map((ending) => ending.outcome).sort()).toEqual(['not_passed', 'passed'])
    expect(page.notClosable).toBeNull()
    expect(await refusalOf(getCohort(await anActor('trainer'), cohort.id, LATER))).toBe('not_found')
    expect(await refusalOf(getCohort(await anActor('coordinator', BERAU), cohort.id, LATER))).toBe(
      'not_found',
    )
    expect((await listCohorts(cohort.trainer, {}, LATER)).rows).toMatchObject([
      { held: 3, toLog: 0, taken: 2, attended: 3, counted: 6 },
    ])
    expect((await listCohorts(await anActor('trainer'), {}, LATER)).rows).toEqual([])
    expect((await listCohorts(await anActor('auditor'), { search: 'palaran' }, LATER)).total).toBe(1)
  })
  it('prints certificates of those who passed alone', async () => {
    const cohort = await aCohort({ people: 2 })
    const [away] = cohort.people
    for (const id of await sessionsOn(cohort, DAYS))
      await logSession(cohort, id, { [away?.id ?? '']: 'absent' })
    const all = { cohortId: cohort.id }
    expect(await refusalOf(printCertificates(cohort.coordinator, all, LATER))).toBe('not_found')
    await closeCohort(cohort.coordinator, { cohortId: cohort.id }, LATER)
    const printed = await printCertificates(cohort.trainer, all, LATER)
    expect(printed.count).toBe(1)
    expect(printed.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const enrolmentId = await enrolmentOf(cohort.people[1]?.id ?? '')
    expect(await refusalOf(printCertificates(await anActor('trainer'), { enrolmentId }, LATER))).toBe(
      'not_found',
    )
    expect(
      await refusalOf(
        printCertificates(cohort.trainer, { enrolmentId: await enrolmentOf(away?.id ?? '') }, LATER),
      ),
    ).toBe('not_found')
    const page = await getEnrolment(cohort.trainer, enrolmentId)
    expect(page).toMatchObject({ rate: 100, reaches: true })
    expect(page.certificate).toContain(String(cohort.people[1]?.number).padStart(6, '0'))
    expect(await db.auditEvent.count({ where: { kind: 'certificate.printed' } })).toBe(1)
    expect(page.lines.map((line) => line.mark)).toEqual([
      'present',
      'present',
      'present',
      'present',
      'present',
    ])
  })
})
