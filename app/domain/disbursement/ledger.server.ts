import type { Transaction } from '~/domain/audit/write.server'
import { type Account, isUngranted, type Posting, UNGRANTED } from './ledger'

type Side = Pick<Posting, 'regencyCode' | 'sectorCode' | 'quarter'> & { account: Account }

/**
 * Appends postings to the ledger, two entries each, all in one statement. Nothing in the ledger is ever changed: a
 * correction is a posting the other way. The database refuses a posting that does not sum to zero
 * (`database.ledger_zero` is a defect) and an account that would fall below zero (`database.balance_not_negative`).
 */
export async function postLedger(tx: Transaction, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return
  const wrong = postings.find((posting) => posting.amountRupiah <= 0n || posting.from === posting.to)
  if (wrong) throw new Error(`a ${wrong.kind} posting must move a positive amount between two accounts`)
  const from = postings.map((posting) => sideOf(posting, posting.from))
  const to = postings.map((posting) => sideOf(posting, posting.to))
  await tx.$executeRaw`
    WITH posting AS MATERIALIZED (
      SELECT gen_random_uuid() AS id, p.*
      FROM unnest(${postings.map((one) => one.kind)}::text[], ${postings.map((one) => one.at)}::timestamptz[], ${postings.map((one) => one.programmeId)}::uuid[],
                  ${postings.map((one) => one.beneficiaryId ?? null)}::uuid[], ${postings.map((one) => one.paymentId ?? null)}::uuid[], ${postings.map((one) => one.amountRupiah)}::bigint[],
                  ${from.map((side) => side.account)}::text[], ${from.map((side) => side.regencyCode)}::text[], ${from.map((side) => side.sectorCode)}::text[], ${from.map((side) => side.quarter)}::text[],
                  ${to.map((side) => side.account)}::text[], ${to.map((side) => side.regencyCode)}::text[], ${to.map((side) => side.sectorCode)}::text[], ${to.map((side) => side.quarter)}::text[])
        AS p (kind, at, programme_id, beneficiary_id, payment_id, amount,
              from_account, from_regency, from_sector, from_quarter, to_account, to_regency, to_sector, to_quarter)
    )
    INSERT INTO ledger_entry (posting_id, kind, at, programme_id, beneficiary_id, payment_id, account, amount_rupiah, regency_code, sector_code, quarter)
    SELECT posting.id, posting.kind, posting.at, posting.programme_id, posting.beneficiary_id, posting.payment_id, side.account, side.amount, side.regency, side.sector, side.quarter
    FROM posting CROSS JOIN LATERAL (VALUES
      (posting.from_account, -posting.amount, posting.from_regency, posting.from_sector, posting.from_quarter),
      (posting.to_account, posting.amount, posting.to_regency, posting.to_sector, posting.to_quarter)
    ) AS side (account, amount, regency, sector, quarter)`
}

function sideOf(posting: Posting, account: Account): Side {
  const { regencyCode, sectorCode, quarter } = isUngranted(account) ? UNGRANTED : posting
  return { account, regencyCode, sectorCode, quarter }
}
