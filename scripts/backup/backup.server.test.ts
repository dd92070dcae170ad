import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seal } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { filesFolder, readFile, storeFile } from '~/platform/files.server'
import { enqueue } from '~/platform/queue.server'
import { useDatabase } from '../../e2e/support/database'
import { openPool } from '../migrations/runner'
import { readBackup, readHead } from './read-backup'
import { writeBackup } from './write-backup'

useDatabase()

const TARGET = 'restore_test'
let folder: string
let source: pg.Pool
let target: pg.Pool

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'berdaya-backup-'))
  source = openPool(env().DATABASE_URL)
  await source.query(`CREATE DATABASE ${TARGET} TEMPLATE template0`)
  const address = new URL(env().DATABASE_URL)
  address.pathname = `/${TARGET}`
  target = openPool(address.href)
})

afterAll(async () => {
  await target.end()
  await source.query(`DROP DATABASE ${TARGET} WITH (FORCE)`)
  await source.end()
  rmSync(folder, { recursive: true, force: true })
})

async function fillSource(): Promise<string> {
  await db.userAccount.create({
    data: {
      email: 'ani@berdaya.test',
      name: "Ani\tdari\\Paser\n'x'",
      passwordHash: 'x',
      totpSecretEnc: seal('geheim'),
    },
  })
  await db.roleGrant.create({ data: { userId: (await db.userAccount.findFirstOrThrow()).id, role: 'admin' } })
  await db.$transaction((tx) => enqueue(tx, 'mail.send', { id: 1 }))
  return (await storeFile(Buffer.from('isi berkas'))).key
}

async function contents(pool: pg.Pool): Promise<Record<string, unknown[]>> {
  const read = async (sql: string) => (await pool.query(sql)).rows
  return {
    users: await read('SELECT * FROM user_account'),
    roles: await read('SELECT * FROM role_grant'),
    regions: await read('SELECT * FROM region ORDER BY code'),
    jobs: await read('SELECT task_identifier, run_at FROM graphile_worker.jobs'),
    keys: await read(
      `SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'f' ORDER BY 1, 2`,
    ),
    triggers: await read(
      'SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, tgrelid::regclass::text',
    ),
  }
}

it('brings back every row, job and file, with references and triggers in force', async () => {
  const key = await fillSource()
  const before = await contents(source)
  const path = join(folder, 'whole.backup')
  const facts = await writeBackup(source, filesFolder(), path)
  expect(facts).toMatchObject({ dataKeys: ['t1'], files: readdirSync(filesFolder()).length })
  expect(statSync(path).mode & 0o077).toBe(0)
  expect(readFileSync(path).includes(env().DATA_KEYS[0]?.key ?? '')).toBe(false)

  const restored = join(folder, 'files')
  expect(await readBackup(target, restored, path)).toEqual({ rows: facts.rows, files: facts.files })
  expect(await contents(target)).toEqual(before)
  expect(readFileSync(join(restored, key))).toEqual(await readFile(key))
  await expect(
    target.query(
      `INSERT INTO role_grant (id, user_id, role) VALUES (gen_random_uuid(), gen_random_uuid(), 'admin')`,
    ),
  ).rejects.toThrow(/foreign key/)
})

it('refuses a file that was cut short or altered, and leaves the database without half of it', async () => {
  await fillSource()
  const path = join(folder, 'good.backup')
  await writeBackup(source, filesFolder(), path)
  const short = join(folder, 'short.backup')
  copyFileSync(path, short)
  truncateSync(short, statSync(path).size - 40)
  await expect(readBackup(target, join(folder, 'files'), short)).rejects.toThrow('the backup was cut short')
  expect((await target.query('SELECT FROM user_account')).rowCount).toBe(0)

  const other = join(folder, 'other.backup')
  writeFileSync(other, 'not a backup')
  await expect(readHead(other)).rejects.toThrow(/backup/)
})
