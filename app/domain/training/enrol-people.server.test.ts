import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { BERAU, peopleAt, SAMARINDA } from '../../../e2e/support/beneficiaries'
import { aCohort, BEGIN, enrolmentOf, LATER, statusesOf } from '../../../e2e/support/cohorts'
import { useDatabase } from '../../../e2e/support/database'
import { anActor } from '../../../e2e/support/people'
import { atOnce, refusalOf } from '../../../e2e/support/refusals'
import { changeCohort } from './change-cohort.server'
import { createCohort } from './create-cohort.server'
import { endEnrolment } from './end-enrolment.server'
import { enrolPeople } from './enrol-people.server'

useDatabase()

const ids = (people: { id: string }[]) => people.map((person) => person.id)

describe('setting up a cohort', () => {
  it('keeps name, seats, trainers and an event', async () => {
    const cohort = await aCohort()
    expect(await db.cohort.findUnique({ where: { id: cohort.id } })).toMatchObject({
      name: 'Angkatan Palaran',
      capacity: 30,
      status: 'open',
    })
    expect(
      await db.cohortTrainer.count({ where: { cohortId: cohort.id, userId: cohort.trainer.userId } }),
    ).toBe(1)
    expect(await db.auditEvent.count({ where: { kind: 'cohort.created', subjectId: cohort.id } })).toBe(1)
  })
  it('is the coordinator’s of that regency, with trainers who hold the role', async () => {
    const cohort = await aCohort()
    const input = {
      programmeId: cohort.programmeId,
      regencyCode: SAMARINDA,
      name: 'Angkatan dua',
      venue: 'Aula',
      capacity: 10,
      trainerIds: [cohort.coordinator.userId],
      startsOn: '2026-03-01',
      endsOn: '2026-03-31',
    }
    expect(await refusalOf(createCohort(cohort.coordinator, input, BEGIN))).toBe('training.not_a_trainer')
    expect(await refusalOf(createCohort(cohort.trainer, input, BEGIN))).toBe('not_allowed')
    expect(await refusalOf(createCohort(await anActor('coordinator', BERAU), input, BEGIN))).toBe(
      'not_allowed',
    )
    const wrongSector = { ...input, trainerIds: [cohort.trainer.userId], sectorCode: 'mining' }
    expect(await refusalOf(createCohort(cohort.coordinator, wrongSector, BEGIN))).toBe(
      'training.sector_not_offered',
    )
  })
  it('is not shrunk below the people in it, nor changed by two at once', async () => {
    const cohort = await aCohort({ people: 3 })
    const change = {
      cohortId: cohort.id,
      name: 'Angkatan Palaran',
      venue: 'Aula',
      trainerIds: [cohort.trainer.userId],
      startsOn: '2026-03-01',
      endsOn: '2026-05-31',
      version: 0,
    }
    expect(await refusalOf(changeCohort(cohort.coordinator, { ...change, capacity: 2 }, BEGIN))).toBe(
      'training.capacity_below_people',
    )
    const both = await atOnce(
      [12, 13].map((capacity) => changeCohort(cohort.coordinator, { ...change, capacity }, BEGIN)),
    )
    expect(both).toEqual({ done: 1, refused: ['changed_meanwhile'] })
  })
})

