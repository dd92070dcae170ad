import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'
import { loadForChange } from './programme-state.server'
import type { ProgrammeStep } from './settings.form.server'

/** Payments in these states are under way; a year does not close over them. */
const UNDER_WAY = ['batched', 'approved', 'sent']

/**
 * Closes an open year: its settings stay as they are and nobody new is proposed. Refuses `programme.not_open`,
 * `programme.payments_under_way`, `changed_meanwhile`.
 */
export async function closeProgramme(
  actor: Actor,
  input: ProgrammeStep,
  at: Date,
  key?: string,
): Promise<{ id: string; code: string }> {
  authorize(actor, 'programme.write')
  return write(
    actor,
    async (tx, record) => {
      const programme = await loadForChange(tx, input)
      if (programme.status !== 'open') refuse('programme.not_open')
      const underWay = await tx.payment.count({
        where: { programmeId: programme.id, status: { in: UNDER_WAY } },
      })
      if (underWay > 0) refuse('programme.payments_under_way', { n: underWay })
      const closed = await tx.programme.updateMany({
        where: { id: programme.id, status: 'open', version: programme.version },
        data: { status: 'closed', version: { increment: 1 } },
      })
      if (closed.count !== 1) throw new Refusal('changed_meanwhile')
      record({
        kind: 'programme.closed',
        subject: { type: 'programme', id: programme.id },
        programmeId: programme.id,
        facts: { code: programme.code },
      })
      return { id: programme.id, code: programme.code }
    },
    { key, form: 'programme.close', at },
  )
}
