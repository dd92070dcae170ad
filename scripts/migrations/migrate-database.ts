import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type pg from 'pg'
import { deploy } from './runner'

const REFERENCE = join(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  'prisma',
  'reference',
  'load.ts',
)

/** Migrates and then brings the reference data (places, banks, sectors, poverty figures) up to date. */
export async function migrateDatabase(pool: pg.Pool): Promise<string[]> {
  const applied = await deploy(pool)
  if (existsSync(REFERENCE)) {
    const { loadReference } = (await import(pathToFileURL(REFERENCE).href)) as {
      loadReference: (pool: pg.Pool) => Promise<void>
    }
    await loadReference(pool)
  }
  return applied
}