describe('enrolling', () => {
  it('moves several people at once into training', async () => {
    const cohort = await aCohort()
    const people = [
      ...(await peopleAt('decreed', 3, cohort.programmeId)),
      ...(await peopleAt('not_passed', 1, cohort.programmeId)),
    ]
    expect(
      await enrolPeople(cohort.coordinator, { cohortId: cohort.id, beneficiaryIds: ids(people) }, BEGIN),
    ).toEqual({ enrolled: 4 })
    expect(await statusesOf(people)).toEqual(['training', 'training', 'training', 'training'])
    expect(await db.auditEvent.count({ where: { kind: 'enrolment.added' } })).toBe(4)
    expect(await db.beneficiary.count({ where: { cohortId: cohort.id } })).toBe(4)
  })
  it('takes all or none', async () => {
    const cohort = await aCohort()
    const good = await peopleAt('decreed', 2, cohort.programmeId)
    const early = await peopleAt('verified', 1, cohort.programmeId)
    const enrol = (people: { id: string }[]) =>
      enrolPeople(cohort.coordinator, { cohortId: cohort.id, beneficiaryIds: ids(people) }, BEGIN)
    expect(await refusalOf(enrol([...good, ...early]))).toBe('training.person_not_ready')
    expect(await statusesOf(good)).toEqual(['decreed', 'decreed'])
    const elsewhere = await peopleAt('decreed', 1, cohort.programmeId, { regencyCode: BERAU })
    expect(await refusalOf(enrol(elsewhere))).toBe('not_found')
    await db.beneficiary.updateMany({ where: { id: good[0]?.id ?? '' }, data: { onHold: true } })
    expect(await refusalOf(enrol(good))).toBe('training.person_on_hold')
    expect(await refusalOf(enrol([]))).toBe('nothing_selected')
  })
  it('gives the last seat to one of two coordinators', async () => {
    const cohort = await aCohort({ people: 4, capacity: 5 })
    const second = await anActor('coordinator', null)
    const [one, two] = await peopleAt('decreed', 2, cohort.programmeId)
    const both = await atOnce([
      enrolPeople(cohort.coordinator, { cohortId: cohort.id, beneficiaryIds: [one?.id ?? ''] }, BEGIN),
      enrolPeople(second, { cohortId: cohort.id, beneficiaryIds: [two?.id ?? ''] }, BEGIN),
    ])
    expect(both).toEqual({ done: 1, refused: ['training.cohort_full'] })
    expect(await db.enrolment.count({ where: { cohortId: cohort.id } })).toBe(5)
  })
  it('is refused by the database where the code is passed by', async () => {
    const cohort = await aCohort({ people: 1, capacity: 1 })
    const [person] = await peopleAt('decreed', 1, cohort.programmeId)
    const insert = db.enrolment.create({
      data: {
        cohortId: cohort.id,
        beneficiaryId: person?.id ?? '',
        enrolledAt: BEGIN,
        enrolledBy: cohort.coordinator.userId,
      },
    })
    await expect(insert).rejects.toThrow('cohort is full')
  })
  it('happens once for a form sent twice', async () => {
    const cohort = await aCohort()
    const people = await peopleAt('decreed', 2, cohort.programmeId)
    const send = () =>
      enrolPeople(cohort.coordinator, { cohortId: cohort.id, beneficiaryIds: ids(people) }, BEGIN, 'kunci-1')
    expect(await send()).toEqual({ enrolled: 2 })
    expect(await send()).toEqual({ enrolled: 2 })
    expect(await db.enrolment.count()).toBe(2)
  })
})

describe('leaving a cohort', () => {
  it('frees the seat and lets the person join again', async () => {
    const cohort = await aCohort({ people: 2, capacity: 2 })
    const [leaver] = cohort.people
    const enrolmentId = await enrolmentOf(leaver?.id ?? '')
    await endEnrolment(cohort.coordinator, { enrolmentId, reason: 'Pindah domisili ke Berau' }, LATER)
    expect(await statusesOf(cohort.people)).toEqual(['not_passed', 'training'])
    expect(
      await refusalOf(endEnrolment(cohort.coordinator, { enrolmentId, reason: 'Sekali lagi' }, LATER)),
    ).toBe('training.enrolment_ended')
    await enrolPeople(cohort.coordinator, { cohortId: cohort.id, beneficiaryIds: [leaver?.id ?? ''] }, LATER)
    expect(await statusesOf(cohort.people)).toEqual(['training', 'training'])
  })
  it('is refused to other regencies and to trainers', async () => {
    const cohort = await aCohort({ people: 1 })
    const input = { enrolmentId: await enrolmentOf(cohort.people[0]?.id ?? ''), reason: 'Pindah rumah' }
    expect(await refusalOf(endEnrolment(await anActor('coordinator', BERAU), input, LATER))).toBe('not_found')
    expect(await refusalOf(endEnrolment(cohort.trainer, input, LATER))).toBe('not_allowed')
  })
})
