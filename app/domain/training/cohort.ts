export const COHORT_STATUSES = ['open', 'closed'] as const
export type CohortStatus = (typeof COHORT_STATUSES)[number]

export type ClosingSituation = {
  status: string
  /** Sessions that started and lack somebody's mark. */
  unlogged: number
  /** Sessions still planned for later. */
  ahead: number
  /** Sessions held. */
  held: number
  people: number
}

export type ClosingRefusal =
  | 'training.cohort_closed'
  | 'training.nobody_enrolled'
  | 'training.session_unlogged'
  | 'training.session_ahead'
  | 'training.no_session_held'

/** Why a cohort may not be closed now, or nothing. */
export function whyNotClosable(situation: ClosingSituation): ClosingRefusal | null {
  if (situation.status !== 'open') return 'training.cohort_closed'
  if (situation.people === 0) return 'training.nobody_enrolled'
  if (situation.unlogged > 0) return 'training.session_unlogged'
  if (situation.ahead > 0) return 'training.session_ahead'
  if (situation.held === 0) return 'training.no_session_held'
  return null
}

export type EnrolmentCandidate = { status: string; regencyCode: string; programmeId: string; onHold: boolean }

export type EnrolmentRefusal =
  | 'training.person_other_programme'
  | 'training.person_other_regency'
  | 'training.person_not_ready'
  | 'training.person_on_hold'

/** Statuses from which a person may join a cohort. */
export const ENROLLABLE = ['decreed', 'not_passed'] as const

/** Why a person may not join a cohort, or nothing. A free seat is a question of the cohort, not of the person. */
export function whyNotEnrollable(
  person: EnrolmentCandidate,
  cohort: { regencyCode: string; programmeId: string },
): EnrolmentRefusal | null {
  if (person.programmeId !== cohort.programmeId) return 'training.person_other_programme'
  if (person.regencyCode !== cohort.regencyCode) return 'training.person_other_regency'
  if (!(ENROLLABLE as readonly string[]).includes(person.status)) return 'training.person_not_ready'
  if (person.onHold) return 'training.person_on_hold'
  return null
}

/** The number on a certificate: programme, regency and the person's number, so it is the same on every print. */
export function certificateNumber(programmeCode: string, regencyCode: string, personNumber: number): string {
  return `SERT/${programmeCode}/${regencyCode.replace('.', '')}/${String(personNumber).padStart(6, '0')}`
}

/** Why a person did not pass, as the office's record keeps it. */
export function reasonNotPassed(
  tally: { attended: number; counted: number },
  requirementPercent: number,
): string {
  return tally.counted === 0
    ? 'Belum ada sesi yang dihitung sejak bergabung'
    : `Kehadiran ${tally.attended} dari ${tally.counted} sesi, syarat ${requirementPercent} persen`
}
