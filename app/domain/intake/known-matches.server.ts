import type { Transaction } from '~/domain/audit/write.server'
import { accountIdentity } from '~/domain/beneficiary/account-number'
import type { Actor } from '~/domain/shared/actor'
import { may } from '~/domain/shared/permissions'
import { bulkRows } from '~/platform/bulk-rows.server'
import { type LookupKind, lookupHashes } from '~/platform/crypto.server'
import type { Candidate } from './candidate'
import { type KnownMatches, NO_MATCHES } from './duplicates'

type Wanted = { position: number; kind: LookupKind; keyId: string; hash: Buffer<ArrayBuffer> }
type Found = { position: number; kind: string; regency_code: string; regency: string; number: number }
type Aid = { position: number; kind: string; year: number }

export type Programme = { id: string; fiscalYear: number }

function wantedHashes(candidates: readonly Partial<Candidate>[]): Wanted[] {
  return candidates.flatMap((candidate, position) => {
    const hashes = (kind: LookupKind, value: string | undefined) =>
      value === undefined ? [] : lookupHashes(kind, value).map((hash) => ({ position, kind, ...hash }))
    const account =
      candidate.bankCode && candidate.accountNumber
        ? accountIdentity(candidate.bankCode, candidate.accountNumber)
        : undefined
    return [...hashes('nik', candidate.nik), ...hashes('kk', candidate.kk), ...hashes('account', account)]
  })
}

/**
 * What the portal holds of each candidate: the same NIK, family card or account in this programme year, and aid in an
 * earlier one. `except` is the person who is being corrected. Of somebody out of the actor's reach only the regency is told.
 */
export async function findKnownMatches(
  tx: Transaction,
  actor: Actor,
  programme: Programme,
  candidates: readonly Partial<Candidate>[],
  except: string | null = null,
): Promise<KnownMatches[]> {
  const wanted = wantedHashes(candidates)
  const matches = candidates.map(() => ({ ...NO_MATCHES }))
  if (wanted.length === 0) return matches
  for (const found of await sameThisYear(tx, programme, wanted, except)) {
    const match = matches[found.position]
    if (!match) continue
    const seen = {
      regency: found.regency,
      number: may(actor, 'person.read', found.regency_code) ? found.number : null,
    }
    match[found.kind as 'nik' | 'kk' | 'account'] ??= seen
  }
  for (const aid of await earlierAid(tx, programme, wanted)) {
    const match = matches[aid.position]
    if (match) match[aid.kind === 'nik' ? 'nikAidYear' : 'kkAidYear'] = aid.year
  }
  return matches
}

async function sameThisYear(
  tx: Transaction,
  programme: Programme,
  wanted: readonly Wanted[],
  except: string | null,
): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    SELECT w.position, w.kind, b.regency_code, r.name AS regency, b.number
    FROM jsonb_to_recordset(${bulkRows(wanted)}::jsonb) AS w (position int, kind text, "keyId" text, hash bytea)
    JOIN identity_hash h ON h.kind = w.kind AND h.key_id = w."keyId" AND h.hash = w.hash AND h.programme_id = ${programme.id}::uuid
    JOIN beneficiary b ON b.id = h.beneficiary_id AND b.id IS DISTINCT FROM ${except}::uuid
    JOIN region r ON r.code = b.regency_code
    ORDER BY w.position, b.number`
}

/** Aid in an earlier programme year, of the portal or on a list of past recipients; the latest year of each. */
async function earlierAid(tx: Transaction, programme: Programme, wanted: readonly Wanted[]): Promise<Aid[]> {
  const numbers = wanted.filter((one) => one.kind !== 'account')
  return tx.$queryRaw<Aid[]>`
    WITH w AS (SELECT * FROM jsonb_to_recordset(${bulkRows(numbers)}::jsonb) AS w (position int, kind text, "keyId" text, hash bytea))
    SELECT position, kind, max(year)::int AS year FROM (
      SELECT w.position, w.kind, p.year FROM w JOIN past_recipient p ON w.kind = 'nik' AND p.key_id = w."keyId" AND p.nik_hash = w.hash
      UNION ALL
      SELECT w.position, w.kind, p.year FROM w JOIN past_recipient p ON w.kind = 'kk' AND p.key_id = w."keyId" AND p.kk_hash = w.hash
      UNION ALL
      SELECT w.position, w.kind, y.fiscal_year FROM w
        JOIN identity_hash h ON h.kind = w.kind AND h.key_id = w."keyId" AND h.hash = w.hash
        JOIN beneficiary b ON b.id = h.beneficiary_id AND b.status IN ('disbursing', 'completed', 'graduated')
        JOIN programme y ON y.id = b.programme_id AND y.fiscal_year < ${programme.fiscalYear}) aid
    WHERE year < ${programme.fiscalYear}
    GROUP BY position, kind`
}
