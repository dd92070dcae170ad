import { write } from '~/domain/audit/write.server'
import { accountIdentity } from '~/domain/beneficiary/account-number'
import { SYSTEM_ACTOR } from '~/domain/shared/actor'
import { type LookupKind, lookupHashes, open } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { env } from '~/platform/env.server'

const PEOPLE_A_BATCH = 250
const ROWS_A_BATCH = 5_000

type Known = { id: string; box: Uint8Array; bankCode: string | null }

/** Where the number of each kind stands; an account is the one that was entered last. */
const SOURCES: Record<
  LookupKind,
  { box: string; bankCode: string; table: string; id: string; where: string }
> = {
  nik: { box: 's.nik_enc', bankCode: 'NULL', table: 'beneficiary', id: 's.id', where: 'true' },
  kk: { box: 's.kk_enc', bankCode: 'NULL', table: 'beneficiary', id: 's.id', where: 'true' },
  phone: {
    box: 's.phone_enc',
    bankCode: 'NULL',
    table: 'beneficiary',
    id: 's.id',
    where: 's.phone_enc IS NOT NULL',
  },
  account: {
    box: 's.number_enc',
    bankCode: 's.bank_code',
    table: 'bank_account',
    id: 's.beneficiary_id',
    where: `NOT EXISTS (SELECT FROM bank_account later WHERE later.beneficiary_id = s.beneficiary_id
                        AND (later.entered_at, later.id) > (s.entered_at, s.id))`,
  },
}

const keyIds = () => env().LOOKUP_KEYS.map(({ id }) => id)

/**
 * Gives every number of a kind its hash under each configured lookup key, a few hundred people at a time. A number that
 * someone changes between reading and writing is left to the next pass; passes end when one finds nothing to do.
 * Gives how many hashes were added.
 */
export async function addHashes(
  kind: LookupKind,
  at: Date,
  report: (added: number) => void = () => undefined,
): Promise<number> {
  let added = 0
  for (;;) {
    const before = added
    added += await addHashesOnce(kind, at, (now) => report(before + now))
    if (added === before) return added
  }
}

async function addHashesOnce(kind: LookupKind, at: Date, report: (added: number) => void): Promise<number> {
  let added = 0
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const people = await peopleWithoutHash(kind, last)
    const end = people.at(-1)
    if (!end) return added
    last = end.id
    added += await insertHashes(kind, people, at)
    report(added)
  }
}

function peopleWithoutHash(kind: LookupKind, after: string): Promise<Known[]> {
  const { box, bankCode, table, id, where } = SOURCES[kind]
  return db.$queryRawUnsafe<Known[]>(
    `SELECT ${id} AS id, ${box} AS box, ${bankCode} AS "bankCode" FROM ${table} s
     WHERE ${id} > $1::uuid AND ${where}
       AND (SELECT count(*) FROM identity_hash h WHERE h.beneficiary_id = ${id} AND h.kind = $2 AND h.key_id = ANY ($3::text[])) < $4
     ORDER BY ${id} LIMIT ${PEOPLE_A_BATCH}`,
    after,
    kind,
    keyIds(),
    keyIds().length,
  )
}

function insertHashes(kind: LookupKind, people: readonly Known[], at: Date): Promise<number> {
  const { box, table, id, where } = SOURCES[kind]
  const rows = people.flatMap((person) => {
    const number = open(person.box)
    const value = kind === 'account' ? accountIdentity(person.bankCode ?? '', number) : number
    return lookupHashes(kind, value).map((hash) => ({ ...hash, person }))
  })
  return write(
    SYSTEM_ACTOR,
    async (tx, record) => {
      const added = await tx.$executeRawUnsafe(
        `INSERT INTO identity_hash (beneficiary_id, kind, key_id, hash, programme_id)
         SELECT n.id, $1, n.key_id, n.hash, b.programme_id
         FROM unnest($2::uuid[], $3::bytea[], $4::text[], $5::bytea[]) AS n (id, box, key_id, hash)
         JOIN beneficiary b ON b.id = n.id
         JOIN ${table} s ON ${id} = n.id AND ${box} = n.box AND ${where}
         ON CONFLICT (beneficiary_id, kind, key_id) DO NOTHING`,
        kind,
        rows.map(({ person }) => person.id),
        rows.map(({ person }) => person.box),
        rows.map(({ keyId }) => keyId),
        rows.map(({ hash }) => hash),
      )
      record({
        kind: 'keys.rotated',
        subject: { type: 'system', id: `identity_hash.${kind}` },
        facts: { part: 'hashes added', rows: added },
      })
      return added
    },
    { at },
  )
}

