import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { deploy, readMigrations } from '../migrations/runner'
import { BrokenBackup, type Part, type PartHeader, readParts } from './frames'
import { type HeldTable, heldTables, quoted } from './tables'

export type BackupHead = PartHeader & {
  madeAt: string
  migrations: string[]
  sequences: { name: string; last: string | null }[]
  dataKeys: string[]
  lookupKeys: string[]
}

const KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/

/** What a backup says about itself, before anything is touched. */
export async function readHead(path: string): Promise<BackupHead> {
  for await (const { header } of readParts(path)) {
    if (header.part === 'head') return header as BackupHead
    break
  }
  throw new BrokenBackup('this is not a backup of Berdaya')
}

/**
 * Puts a backup in the place of everything: tables and files, or neither. The schema is made as the backup's own
 * migrations make it; the caller migrates on afterwards.
 */
export async function readBackup(
  pool: pg.Pool,
  filesFolder: string,
  path: string,
): Promise<{ rows: number; files: number }> {
  const head = await readHead(path)
  await makeSchema(pool, head)
  const client = await pool.connect()
  const incoming = `${filesFolder}.restoring`
  await rm(incoming, { recursive: true, force: true })
  try {
    await client.query('BEGIN')
    const keys = await loosen(client)
    const counts = await readAll(client, path, incoming)
    for (const { name, last } of head.sequences) {
      if (last !== null) await client.query('SELECT setval($1::regclass, $2::bigint)', [name, last])
    }
    await tighten(client, keys)
    await client.query('COMMIT')
    await replaceFolder(incoming, filesFolder)
    return counts
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
    await rm(incoming, { recursive: true, force: true })
  }
}

async function makeSchema(pool: pg.Pool, head: BackupHead): Promise<void> {
  const migrations = readMigrations().filter(({ name }) => head.migrations.includes(name))
  if (migrations.length < head.migrations.length) {
    throw new BrokenBackup('the backup was made by a newer version of Berdaya: restore it with that version')
  }
  await pool.query(
    'DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public',
  )
  await deploy(pool, migrations)
}

async function readAll(
  client: pg.PoolClient,
  path: string,
  folder: string,
): Promise<{ rows: number; files: number }> {
  const counts = { rows: 0, files: 0 }
  for await (const part of readParts(path)) {
    if (part.header.part === 'table') counts.rows += await readTable(client, part)
    else if (part.header.part === 'file') {
      await readFile(part, folder)
      counts.files += 1
    } else for await (const _ of part.content);
  }
  return counts
}

async function readTable(client: pg.PoolClient, { header, content }: Part): Promise<number> {
  const table = header as unknown as HeldTable
  const stream = client.query(copyFrom(`COPY ${quoted(table)} (${table.columns.join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(content), stream)
  return stream.rowCount
}

async function readFile({ header, content }: Part, folder: string): Promise<void> {
  const key = String(header.key)
  if (!KEY.test(key)) throw new BrokenBackup('the backup names a file outside its folder')
  await mkdir(dirname(join(folder, key)), { recursive: true })
  await pipeline(Readable.from(content), createWriteStream(join(folder, key)))
}

type ForeignKey = { table: string; name: string; definition: string }

/** Takes foreign keys and triggers away, so that rows come in any order and nothing is counted twice; empties all. */
async function loosen(client: pg.PoolClient): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  )
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  for (const table of await heldTables(client)) {
    await client.query(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`)
    await client.query(`DELETE FROM ${quoted(table)}`)
  }
  return rows
}

/** Puts them back, which checks every reference of what came in. */
async function tighten(client: pg.PoolClient, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
  for (const table of await heldTables(client))
    await client.query(`ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`)
}

async function replaceFolder(incoming: string, folder: string): Promise<void> {
  const old = `${folder}.old`
  await mkdir(incoming, { recursive: true })
  await rm(old, { recursive: true, force: true })
  await rename(folder, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(incoming, folder)
  await rm(old, { recursive: true, force: true })
}
