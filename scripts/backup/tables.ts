import type pg from 'pg'

/** The tables that a backup holds: everything but the history of migrations, which the backup's head states. */
const HELD = `
  SELECT n.nspname AS schema, c.relname AS name,
         (SELECT array_agg(quote_ident(attname) ORDER BY attnum) FROM pg_attribute
          WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '')::text[] AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND ((n.nspname = 'public' AND c.relname <> '_prisma_migrations')
    OR (n.nspname = 'graphile_worker' AND c.relname LIKE '\\_private\\_%'
      AND c.relname NOT IN ('_private_known_crontabs')))
  ORDER BY 1, 2`

export type HeldTable = { schema: string; name: string; columns: string[] }

export async function heldTables(client: pg.ClientBase): Promise<HeldTable[]> {
  const { rows } = await client.query<HeldTable>(HELD)
  return rows
}

export function quoted({ schema, name }: { schema: string; name: string }): string {
  return `"${schema.replaceAll('"', '""')}"."${name.replaceAll('"', '""')}"`
}

/** Ids of the keys that encrypted columns and lookup hashes were made with: what a restore needs beside the file. */
export async function neededKeys(
  client: pg.ClientBase,
): Promise<{ dataKeys: string[]; lookupKeys: string[] }> {
  const boxes = await client.query<{ tab: string; col: string }>(
    `SELECT quote_ident(table_name) AS tab, quote_ident(column_name) AS col FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'bytea' AND (column_name LIKE '%\\_enc' OR column_name = 'wrapped_key')`,
  )
  const lookups = await client.query<{ tab: string }>(
    `SELECT quote_ident(table_name) AS tab FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'key_id'`,
  )
  const boxIds = boxes.rows.map(
    ({ tab, col }) =>
      `SELECT convert_from(substring(${col} FROM 3 FOR get_byte(${col}, 1)), 'UTF8') AS id FROM ${tab} WHERE ${col} IS NOT NULL`,
  )
  const lookupIds = lookups.rows.map(({ tab }) => `SELECT key_id AS id FROM ${tab}`)
  return { dataKeys: await ids(client, boxIds), lookupKeys: await ids(client, lookupIds) }
}

/** Values of one person are sealed with that person's key, which itself lies wrapped among the boxes. */
const PERSON = 'person'

async function ids(client: pg.ClientBase, selects: string[]): Promise<string[]> {
  if (selects.length === 0) return []
  const { rows } = await client.query<{ id: string }>(`${selects.join(' UNION ')} ORDER BY 1`)
  return rows.map((row) => row.id).filter((id) => id !== PERSON)
}