/** Takes away the hashes of lookup keys that are no longer configured. Gives how many went. */
export async function removeOldHashes(at: Date): Promise<number> {
  let removed = 0
  while (
    await db.identityHash.findFirst({ where: { keyId: { notIn: keyIds() } }, select: { keyId: true } })
  ) {
    removed += await write(
      SYSTEM_ACTOR,
      async (tx, record) => {
        const gone = await tx.$executeRaw`
          DELETE FROM identity_hash WHERE (beneficiary_id, kind, key_id) IN (
            SELECT beneficiary_id, kind, key_id FROM identity_hash WHERE key_id <> ALL (${keyIds()}::text[]) LIMIT ${ROWS_A_BATCH})`
        record({
          kind: 'keys.rotated',
          subject: { type: 'system', id: 'identity_hash' },
          facts: { part: 'hashes removed', rows: gone },
        })
        return gone
      },
      { at },
    )
  }
  return removed
}

/**
 * Past recipients are known by hash alone: one who is also a person of ours gets a row under the new keys; the others
 * can be found only while their key stays configured. Gives both counts.
 */
export async function renewPastRecipients(
  at: Date,
): Promise<{ added: number; boundToOldKeys: { keyId: string; rows: number }[] }> {
  const added = await write(
    SYSTEM_ACTOR,
    async (tx, record) => {
      const rows = await tx.$executeRaw`
        INSERT INTO past_recipient (id, year, key_id, nik_hash, kk_hash, source)
        SELECT DISTINCT ON (fresh.key_id, fresh.hash, p.year) gen_random_uuid(), p.year, fresh.key_id, fresh.hash, kk.hash, p.source
        FROM past_recipient p
        JOIN identity_hash known ON known.kind = 'nik' AND known.key_id = p.key_id AND known.hash = p.nik_hash
        JOIN identity_hash fresh ON fresh.kind = 'nik' AND fresh.beneficiary_id = known.beneficiary_id AND fresh.key_id <> p.key_id
        LEFT JOIN identity_hash kk ON kk.kind = 'kk' AND kk.beneficiary_id = known.beneficiary_id AND kk.key_id = fresh.key_id
          AND EXISTS (SELECT FROM identity_hash old WHERE old.kind = 'kk' AND old.beneficiary_id = known.beneficiary_id
                      AND old.key_id = p.key_id AND old.hash = p.kk_hash)
        WHERE fresh.key_id = ANY (${keyIds()}::text[])
        ON CONFLICT (key_id, nik_hash, year) DO NOTHING`
      record({
        kind: 'keys.rotated',
        subject: { type: 'system', id: 'past_recipient' },
        facts: { part: 'hashes added', rows },
      })
      return rows
    },
    { at },
  )
  const newest = keyIds()[0] ?? ''
  const boundToOldKeys = await db.$queryRaw<{ keyId: string; rows: number }[]>`
    SELECT key_id AS "keyId", count(*)::int AS rows FROM past_recipient p WHERE key_id <> ${newest}
      AND NOT EXISTS (SELECT FROM identity_hash known JOIN identity_hash fresh ON fresh.beneficiary_id = known.beneficiary_id
                      AND fresh.kind = 'nik' AND fresh.key_id = ${newest}
                      WHERE known.kind = 'nik' AND known.key_id = p.key_id AND known.hash = p.nik_hash)
    GROUP BY 1 ORDER BY 1`
  return { added, boundToOldKeys }
}
