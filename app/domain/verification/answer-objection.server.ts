import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'
import type { AnswerObjection } from './verification.form.server'

/**
 * Answers an objection, once. An upheld one keeps the person off every decree; they leave the programme by an exit that
 * somebody else confirms. Refuses `not_found` and `verification.objection_answered`.
 */
export async function answerObjection(
  actor: Actor,
  input: AnswerObjection,
  at: Date,
  key?: string,
): Promise<{ id: string; periodId: string }> {
  authorize(actor, 'objection.write')
  const upheld = input.verdict === 'upheld'
  return write(
    actor,
    async (tx, record) => {
      const objection = await tx.objection.findUnique({ where: { id: input.objectionId } })
      if (!objection) throw new Refusal('not_found')
      const period = await tx.objectionPeriod.findUnique({ where: { id: objection.periodId } })
      if (!period) throw new Refusal('not_found')
      const answered = await tx.objection.updateMany({
        where: { id: objection.id, answeredAt: null },
        data: { answer: input.answer, upheld, answeredBy: actor.userId, answeredAt: at },
      })
      if (answered.count !== 1) refuse('verification.objection_answered')
      record({
        kind: 'objection.answered',
        subject: { type: 'objection', id: objection.id },
        beneficiaryId: objection.beneficiaryId,
        programmeId: period.programmeId,
        regencyCode: period.regencyCode,
        facts: { upheld },
        personal: { answer: input.answer },
      })
      return { id: objection.id, periodId: objection.periodId }
    },
    { key, form: 'verification.answer', at },
  )
}
