import { randomUUID } from 'node:crypto'
import { noteInvolvement } from '~/domain/audit/involve.server'
import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { lookupHashes, seal } from '~/platform/crypto.server'
import { accountIdentity, maskAccountNumber } from './account-number'
import { mayHaveAccount } from './bank-account'
import type { BeneficiaryStatus } from './lifecycle'
import { type ReachedPerson, requirePeople } from './reach.server'

export type AccountEntry = {
  beneficiaryId: string
  bankCode: string
  accountNumber: string
  holderName: string
  /** Why it changes; needed where there is an account already. */
  reason?: string | undefined
  /** The heir whose account it is, after a death. */
  heirId?: string | undefined
}

type Standing = { id: string; beneficiary_id: string; heir_id: string | null }

/**
 * Enters accounts of people, or of their confirmed heirs; a changed account is a new row that nobody has verified yet,
 * and the old one is superseded. All or none. Refuses `not_found` out of reach, `beneficiary.account_not_due` for
 * somebody who left the road, `beneficiary.account_reason_needed` for a change without a reason,
 * `beneficiary.heir_not_confirmed`, and `beneficiary.bank_unknown`.
 */
export async function enterAccounts(
  actor: Actor,
  entries: readonly AccountEntry[],
  at: Date,
  key?: string,
): Promise<{ entered: number }> {
  authorize(actor, 'bankAccount.enter')
  if (entries.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const people = await requirePeople(
        tx,
        actor,
        'bankAccount.enter',
        entries.map((entry) => entry.beneficiaryId),
      )
      const personOf = (entry: AccountEntry) => people.get(entry.beneficiaryId) ?? refuse('not_found')
      await requireBanks(tx, entries)
      await requireHeirs(tx, entries)
      const standing = await standingAccounts(tx, entries)
      for (const entry of entries) checkEntry(entry, personOf(entry), standing)
      const fresh = entries.map((entry) => ({ id: randomUUID(), entry }))
      await supersede(tx, standing, at)
      await insertAccounts(tx, actor, fresh, at)
      await keepIdentities(
        tx,
        fresh.map(({ entry }) => ({ entry, programmeId: personOf(entry).programmeId })),
      )
      await noteInvolvement(
        tx,
        actor,
        entries.map((entry) => entry.beneficiaryId),
        'account_entered',
        at,
      )
      record.many(
        fresh.map(({ id, entry }) => ({
          kind: 'bank_account.entered' as const,
          subject: { type: 'bank_account' as const, id },
          beneficiaryId: entry.beneficiaryId,
          programmeId: personOf(entry).programmeId,
          regencyCode: personOf(entry).regencyCode,
          facts: {
            bank: entry.bankCode,
            changed: standingOf(standing, entry) !== undefined,
            heir: entry.heirId ?? null,
          },
          personal: {
            holder: entry.holderName,
            account: maskAccountNumber(entry.accountNumber),
            reason: entry.reason ?? null,
          },
        })),
      )
      return { entered: entries.length }
    },
    { key, form: 'bankAccount.enter', at },
  )
}

function standingOf(standing: readonly Standing[], entry: AccountEntry): Standing | undefined {
  return standing.find(
    (row) => row.beneficiary_id === entry.beneficiaryId && row.heir_id === (entry.heirId ?? null),
  )
}

function checkEntry(entry: AccountEntry, person: ReachedPerson, standing: readonly Standing[]): void {
  const { name, status } = person
  const due = entry.heirId ? status === 'deceased' : mayHaveAccount(status as BeneficiaryStatus)
  if (!due) refuse('beneficiary.account_not_due', { name })
  if (standingOf(standing, entry) && !entry.reason)
    refuse('beneficiary.account_reason_needed', { name }, { kind: 'invalid', field: 'reason' })
}

async function requireBanks(tx: Transaction, entries: readonly AccountEntry[]): Promise<void> {
  const codes = [...new Set(entries.map((entry) => entry.bankCode))]
  const known = await tx.bank.count({ where: { code: { in: codes } } })
  if (known !== codes.length) refuse('beneficiary.bank_unknown', {}, { kind: 'invalid', field: 'bankCode' })
}

