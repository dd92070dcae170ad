import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Logger, runMigrations as migrateQueue } from 'graphile-worker'
import pg from 'pg'

/** The number that Prisma's own engine locks with, so that both never work at the same time. */
const LOCK = 72707369

export const MIGRATIONS = join(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  'prisma',
  'migrations',
)

/** What goes wrong is thrown; what goes right needs no lines. */
const silent = new Logger(() => () => undefined)

export type Migration = { name: string; sql: string; checksum: string }

const HISTORY = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

export function readMigrations(folder = MIGRATIONS): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A pool for scripts; a lost connection fails the query that needs it, not the process. */
export function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString })
  pool.on('error', () => undefined)
  return pool
}

/** A migration that cannot be applied, or one that was changed after it had been. */
export class MigrationProblem extends Error {
  override name = 'MigrationProblem'
}

/**
 * Applies what is missing, each migration with its history row in one transaction, and returns the names. Two
 * deployers at once take turns; the second finds nothing to do. The job queue's own tables come along.
 */
export async function deploy(pool: pg.Pool, migrations = readMigrations()): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(HISTORY)
    const missing = unapplied(await history(client), migrations)
    for (const migration of missing) await apply(client, migration)
    await migrateQueue({ pgPool: pool, logger: silent })
    return missing.map((one) => one.name)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined)
    client.release()
  }
}

/** The migrations that the database does not have yet. */
export async function pending(pool: pg.Pool, migrations = readMigrations()): Promise<string[]> {
  const { rows } = await pool.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  const client = await pool.connect()
  try {
    const known = rows[0].there ? await history(client) : []
    return unapplied(known, migrations).map((one) => one.name)
  } finally {
    client.release()
  }
}

type Applied = { migration_name: string; checksum: string }

async function history(client: pg.PoolClient): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return rows
}

function unapplied(known: Applied[], migrations: Migration[]): Migration[] {
  const checksums = new Map(known.map((row) => [row.migration_name, row.checksum]))
  for (const { name, checksum } of migrations) {
    const before = checksums.get(name)
    if (before && before !== checksum)
      throw new MigrationProblem(`migration ${name} was changed after it had been applied`)
  }
  return migrations.filter(({ name }) => !checksums.has(name))
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new MigrationProblem(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
