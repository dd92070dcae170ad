import { write } from '~/domain/audit/write.server'
import { moveBeneficiary } from '~/domain/beneficiary/move-beneficiary.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { requireOpenCohort } from './reach.server'

export type EndEnrolment = { enrolmentId: string; reason: string }

/**
 * Someone leaves an open cohort before its end: the seat falls free, and who is still in training becomes `not_passed`,
 * from where another cohort may take them. Refuses `not_found`, `training.cohort_closed`, `training.enrolment_ended`.
 */
export async function endEnrolment(
  actor: Actor,
  input: EndEnrolment,
  at: Date,
  key?: string,
): Promise<{ cohortId: string }> {
  authorize(actor, 'cohort.write')
  return write(
    actor,
    async (tx, record) => {
      const enrolment = await tx.enrolment.findUnique({ where: { id: input.enrolmentId } })
      if (!enrolment) refuse('not_found')
      const cohort = await requireOpenCohort(tx, actor, 'cohort.write', enrolment.cohortId)
      const { count } = await tx.enrolment.updateMany({
        where: { id: enrolment.id, endedAt: null },
        data: { outcome: 'left', outcomeReason: input.reason, endedAt: at },
      })
      if (count !== 1) refuse('training.enrolment_ended')
      const person = await tx.beneficiary.findUniqueOrThrow({
        where: { id: enrolment.beneficiaryId },
        select: { id: true, status: true },
      })
      if (person.status === 'training')
        await moveBeneficiary(
          tx,
          record,
          actor,
          { beneficiaryId: person.id, from: 'training', to: 'not_passed', reason: input.reason },
          at,
        )
      await tx.beneficiary.updateMany({
        where: { id: person.id, cohortId: cohort.id },
        data: { cohortId: null },
      })
      record({
        kind: 'enrolment.ended',
        subject: { type: 'enrolment', id: enrolment.id },
        beneficiaryId: person.id,
        programmeId: cohort.programmeId,
        regencyCode: cohort.regencyCode,
        facts: { cohort: cohort.id, outcome: 'left' },
        personal: { reason: input.reason },
      })
      return { cohortId: cohort.id }
    },
    { key, form: 'enrolment.end', at },
  )
}