async function requireHeirs(tx: Transaction, entries: readonly AccountEntry[]): Promise<void> {
  const wanted = entries.filter((entry) => entry.heirId)
  if (wanted.length === 0) return
  const heirs = await tx.heir.findMany({
    where: { id: { in: wanted.map((entry) => entry.heirId ?? '') }, confirmedAt: { not: null } },
    select: { id: true, beneficiaryId: true },
  })
  const confirmed = new Set(heirs.map((heir) => `${heir.beneficiaryId} ${heir.id}`))
  if (!wanted.every((entry) => confirmed.has(`${entry.beneficiaryId} ${entry.heirId}`)))
    refuse('beneficiary.heir_not_confirmed')
}

/** The accounts that the entries replace: for an heir the heir's own, else the person's. */
async function standingAccounts(tx: Transaction, entries: readonly AccountEntry[]): Promise<Standing[]> {
  return tx.$queryRaw<Standing[]>`
    SELECT a.id, a.beneficiary_id, a.heir_id
    FROM unnest(${entries.map((entry) => entry.beneficiaryId)}::uuid[], ${entries.map((entry) => entry.heirId ?? null)}::uuid[]) AS e (beneficiary_id, heir_id)
    JOIN bank_account a ON a.beneficiary_id = e.beneficiary_id AND a.heir_id IS NOT DISTINCT FROM e.heir_id
    WHERE a.superseded_at IS NULL`
}

async function supersede(tx: Transaction, standing: readonly Standing[], at: Date): Promise<void> {
  if (standing.length === 0) return
  const { count } = await tx.bankAccount.updateMany({
    where: { id: { in: standing.map((row) => row.id) }, supersededAt: null },
    data: { supersededAt: at },
  })
  if (count !== standing.length) refuse('changed_meanwhile')
}

type Fresh = { id: string; entry: AccountEntry }

async function insertAccounts(
  tx: Transaction,
  actor: Actor,
  fresh: readonly Fresh[],
  at: Date,
): Promise<void> {
  const all = <Value>(pick: (entry: AccountEntry) => Value): Value[] => fresh.map(({ entry }) => pick(entry))
  await tx.$executeRaw`
    INSERT INTO bank_account (id, beneficiary_id, heir_id, bank_code, number_enc, holder_name, reason, entered_by, entered_at)
    SELECT id, beneficiary_id, heir_id, bank_code, number_enc, holder_name, reason, ${actor.userId}::uuid, ${at}
    FROM unnest(${fresh.map(({ id }) => id)}::uuid[], ${all((entry) => entry.beneficiaryId)}::uuid[], ${all((entry) => entry.heirId ?? null)}::uuid[],
                ${all((entry) => entry.bankCode)}::text[], ${all((entry) => seal(entry.accountNumber))}::bytea[],
                ${all((entry) => entry.holderName)}::text[], ${all((entry) => entry.reason ?? null)}::text[])
      AS a (id, beneficiary_id, heir_id, bank_code, number_enc, holder_name, reason)`
}

/** Keyed hashes of bank and number, so that one account of several people is seen. */
async function keepIdentities(
  tx: Transaction,
  kept: readonly { entry: AccountEntry; programmeId: string }[],
): Promise<void> {
  const rows = kept.flatMap(({ entry, programmeId }) =>
    lookupHashes('account', accountIdentity(entry.bankCode, entry.accountNumber)).map((hash) => ({
      ...hash,
      programmeId,
      id: entry.beneficiaryId,
    })),
  )
  await tx.$executeRaw`DELETE FROM identity_hash WHERE kind = 'account' AND beneficiary_id = ANY (${kept.map(({ entry }) => entry.beneficiaryId)}::uuid[])`
  await tx.$executeRaw`
    INSERT INTO identity_hash (beneficiary_id, kind, key_id, hash, programme_id)
    SELECT id, 'account', key_id, hash, programme_id
    FROM unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.keyId)}::text[], ${rows.map((row) => row.hash)}::bytea[], ${rows.map((row) => row.programmeId)}::uuid[])
      AS h (id, key_id, hash, programme_id)`
}
