import { env } from '../../app/platform/env.server'
import { migrateDatabase } from '../migrations/migrate-database'
import { openPool } from '../migrations/runner'
import { takeDemoKeys } from './demo-keys'
import { loadDemonstration, wantsDemonstration } from './demonstration'
import { openDatabase } from './open-database'
import { say } from './tell'

/** The database of `start` and `dev`: running, migrated, and with the demonstration year if it was empty. */
export async function prepareDatabase(): Promise<{ demonstration: boolean; close: () => Promise<void> }> {
  const { embedded, close } = await openDatabase({ share: false, tell: say })
  if (!embedded) takeDemoKeys(env().DATA_DIR)
  const demonstration = embedded || env().DEMO === '1'
  const pool = openPool(env().DATABASE_URL)
  try {
    await migrateDatabase(pool)
    if (demonstration && (await wantsDemonstration(pool))) await loadDemonstration(pool)
  } finally {
    await pool.end()
  }
  return { demonstration, close }
}
