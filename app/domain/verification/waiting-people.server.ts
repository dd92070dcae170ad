import { PLACED_STATUSES } from '~/domain/beneficiary/lifecycle'
import type { Day } from '~/domain/shared/day'
import type { Transaction } from '~/platform/db.server'
import type { Contender } from './placement'
import { type OnTheWay, standingOf } from './standing'

type Row = {
  id: string
  number: number
  name: string
  village: string
  regencyCode: string
  decile: number | null
  incomePerHeadRupiah: bigint | null
  registeredAt: Date
  status: 'verified' | 'waitlisted'
  onHold: boolean
  closesOn: Day | null
  openObjections: number
  upheldObjection: boolean
  offer: OnTheWay['offer']
}

export type WaitingPerson = Contender & {
  name: string
  village: string
  regencyCode: string
  closesOn: Day | null
  status: Row['status']
}

/**
 * Everybody verified or on the waiting list in these regencies, most in need first, with where they stand on a day.
 * Reads through the caller's transaction, so that a decree decides on what it saw.
 */
export async function loadWaitingPeople(
  tx: Pick<Transaction, '$queryRaw'>,
  programmeId: string,
  regencyCodes: readonly string[],
  today: Day,
): Promise<WaitingPerson[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT b.id, b.number, b.name, coalesce(v.name, '') AS village, b.regency_code AS "regencyCode", b.decile,
           b.income_per_head_rupiah AS "incomePerHeadRupiah", b.registered_at AS "registeredAt", b.status, b.on_hold AS "onHold",
           to_char(p.closes_on, 'YYYY-MM-DD') AS "closesOn",
           coalesce(o.open, 0)::int AS "openObjections", coalesce(o.upheld, false) AS "upheldObjection",
           CASE WHEN w.id IS NULL THEN 'none' WHEN w.confirmed_at IS NULL THEN 'open' ELSE 'confirmed' END AS offer
    FROM beneficiary b
    LEFT JOIN region v ON v.code = b.village_code
    LEFT JOIN objection_period_entry e ON e.beneficiary_id = b.id
    LEFT JOIN objection_period p ON p.id = e.period_id
    LEFT JOIN waitlist_offer w ON w.beneficiary_id = b.id
    LEFT JOIN (
      SELECT beneficiary_id, count(*) FILTER (WHERE answered_at IS NULL) AS open, bool_or(upheld) AS upheld
      FROM objection GROUP BY beneficiary_id) o ON o.beneficiary_id = b.id
    WHERE b.programme_id = ${programmeId}::uuid AND b.regency_code = ANY (${[...regencyCodes]}::text[]) AND b.status IN ('verified', 'waitlisted')
    ORDER BY b.regency_code, coalesce(b.decile, 11), coalesce(b.income_per_head_rupiah, 9223372036854775807), b.registered_at, b.number`
  return rows.map(({ id, ...row }) => ({ ...row, beneficiaryId: id, standing: standingOf(row, today) }))
}

/** Places of each regency that nobody has: the quota less everybody from the decree on. */
export async function loadFreePlaces(
  tx: Pick<Transaction, '$queryRaw'>,
  programmeId: string,
  regencyCodes: readonly string[],
): Promise<Map<string, { quota: number; placed: number; free: number }>> {
  const rows = await tx.$queryRaw<{ regencyCode: string; quota: number; placed: number }[]>`
    SELECT q.regency_code AS "regencyCode", q.persons AS quota, coalesce(sum(s.persons), 0)::int AS placed
    FROM programme_quota q
    LEFT JOIN status_balance s ON s.programme_id = q.programme_id AND s.regency_code = q.regency_code AND s.status = ANY (${[...PLACED_STATUSES]}::text[])
    WHERE q.programme_id = ${programmeId}::uuid AND q.regency_code = ANY (${[...regencyCodes]}::text[])
    GROUP BY q.regency_code, q.persons`
  return new Map(
    rows.map(({ regencyCode, quota, placed }) => [
      regencyCode,
      { quota, placed, free: Math.max(0, quota - placed) },
    ]),
  )
}
