import { describe, expect, it } from 'vitest'
import { certificateNumber, reasonNotPassed, whyNotClosable, whyNotEnrollable } from './cohort'
import { outcomeOf } from './outcomes'
import { sessionState, whyNotLoggable } from './session'

const ready = { status: 'open', unlogged: 0, ahead: 0, held: 4, people: 3 }

describe('closing a cohort', () => {
  it('waits for every past session, and for those ahead', () => {
    expect(whyNotClosable(ready)).toBeNull()
    expect(whyNotClosable({ ...ready, unlogged: 1, ahead: 1 })).toBe('training.session_unlogged')
    expect(whyNotClosable({ ...ready, ahead: 1 })).toBe('training.session_ahead')
    expect(whyNotClosable({ ...ready, held: 0 })).toBe('training.no_session_held')
    expect(whyNotClosable({ ...ready, people: 0 })).toBe('training.nobody_enrolled')
    expect(whyNotClosable({ ...ready, status: 'closed' })).toBe('training.cohort_closed')
  })
  it('ends by the requirement, and leaves out who is no longer in training', () => {
    const rule = { requirementPercent: 80, excusedLeaveDenominator: false }
    const marks = ['present', 'late', 'present', 'present', 'absent'] as const
    expect(outcomeOf({ status: 'training', marks }, rule).outcome).toBe('passed')
    expect(outcomeOf({ status: 'deceased', marks }, rule)).toMatchObject({ outcome: 'left', reason: null })
    const failed = outcomeOf({ status: 'training', marks: ['present', 'absent'] }, rule)
    expect(failed.outcome).toBe('not_passed')
    expect(failed.reason).toBe('Kehadiran 1 dari 2 sesi, syarat 80 persen')
    expect(reasonNotPassed({ attended: 0, counted: 0 }, 80)).toContain('Belum ada sesi')
  })
})

describe('joining a cohort', () => {
  const cohort = { regencyCode: '64.72', programmeId: 'p' }
  const person = { status: 'decreed', regencyCode: '64.72', programmeId: 'p', onHold: false }
  it('takes decreed people and those who did not pass elsewhere', () => {
    expect(whyNotEnrollable(person, cohort)).toBeNull()
    expect(whyNotEnrollable({ ...person, status: 'not_passed' }, cohort)).toBeNull()
    for (const status of ['verified', 'training', 'trained', 'withdrawn'])
      expect(whyNotEnrollable({ ...person, status }, cohort)).toBe('training.person_not_ready')
  })
  it('keeps to regency, programme and hold', () => {
    expect(whyNotEnrollable({ ...person, regencyCode: '64.03' }, cohort)).toBe(
      'training.person_other_regency',
    )
    expect(whyNotEnrollable({ ...person, programmeId: 'q' }, cohort)).toBe('training.person_other_programme')
    expect(whyNotEnrollable({ ...person, onHold: true }, cohort)).toBe('training.person_on_hold')
  })
})

describe('logging a session', () => {
  const at = new Date('2026-03-02T02:00:00Z')
  const now = {
    cohortStatus: 'open',
    sessionStatus: 'planned',
    startsAt: new Date('2026-03-02T01:00:00Z'),
    at,
    isTrainer: true,
    isCoordinator: false,
    reason: undefined,
  }
  it('begins when the session begins', () => {
    expect(whyNotLoggable(now)).toBeNull()
    expect(whyNotLoggable({ ...now, at: new Date('2026-03-02T00:59:59Z') })).toBe(
      'training.session_not_started',
    )
  })
  it('is the trainer’s, or the coordinator’s with a reason', () => {
    expect(whyNotLoggable({ ...now, isTrainer: false })).toBe('not_found')
    expect(whyNotLoggable({ ...now, isTrainer: false, isCoordinator: true })).toBe('training.reason_needed')
    expect(
      whyNotLoggable({ ...now, isTrainer: false, isCoordinator: true, reason: 'Pelatih sakit' }),
    ).toBeNull()
  })
  it('ends with the cohort, and never begins for a cancelled session', () => {
    expect(whyNotLoggable({ ...now, cohortStatus: 'closed' })).toBe('training.cohort_closed')
    expect(whyNotLoggable({ ...now, sessionStatus: 'cancelled' })).toBe('training.session_cancelled')
  })
  it('is done once everybody has a mark', () => {
    expect(sessionState({ status: 'held', startsAt: now.startsAt, unmarked: 1 }, at)).toBe('to_log')
    expect(sessionState({ status: 'held', startsAt: now.startsAt, unmarked: 0 }, at)).toBe('logged')
    expect(
      sessionState({ status: 'planned', startsAt: new Date('2026-03-03T01:00:00Z'), unmarked: 2 }, at),
    ).toBe('ahead')
    expect(sessionState({ status: 'cancelled', startsAt: now.startsAt, unmarked: 2 }, at)).toBe('cancelled')
  })
})

describe('a certificate', () => {
  it('has the same number on every print', () => {
    expect(certificateNumber('UEP26', '64.72', 123)).toBe('SERT/UEP26/6472/000123')
  })
})
