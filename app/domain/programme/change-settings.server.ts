import { write } from '~/domain/audit/write.server'
import { UNGRANTED } from '~/domain/disbursement/ledger'
import { postLedger } from '~/domain/disbursement/ledger.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { whyNotChangeSettings } from './change'
import { settingsColumns } from './create-programme.server'
import { dependenceOn, keepVersion, loadForChange, type ProgrammeState } from './programme-state.server'
import type { ChangeSettings } from './settings.form.server'

/**
 * Changes the settings of a programme year. In an open year the state before is kept as a version with its reason, and
 * a changed budget is posted to the ledger. Refuses `programme.closed`, `programme.reason_needed`,
 * `programme.code_fixed`, `programme.year_fixed`, `programme.budget_below_grants`, `programme.requirement_judged`,
 * `changed_meanwhile`.
 */
export async function changeSettings(
  actor: Actor,
  input: ChangeSettings,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'programme.write')
  return write(
    actor,
    async (tx, record) => {
      const before = await loadForChange(tx, input)
      const next = settingsColumns(input)
      if (before.status !== 'draft') {
        const no = whyNotChangeSettings(before, next, await dependenceOn(tx, before.id))
        if (no) throw new Refusal(no.code, no.params, no.field ? { field: no.field } : {})
      }
      await keepVersion(tx, actor, before, input.reason, at)
      const gone = input.debtorBankCode ? {} : { debtorAccountEnc: null }
      await tx.programme.update({ where: { id: before.id }, data: { ...next, ...gone } })
      if (before.status === 'open' && next.budgetRupiah !== before.budgetRupiah) {
        await postLedger(tx, [budgetPosting(before, next.budgetRupiah, at)])
      }
      record({
        kind: 'programme.changed',
        subject: { type: 'programme', id: before.id },
        programmeId: before.id,
        facts: {
          part: 'settings',
          version: before.version,
          ...changesOf(before, next, Boolean(input.debtorAccount)),
        },
      })
      return { id: before.id }
    },
    { key, form: 'programme.settings', at },
  )
}

function budgetPosting(before: ProgrammeState, budgetRupiah: bigint, at: Date) {
  const raised = budgetRupiah > before.budgetRupiah
  return {
    ...UNGRANTED,
    kind: raised ? ('budget.raised' as const) : ('budget.lowered' as const),
    at,
    programmeId: before.id,
    from: raised ? ('appropriation' as const) : ('available' as const),
    to: raised ? ('available' as const) : ('appropriation' as const),
    amountRupiah: raised ? budgetRupiah - before.budgetRupiah : before.budgetRupiah - budgetRupiah,
  }
}

const COMPARED = [
  'code',
  'name',
  'fiscalYear',
  'budgetRupiah',
  'attendancePercent',
  'excusedLeaveDenominator',
  'approvalThresholdRupiah',
  'objectionDays',
  'earlierRecipients',
  'sameFamilyCard',
  'debtorName',
  'debtorBankCode',
] as const

type Compared = Record<(typeof COMPARED)[number], string | number | bigint | boolean | null>

/** Facts of a change: each setting that differs, before and after. The account number is only said to be new. */
function changesOf(before: Compared, next: Compared, newAccount: boolean): Record<string, string | boolean> {
  const facts: Record<string, string | boolean> = newAccount ? { newDebtorAccount: true } : {}
  for (const name of COMPARED) {
    if (before[name] !== next[name]) facts[name] = `${before[name] ?? ''} > ${next[name] ?? ''}`
  }
  return facts
}
