import type pg from 'pg'
import { loadReference } from '../../prisma/reference/load'
import { deploy } from './runner'

/** Migrates and then brings the reference data (places, banks, sectors, poverty figures) up to date. */
export async function migrateDatabase(pool: pg.Pool): Promise<string[]> {
  const applied = await deploy(pool)
  await loadReference(pool)
  return applied
}
