import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type pg from 'pg'
import { env } from '../../app/platform/env.server'
import { filesFolder } from '../../app/platform/files.server'
import { BrokenBackup } from '../backup/frames'
import { type BackupHead, readBackup, readHead } from '../backup/read-backup'
import { migrateDatabase } from '../migrations/migrate-database'
import { type Command, Declined } from './command'
import { withDatabase } from './with-database'

export const restore: Command = {
  usage: '<file> [--replace]',
  about: 'puts a backup into an empty database, or with --replace in the place of everything',
  options: { replace: { type: 'boolean' } },
  words: 1,
  run: async ({ words: [name = ''], values, tell }) => {
    const path = resolve(name)
    if (!existsSync(path)) throw new Declined(`${path} does not exist`)
    return await withDatabase({ share: false, tell }, async (pool) => {
      const head = await readHead(path).catch(declineBroken)
      declineWithoutKeys(head)
      await declineIfInUse(pool, values.replace === true)
      const counts = await readBackup(pool, filesFolder(), path).catch(declineBroken)
      await migrateDatabase(pool)
      const text = `restored ${counts.rows} rows and ${counts.files} files as of ${head.madeAt}`
      return { text, data: { madeAt: head.madeAt, ...counts } }
    })
  },
}

function declineBroken(error: unknown): never {
  throw error instanceof BrokenBackup ? new Declined(error.message) : error
}

/** Data whose keys are missing can be read by nobody: better said before than found out afterwards. */
function declineWithoutKeys(head: BackupHead): void {
  const lacking = (needed: readonly string[], held: readonly { id: string }[]) =>
    needed.filter((id) => !held.some((key) => key.id === id))
  const data = head.dataKeys.length > 0 ? lacking(head.dataKeys, env().DATA_KEYS) : []
  const lookup = head.lookupKeys.length > 0 ? lacking(head.lookupKeys, env().LOOKUP_KEYS) : []
  if (data.length > 0) throw new Declined(`DATA_KEYS lacks the key ${data.join(', ')} of this backup`)
  if (lookup.length > 0) throw new Declined(`LOOKUP_KEYS lacks the key ${lookup.join(', ')} of this backup`)
}

async function declineIfInUse(pool: pg.Pool, replace: boolean): Promise<void> {
  const others = await pool.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'berdaya' LIMIT 1`,
  )
  if (others.rowCount) throw new Declined('a portal is using this database: stop it first')
  const there = await pool.query<{ made: boolean }>(
    `SELECT to_regclass('public.user_account') IS NOT NULL AS made`,
  )
  if (replace || !there.rows[0]?.made) return
  const used = await pool.query('SELECT 1 FROM user_account LIMIT 1')
  if (used.rowCount)
    throw new Declined('the database is not empty: say --replace to throw away what is in it')
}
