import { write } from '~/domain/audit/write.server'
import { SYSTEM_ACTOR } from '~/domain/shared/actor'
import { newestBoxPrefix, resealBox } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import type { SealedColumn } from './sealed-columns'

const ROWS_A_BATCH = 250

type Row = { box: Uint8Array } & Record<string, unknown>

/** How many boxes of a column lie under which data key. */
export async function countBoxes({
  table,
  column,
}: SealedColumn): Promise<{ keyId: string; boxes: number }[]> {
  return db.$queryRawUnsafe<{ keyId: string; boxes: number }[]>(
    `SELECT convert_from(substring(${column} FROM 3 FOR get_byte(${column}, 1)), 'UTF8') AS "keyId", count(*)::int AS boxes
     FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 1`,
  )
}

/**
 * Moves the boxes of a column under the newest data key, a few hundred at a time, each batch a transaction of its own, so
 * that work goes on beside it; a row that someone changes in the meantime keeps what they wrote. Broken off, it goes
 * on where it was: only boxes of older keys are looked for. Gives how many boxes were renewed.
 */
export async function resealColumn(
  column: SealedColumn,
  at: Date,
  report: (renewed: number) => void = () => undefined,
): Promise<number> {
  let renewed = 0
  let last: Row | undefined
  for (;;) {
    const rows = await olderBoxes(column, last)
    last = rows.at(-1)
    if (!last) return renewed
    renewed += await resealRows(column, rows, at)
    report(renewed)
  }
}

function olderBoxes({ table, column, key }: SealedColumn, after: Row | undefined): Promise<Row[]> {
  const names = key.map(({ name }) => name).join(', ')
  const prefix = newestBoxPrefix()
  const beyond = after
    ? `AND (${names}) > (${key.map(({ type }, at) => `$${at + 2}::${type}`).join(', ')})`
    : ''
  return db.$queryRawUnsafe<Row[]>(
    `SELECT ${names}, ${column} AS box FROM ${table}
     WHERE ${column} IS NOT NULL AND substring(${column} FROM 1 FOR ${prefix.length}) <> $1 ${beyond}
     ORDER BY ${names} LIMIT ${ROWS_A_BATCH}`,
    prefix,
    ...(after ? key.map(({ name }) => after[name]) : []),
  )
}

function resealRows({ table, column, key }: SealedColumn, rows: readonly Row[], at: Date): Promise<number> {
  const names = key.map(({ name }) => name)
  const arrays = key.map(({ type }, position) => `$${position + 3}::${type}[]`)
  const same = names.map((name) => `t.${name} = n.${name}`).join(' AND ')
  const fresh = rows.map(({ box }) => resealBox(box))
  return write(
    SYSTEM_ACTOR,
    async (tx, record) => {
      await tx.$executeRaw`SET LOCAL berdaya.rekey = 'on'`
      const changed = await tx.$executeRawUnsafe(
        `UPDATE ${table} t SET ${column} = n.fresh
         FROM unnest($1::bytea[], $2::bytea[], ${arrays.join(', ')}) AS n (old, fresh, ${names.join(', ')})
         WHERE ${same} AND t.${column} = n.old`,
        rows.map(({ box }) => box),
        fresh,
        ...names.map((name) => rows.map((row) => row[name])),
      )
      record({
        kind: 'keys.rotated',
        subject: { type: 'system', id: `${table}.${column}` },
        facts: { part: 'boxes', rows: changed },
      })
      return changed
    },
    { at },
  )
}
