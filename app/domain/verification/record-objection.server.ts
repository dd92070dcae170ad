import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { dateOf, dayOfDate } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { day } from '~/ui/format'
import { takesObjections } from './standing'
import type { RecordObjection } from './verification.form.server'

/** Statuses in which a decree has not named the person yet. */
const BEFORE_DECREE = ['verified', 'waitlisted']

/**
 * Records an objection to somebody on a published list. Refuses `not_found`, `verification.objection_out_of_time` when
 * it was received outside the list's days, `verification.objection_in_future`, and `verification.decreed_already`.
 */
export async function recordObjection(
  actor: Actor,
  input: RecordObjection,
  at: Date,
  key?: string,
): Promise<{ id: string; periodId: string }> {
  authorize(actor, 'objection.write')
  return write(
    actor,
    async (tx, record) => {
      const period = await tx.objectionPeriod.findUnique({ where: { id: input.periodId } })
      const entry = await tx.objectionPeriodEntry.findUnique({
        where: { periodId_beneficiaryId: { periodId: input.periodId, beneficiaryId: input.beneficiaryId } },
      })
      const person = await tx.beneficiary.findUnique({
        where: { id: input.beneficiaryId },
        select: { status: true, name: true },
      })
      if (!period || !entry || !person) throw new Refusal('not_found')
      const days = { publishedOn: dayOfDate(period.publishedOn), closesOn: dayOfDate(period.closesOn) }
      if (input.receivedOn > dayIn(at))
        refuse('verification.objection_in_future', {}, { kind: 'invalid', field: 'receivedOn' })
      if (!takesObjections(days, input.receivedOn))
        refuse('verification.objection_out_of_time', spoken(actor, days), {
          kind: 'invalid',
          field: 'receivedOn',
        })
      if (!BEFORE_DECREE.includes(person.status))
        refuse('verification.decreed_already', { name: person.name })
      const { id } = await tx.objection.create({
        data: { ...input, receivedOn: dateOf(input.receivedOn), recordedBy: actor.userId, recordedAt: at },
      })
      record({
        kind: 'objection.recorded',
        subject: { type: 'objection', id },
        beneficiaryId: input.beneficiaryId,
        programmeId: period.programmeId,
        regencyCode: period.regencyCode,
        facts: { periodId: period.id, receivedOn: input.receivedOn },
        personal: { fromName: input.fromName, text: input.text },
      })
      return { id, periodId: period.id }
    },
    { key, form: 'verification.objection', at },
  )
}

function spoken(
  actor: Actor,
  days: { publishedOn: string; closesOn: string },
): { publishedOn: string; closesOn: string } {
  return { publishedOn: day(days.publishedOn, actor.locale), closesOn: day(days.closesOn, actor.locale) }
}
