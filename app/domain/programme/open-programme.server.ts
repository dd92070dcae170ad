import { write } from '~/domain/audit/write.server'
import { UNGRANTED } from '~/domain/disbursement/ledger'
import { postLedger } from '~/domain/disbursement/ledger.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'
import { whyNotOpenable } from './programme'
import { loadForChange } from './programme-state.server'
import type { ProgrammeStep } from './settings.form.server'

/**
 * Opens a programme year: from now on people may be proposed, and its budget stands in the ledger as available.
 * Refuses `programme.not_ready` while something is missing, `changed_meanwhile`.
 */
export async function openProgramme(
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
      const gaps = whyNotOpenable({ ...programme, debtorAccountKnown: programme.debtorAccountEnc !== null })
      if (gaps.length > 0) refuse('programme.not_ready', { n: gaps.length })
      const opened = await tx.programme.updateMany({
        where: { id: programme.id, status: 'draft', version: programme.version },
        data: { status: 'open', version: { increment: 1 } },
      })
      if (opened.count !== 1) throw new Refusal('changed_meanwhile')
      await postLedger(tx, [
        {
          ...UNGRANTED,
          kind: 'budget.opened',
          at,
          programmeId: programme.id,
          from: 'appropriation',
          to: 'available',
          amountRupiah: programme.budgetRupiah,
        },
      ])
      record({
        kind: 'programme.opened',
        subject: { type: 'programme', id: programme.id },
        programmeId: programme.id,
        facts: { code: programme.code, budgetRupiah: programme.budgetRupiah.toString() },
      })
      return { id: programme.id, code: programme.code }
    },
    { key, form: 'programme.open', at },
  )
}
