import { type Transaction, write } from '~/domain/audit/write.server'
import { moveBeneficiaries } from '~/domain/beneficiary/move-beneficiary.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { whyNotClosable } from './cohort'
import { type OutcomeOfPerson, outcomeOf } from './outcomes'
import { requireCohort } from './reach.server'
import { marksOfCohort, type PersonMarks, ruleOf, sessionsOfCohort } from './tallies.server'

export type CloseCohort = {
  cohortId: string
  /** How many pass, as the person who confirms has read it; another number by now is refused. */
  passedSeen?: number | undefined
}

export type Closed = { passed: number; notPassed: number; left: number }

type Ending = OutcomeOfPerson & { person: PersonMarks }

/**
 * Ends a cohort: who reached the programme year's requirement is `trained`, who did not is `not_passed` with the reason.
 * Refuses what `whyNotClosable` says (a past session unlogged first of all), and `changed_meanwhile`.
 */
export async function closeCohort(actor: Actor, input: CloseCohort, at: Date, key?: string): Promise<Closed> {
  authorize(actor, 'cohort.write')
  return write(
    actor,
    async (tx, record) => {
      const cohort = await requireCohort(tx, actor, 'cohort.write', input.cohortId)
      const endings = await endingsOf(tx, cohort)
      const sessions = await sessionsOfCohort(tx, cohort.id, at)
      const refusal = whyNotClosable({ status: cohort.status, people: endings.length, ...sessions })
      if (refusal)
        refuse(refusal, {
          cohort: cohort.name,
          n: refusal === 'training.session_ahead' ? sessions.ahead : sessions.unlogged,
        })
      const closed = countOf(endings)
      if (input.passedSeen !== undefined && input.passedSeen !== closed.passed) refuse('changed_meanwhile')
      const moving = endings.filter((ending) => ending.outcome !== 'left')
      await moveBeneficiaries(
        tx,
        record,
        actor,
        moving.map((ending) => ({
          beneficiaryId: ending.person.beneficiaryId,
          from: 'training',
          to: ending.outcome === 'passed' ? 'trained' : 'not_passed',
          reason: ending.reason ?? undefined,
        })),
        at,
      )
      await endEnrolments(tx, endings, at)
      const { count } = await tx.cohort.updateMany({
        where: { id: cohort.id, status: 'open', version: cohort.version },
        data: { status: 'closed', closedBy: actor.userId, closedAt: at, version: { increment: 1 } },
      })
      if (count !== 1) refuse('changed_meanwhile')
      record({
        kind: 'cohort.closed',
        subject: { type: 'cohort', id: cohort.id },
        programmeId: cohort.programmeId,
        regencyCode: cohort.regencyCode,
        facts: { ...closed, sessions: sessions.held },
      })
      return closed
    },
    { key, form: 'cohort.close', at },
  )
}

async function endingsOf(tx: Transaction, cohort: { id: string; programmeId: string }): Promise<Ending[]> {
  const programme = await tx.programme.findUniqueOrThrow({
    where: { id: cohort.programmeId },
    select: { attendancePercent: true, excusedLeaveDenominator: true },
  })
  const people = await marksOfCohort(tx, cohort.id)
  return people
    .filter((person) => person.endedAt === null)
    .map((person) => ({ person, ...outcomeOf(person, ruleOf(programme)) }))
}

function countOf(endings: readonly Ending[]): Closed {
  const count = (outcome: string) => endings.filter((ending) => ending.outcome === outcome).length
  return { passed: count('passed'), notPassed: count('not_passed'), left: count('left') }
}

async function endEnrolments(tx: Transaction, endings: readonly Ending[], at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE enrolment e SET outcome = m.outcome, outcome_reason = m.reason, present_count = m.present, session_count = m.sessions, ended_at = ${at}
    FROM unnest(${endings.map((ending) => ending.person.enrolmentId)}::uuid[], ${endings.map((ending) => ending.outcome)}::text[],
                ${endings.map((ending) => ending.reason)}::text[], ${endings.map((ending) => ending.tally.attended)}::int[],
                ${endings.map((ending) => ending.tally.counted)}::int[]) AS m (id, outcome, reason, present, sessions)
    WHERE e.id = m.id AND e.ended_at IS NULL`
}
