import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { sharesOf, whyNotAPlan } from './programme'
import { keepVersion, loadForChange } from './programme-state.server'
import type { PlanTranches } from './settings.form.server'

const SENTENCES = {
  none: 'programme.plan_empty',
  too_many: 'programme.plan_too_long',
  not_whole: 'programme.plan_not_whole',
  not_in_order: 'programme.plan_not_in_order',
  other_year: 'programme.plan_other_year',
} as const

/**
 * Sets the tranche plan that grants made from now on follow; grants already made keep theirs. Refuses a plan that is
 * empty, too long, out of order, outside the fiscal year or not exactly 100 %; `programme.closed`,
 * `programme.reason_needed`, `changed_meanwhile`.
 */
export async function planTranches(
  actor: Actor,
  input: PlanTranches,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'programme.write')
  return write(
    actor,
    async (tx, record) => {
      const before = await loadForChange(tx, input)
      const lines = input.tranches.map((line, index) => ({
        programmeId: before.id,
        number: index + 1,
        quarter: line.quarter ?? '',
        shareBp: line.share ?? 0,
      }))
      const no = whyNotAPlan(lines, before.fiscalYear)
      if (no)
        refuse(
          SENTENCES[no],
          { percent: sharesOf(lines) / 100, year: before.fiscalYear },
          { kind: 'invalid' },
        )
      await keepVersion(tx, actor, before, input.reason, at)
      await tx.programmeTranche.deleteMany({ where: { programmeId: before.id } })
      await tx.programmeTranche.createMany({ data: lines })
      record({
        kind: 'programme.changed',
        subject: { type: 'programme', id: before.id },
        programmeId: before.id,
        facts: {
          part: 'tranches',
          version: before.version,
          plan: lines.map((line) => `${line.quarter} ${line.shareBp}`),
        },
      })
      return { id: before.id }
    },
    { key, form: 'programme.tranches', at },
  )
}
