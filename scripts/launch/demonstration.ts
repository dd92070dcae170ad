import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { env } from '../../app/platform/env.server'
import { filesFolder } from '../../app/platform/files.server'
import { migrateDatabase } from '../migrations/migrate-database'
import { progress } from './tell'

/** Stands while the demonstration year is being loaded: a load that was cut short is then begun anew. */
function unfinishedMark(): string {
  return join(env().DATA_DIR, 'demo-unfinished')
}

/** Whether the demonstration year belongs into this database: it is empty, or its load was cut short. */
export async function wantsDemonstration(pool: pg.Pool): Promise<boolean> {
  if (existsSync(unfinishedMark())) return true
  const { rows } = await pool.query<{ used: boolean }>(
    'SELECT EXISTS (SELECT FROM user_account) OR EXISTS (SELECT FROM programme) AS used',
  )
  return rows[0]?.used === false
}

/** Empties the database if need be and fills it with the demonstration year. */
export async function loadDemonstration(pool: pg.Pool): Promise<void> {
  writeFileSync(unfinishedMark(), '')
  await emptyWholeDatabase(pool)
  rmSync(filesFolder(), { recursive: true, force: true })
  await migrateDatabase(pool)
  const { loadDemo } = await import('../../prisma/seed/demo')
  // A load that is cut short is begun anew, so its commits need not wait for the disk one by one.
  await pool.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$`,
  )
  await loadDemo(progress('Loading the demonstration year'))
  await pool.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET synchronous_commit', current_database()); END $$`,
  )
  const { closeDatabase } = await import('../../app/platform/db.server')
  await closeDatabase()
  rmSync(unfinishedMark(), { force: true })
}

async function emptyWholeDatabase(pool: pg.Pool): Promise<void> {
  await pool.query(
    'DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public',
  )
}
