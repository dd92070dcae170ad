import type pg from 'pg'
import { env } from '../../app/platform/env.server'
import { openDatabase } from '../launch/open-database'
import { openPool } from '../migrations/runner'

type Options = {
  /** Whether a running portal's own database may be used beside it. */
  share: boolean
  tell: (line: string) => void
}

/** Opens the database for one command, with a pool of the script's own, and closes what it opened. */
export async function withDatabase<Result>(
  { share, tell }: Options,
  work: (pool: pg.Pool, database: { embedded: boolean }) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({ share, tell })
  const pool = openPool(env().DATABASE_URL)
  try {
    return await work(pool, database)
  } finally {
    await pool.end()
    await closeAppPool()
    await database.close()
  }
}

/** Domain commands run on the portal's own pool, which a command line must close to end. */
async function closeAppPool(): Promise<void> {
  const { closeDatabase } = await import('../../app/platform/db.server')
  await closeDatabase()
}
