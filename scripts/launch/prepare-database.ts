import { env } from '../../app/platform/env.server'
import { migrateDatabase } from '../migrations/migrate-database'
import { openPool } from '../migrations/runner'
import { takeDemoKeys } from './demo-keys'
import { loadDemonstration, wantsDemonstration } from './demonstration'
import type { OpenDatabase } from './open-database'

/** The database of `start` and `dev`: running, migrated, and with the demonstration year if it was empty. */
export async function prepareDatabase({ embedded }: OpenDatabase): Promise<{ demonstration: boolean }> {
  if (!embedded) takeDemoKeys(env().DATA_DIR)
  const demonstration = embedded || env().DEMO === '1'
  const pool = openPool(env().DATABASE_URL)
  try {
    await migrateDatabase(pool)
    if (demonstration && (await wantsDemonstration(pool))) await loadDemonstration(pool)
  } finally {
    await pool.end()
  }
  return { demonstration }
}
