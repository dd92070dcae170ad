import { existsSync } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { BackupWriter } from './frames'
import { heldTables, neededKeys, quoted } from './tables'

export type BackupFacts = {
  tables: number
  rows: number
  files: number
  dataKeys: string[]
  lookupKeys: string[]
}

/** Writes the database as one moment saw it, and then the files, into one new file. The keys are not in it. */
export async function writeBackup(pool: pg.Pool, filesFolder: string, path: string): Promise<BackupFacts> {
  const part = `${path}.part`
  await rm(part, { force: true })
  const writer = new BackupWriter(part)
  await writer.open()
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const keys = await neededKeys(client)
    await writer.part(await head(client, keys))
    const tables = await heldTables(client)
    let rows = 0
    for (const table of tables) {
      const { schema, name, columns } = table
      const stream = client.query(copyTo(`COPY ${quoted(table)} (${columns.join(', ')}) TO STDOUT`))
      await writer.part({ part: 'table', schema, name, columns }, stream)
      rows += stream.rowCount
    }
    await client.query('COMMIT')
    const files = await writeFiles(writer, filesFolder)
    await writer.close()
    await keepOnDisk(part)
    await rename(part, path)
    return { tables: tables.length, rows, files, ...keys }
  } finally {
    client.release()
    await rm(part, { force: true })
  }
}

async function head(client: pg.ClientBase, keys: object) {
  const migrations = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name',
  )
  const sequences = await client.query<{ name: string; last: string | null }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname IN ('public', 'graphile_worker')`,
  )
  return {
    part: 'head',
    madeAt: new Date().toISOString(),
    migrations: migrations.rows.map((row) => row.migration_name),
    sequences: sequences.rows,
    ...keys,
  }
}

async function writeFiles(writer: BackupWriter, folder: string): Promise<number> {
  if (!existsSync(folder)) return 0
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
  for (const entry of files) {
    const full = join(entry.parentPath, entry.name)
    const file = await open(full)
    await writer.part({ part: 'file', key: relative(folder, full) }, file.createReadStream())
  }
  return files.length
}

async function keepOnDisk(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync()
  await file.close()
}
