import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { seal } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import type { CreateProgramme } from './settings.form.server'

/** The columns that a settings form fills; the account number only when it was typed. */
export function settingsColumns(input: Omit<CreateProgramme, 'reason'>) {
  return {
    code: input.code,
    name: input.name,
    fiscalYear: input.fiscalYear,
    budgetRupiah: input.budgetRupiah,
    attendancePercent: input.attendancePercent,
    excusedLeaveDenominator: input.excusedRule === 'leaves',
    approvalThresholdRupiah: input.approvalThresholdRupiah,
    objectionDays: input.objectionDays,
    earlierRecipients: input.earlierRecipients,
    sameFamilyCard: input.sameFamilyCard,
    debtorName: input.debtorName ?? null,
    debtorBankCode: input.debtorBankCode ?? null,
    ...(input.debtorAccount ? { debtorAccountEnc: seal(input.debtorAccount) } : {}),
  }
}

/**
 * Adds a programme year as a draft, with a quota of zero for every regency of the province.
 * Refuses `not_allowed`, and `database.programme_code_key` when the code is taken.
 */
export async function createProgramme(
  actor: Actor,
  input: CreateProgramme,
  at: Date,
  key?: string,
): Promise<{ id: string; code: string }> {
  authorize(actor, 'programme.write')
  const regencies = await db.region.findMany({ where: { level: 'regency' }, select: { code: true } })
  return write(
    actor,
    async (tx, record) => {
      const { id, code } = await tx.programme.create({
        data: {
          ...settingsColumns(input),
          createdBy: actor.userId,
          createdAt: at,
          quotas: { create: regencies.map((regency) => ({ regencyCode: regency.code, persons: 0 })) },
        },
      })
      record({
        kind: 'programme.created',
        subject: { type: 'programme', id },
        programmeId: id,
        facts: { code, year: input.fiscalYear, budgetRupiah: input.budgetRupiah.toString() },
      })
      return { id, code }
    },
    { key, form: 'programme.create', at },
  )
}
