import { noteInvolvement } from '~/domain/audit/involve.server'
import { type Transaction, write } from '~/domain/audit/write.server'
import { compareAccountNames } from '~/domain/disbursement/account-name'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { accountState } from './bank-account'
import { requirePeople } from './reach.server'

export type AccountDecision = {
  accountId: string
  decision: 'verified' | 'refused'
  /** The holder's name as the bank gives it; needed to verify. */
  inquiryName?: string | undefined
  reason?: string | undefined
}

type Judged = AccountDecision & { beneficiaryId: string; matchPercent: number | null }

/**
 * Decides about entered accounts after the name inquiry at the bank: a person compares the names, the percentage only
 * helps them. All or none. Refuses `not_found` out of reach, `beneficiary.entered_it_yourself` (M3, the database too),
 * `already_done` for a decided account, `changed_meanwhile` for a superseded one, and
 * `beneficiary.inquiry_name_needed` or `beneficiary.refusal_reason_needed`.
 */
export async function verifyAccounts(
  actor: Actor,
  decisions: readonly AccountDecision[],
  at: Date,
  key?: string,
): Promise<{ decided: number }> {
  authorize(actor, 'bankAccount.verify')
  if (decisions.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const accounts = await loadAccounts(tx, decisions)
      const people = await requirePeople(
        tx,
        actor,
        'bankAccount.verify',
        [...accounts.values()].map((account) => account.beneficiaryId),
      )
      const personOf = (id: string) => people.get(id) ?? refuse('not_found')
      const judged = decisions.map((decision) => {
        const account = accounts.get(decision.accountId) ?? refuse('not_found')
        return judge(actor, decision, account, personOf(account.beneficiaryId).name)
      })
      await settle(tx, actor, judged, at)
      const verified = judged.filter((one) => one.decision === 'verified').map((one) => one.beneficiaryId)
      if (verified.length > 0) await noteInvolvement(tx, actor, verified, 'account_verified', at)
      record.many(
        judged.map((one) => ({
          kind:
            one.decision === 'verified'
              ? ('bank_account.verified' as const)
              : ('bank_account.refused' as const),
          subject: { type: 'bank_account' as const, id: one.accountId },
          beneficiaryId: one.beneficiaryId,
          programmeId: personOf(one.beneficiaryId).programmeId,
          regencyCode: personOf(one.beneficiaryId).regencyCode,
          facts: { matchPercent: one.matchPercent },
          personal: { inquiry: one.inquiryName ?? null, reason: one.reason ?? null },
        })),
      )
      return { decided: judged.length }
    },
    { key, form: 'bankAccount.verify', at },
  )
}

async function loadAccounts(tx: Transaction, decisions: readonly AccountDecision[]) {
  const accounts = await tx.bankAccount.findMany({
    where: { id: { in: decisions.map((decision) => decision.accountId) } },
    select: {
      id: true,
      beneficiaryId: true,
      holderName: true,
      enteredBy: true,
      verifiedAt: true,
      refusedAt: true,
      supersededAt: true,
    },
  })
  return new Map(accounts.map((account) => [account.id, account]))
}

type LoadedAccount =
  Awaited<ReturnType<typeof loadAccounts>> extends Map<string, infer Account> ? Account : never

function judge(actor: Actor, decision: AccountDecision, account: LoadedAccount, name: string): Judged {
  const state = accountState(account)
  if (state === 'superseded') refuse('changed_meanwhile')
  if (state !== 'entered') refuse('already_done')
  if (account.enteredBy === actor.userId) refuse('beneficiary.entered_it_yourself', { name })
  const { inquiryName, reason } = decision
  if (decision.decision === 'verified' && !inquiryName)
    refuse('beneficiary.inquiry_name_needed', { name }, { kind: 'invalid', field: 'inquiryName' })
  if (decision.decision === 'refused' && !reason)
    refuse('beneficiary.refusal_reason_needed', { name }, { kind: 'invalid', field: 'reason' })
  const matchPercent = inquiryName ? compareAccountNames(account.holderName, inquiryName).score : null
  return { ...decision, beneficiaryId: account.beneficiaryId, matchPercent }
}

async function settle(tx: Transaction, actor: Actor, judged: readonly Judged[], at: Date): Promise<void> {
  const all = <Value>(pick: (one: Judged) => Value): Value[] => judged.map(pick)
  const settled = await tx.$executeRaw`
    UPDATE bank_account a SET inquiry_name = d.inquiry_name, match_percent = d.match_percent,
      verified_by = CASE WHEN d.decision = 'verified' THEN ${actor.userId}::uuid END, verified_at = CASE WHEN d.decision = 'verified' THEN ${at}::timestamptz END,
      refused_by = CASE WHEN d.decision = 'refused' THEN ${actor.userId}::uuid END, refused_at = CASE WHEN d.decision = 'refused' THEN ${at}::timestamptz END,
      refused_reason = CASE WHEN d.decision = 'refused' THEN d.reason END
    FROM unnest(${all((one) => one.accountId)}::uuid[], ${all((one) => one.decision)}::text[], ${all((one) => one.inquiryName ?? null)}::text[],
                ${all((one) => one.matchPercent)}::int[], ${all((one) => one.reason ?? null)}::text[])
      AS d (id, decision, inquiry_name, match_percent, reason)
    WHERE a.id = d.id AND a.verified_at IS NULL AND a.refused_at IS NULL AND a.superseded_at IS NULL`
  if (settled !== judged.length) refuse('changed_meanwhile')
}
