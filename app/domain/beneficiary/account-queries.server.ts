import { compareAccountNames } from '~/domain/disbursement/account-name'
import type { Actor } from '~/domain/shared/actor'
import { authorize, reachOf } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { lookupHashes, open } from '~/platform/crypto.server'
import { db, type Sql, sql } from '~/platform/db.server'
import { accountIdentity, hasUnusualLength, maskAccountNumber } from './account-number'
import { ACCOUNT_DUE, type AccountTask, accountState } from './bank-account'
import type { BeneficiaryStatus } from './lifecycle'
import { getPersonHead, namesOf } from './person-queries.server'
import { requirePerson } from './reach.server'

/** Every account a person has or had, newest first. Refuses `not_found` out of reach. */
export async function listAccounts(actor: Actor, beneficiaryId: string) {
  await requirePerson(db, actor, 'bankAccount.read', beneficiaryId)
  const rows = await db.bankAccount.findMany({ where: { beneficiaryId }, orderBy: { enteredAt: 'desc' } })
  const [names, banks, person] = await Promise.all([
    namesOf(rows.flatMap((row) => [row.enteredBy, row.verifiedBy, row.refusedBy])),
    db.bank.findMany({ where: { code: { in: rows.map((row) => row.bankCode) } } }),
    db.beneficiary.findUniqueOrThrow({
      where: { id: beneficiaryId },
      select: { name: true, programmeId: true },
    }),
  ])
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? '–') : null)
  return Promise.all(
    rows.map(async (row) => {
      const number = open(row.numberEnc)
      const state = accountState(row)
      return {
        id: row.id,
        state,
        ofHeir: row.heirId !== null,
        bank: banks.find((bank) => bank.code === row.bankCode)?.name ?? row.bankCode,
        number: maskAccountNumber(number),
        unusual: hasUnusualLength(number),
        holderName: row.holderName,
        likeness: row.heirId ? null : compareAccountNames(person.name, row.holderName).score,
        enteredBy: row.enteredBy,
        enteredByName: nameOf(row.enteredBy) ?? '–',
        enteredAt: row.enteredAt,
        reason: row.reason,
        inquiryName: row.inquiryName,
        matchPercent: row.matchPercent,
        verifiedByName: nameOf(row.verifiedBy),
        verifiedAt: row.verifiedAt,
        refusedByName: nameOf(row.refusedBy),
        refusedAt: row.refusedAt,
        refusedReason: row.refusedReason,
        sharedBy:
          state === 'superseded'
            ? 0
            : await sharedBy(beneficiaryId, person.programmeId, row.bankCode, number),
      }
    }),
  )
}

export type AccountRow = Awaited<ReturnType<typeof listAccounts>>[number]

/** How many other people of the year have the same account: a warning, as families share accounts and fraud does too. */
async function sharedBy(
  beneficiaryId: string,
  programmeId: string,
  bankCode: string,
  number: string,
): Promise<number> {
  const hashes = lookupHashes('account', accountIdentity(bankCode, number))
  const others = await db.identityHash.findMany({
    where: {
      kind: 'account',
      programmeId,
      beneficiaryId: { not: beneficiaryId },
      OR: hashes.map(({ keyId, hash }) => ({ keyId, hash })),
    },
    select: { beneficiaryId: true },
    distinct: ['beneficiaryId'],
  })
  return others.length
}

/** What the form for a person's account needs. Refuses `not_found` out of reach. */
export async function getAccountToEnter(actor: Actor, beneficiaryId: string, heirId: string | null) {
  await requirePerson(db, actor, 'bankAccount.enter', beneficiaryId)
  const [head, banks, accounts, heir] = await Promise.all([
    getPersonHead(actor, beneficiaryId),
    db.bank.findMany({ orderBy: { code: 'asc' } }),
    db.bankAccount.findMany({ where: { beneficiaryId, heirId, supersededAt: null }, select: { id: true } }),
    heirId
      ? db.heir.findFirst({
          where: { id: heirId, beneficiaryId, confirmedAt: { not: null } },
          select: { id: true, name: true },
        })
      : null,
  ])
  if (heirId && !heir) refuse('not_found')
  return { head, banks: banks.map(({ code, name }) => ({ code, name })), changes: accounts.length > 0, heir }
}

/** An account that waits for its check. Refuses `not_found` out of reach. */
export async function getAccountToCheck(actor: Actor, beneficiaryId: string, accountId: string) {
  authorize(actor, 'bankAccount.verify')
  const account = (await listAccounts(actor, beneficiaryId)).find(
    (row) => row.id === accountId && row.state === 'entered',
  )
  return { head: await getPersonHead(actor, beneficiaryId), account: account ?? refuse('not_found') }
}

const TASK_LIMIT = 50

export type AccountTaskRow = {
  id: string
  name: string
  regency: string
  status: BeneficiaryStatus
  accountId: string | null
  bank: string | null
  holderName: string | null
  enteredBy: string | null
  since: Date
}

/** People whose account is still to be entered, to be verified, or was refused, oldest first; with how many there are. */
export async function listAccountTasks(
  actor: Actor,
  programmeId: string,
  task: AccountTask,
  after: string | null,
) {
  authorize(actor, 'bankAccount.read')
  const { regencyCodes } = reachOf(actor, 'bankAccount.read')
  const inReach =
    regencyCodes === 'all' ? sql`true` : sql`b.regency_code = ANY (${[...regencyCodes]}::text[])`
  const edge =
    after && /^[0-9a-f-]{36}$/.test(after)
      ? sql`AND (b.status_since, b.id) > ((SELECT status_since FROM beneficiary WHERE id = ${after}::uuid), ${after}::uuid)`
      : sql``
  const tasks = sql`
    FROM beneficiary b LEFT JOIN bank_account a ON a.beneficiary_id = b.id AND a.superseded_at IS NULL AND a.heir_id IS NULL
    WHERE b.programme_id = ${programmeId}::uuid AND ${inReach} AND b.status = ANY (${[...ACCOUNT_DUE]}::text[]) AND ${TASKS[task]}`
  const rows = await db.$queryRaw<AccountTaskRow[]>`
    SELECT b.id, b.name, r.name AS regency, b.status, a.id AS "accountId", k.short_name AS bank, a.holder_name AS "holderName",
      a.entered_by AS "enteredBy", coalesce(a.entered_at, b.status_since) AS since
    FROM (SELECT b.*, a.id AS account_id ${tasks} ${edge} ORDER BY b.status_since, b.id LIMIT ${TASK_LIMIT + 1}) b
    JOIN region r ON r.code = b.regency_code LEFT JOIN bank_account a ON a.id = b.account_id LEFT JOIN bank k ON k.code = a.bank_code
    ORDER BY b.status_since, b.id`
  const [counted] = await db.$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM (SELECT 1 ${tasks} LIMIT 10001) few`
  return {
    rows: rows.slice(0, TASK_LIMIT),
    after: rows.length > TASK_LIMIT ? (rows[TASK_LIMIT - 1]?.id ?? null) : null,
    count: counted?.n ?? 0,
  }
}

const TASKS: Record<AccountTask, Sql> = {
  enter: sql`a.id IS NULL`,
  verify: sql`a.id IS NOT NULL AND a.verified_at IS NULL AND a.refused_at IS NULL`,
  refused: sql`a.refused_at IS NOT NULL`,
}
