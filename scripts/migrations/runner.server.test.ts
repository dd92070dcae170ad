import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '~/platform/env.server'
import { deploy, type Migration, openPool, pending } from './runner'

const migration = (name: string, sql: string, checksum = name.padEnd(64, '0')): Migration => ({
  name,
  sql,
  checksum,
})

const FIRST = migration(
  '1_first',
  'CREATE TABLE runs (at timestamptz DEFAULT now()); INSERT INTO runs DEFAULT VALUES',
)
const SECOND = migration('2_second', 'INSERT INTO runs DEFAULT VALUES')
const BROKEN = migration('3_broken', 'CREATE TABLE half_made (n int); SELECT nothing FROM nowhere')

let admin: pg.Pool
let pool: pg.Pool

beforeAll(async () => {
  admin = openPool(env().DATABASE_URL)
  await admin.query('CREATE DATABASE runner_test TEMPLATE template0')
  const address = new URL(env().DATABASE_URL)
  address.pathname = '/runner_test'
  pool = openPool(address.href)
})

afterAll(async () => {
  await pool.end()
  await admin.query('DROP DATABASE runner_test WITH (FORCE)')
  await admin.end()
})

describe('the migration runner', () => {
  it('applies each migration once when two deployers come at once', async () => {
    expect(await pending(pool, [FIRST, SECOND])).toEqual(['1_first', '2_second'])
    const both = await Promise.all([deploy(pool, [FIRST, SECOND]), deploy(pool, [FIRST, SECOND])])
    expect(both.flat()).toEqual(['1_first', '2_second'])
    expect((await pool.query('SELECT FROM runs')).rowCount).toBe(2)
    expect(await pending(pool, [FIRST, SECOND])).toEqual([])
  })

  it('keeps nothing of a migration that fails half-way, and names it', async () => {
    await expect(deploy(pool, [FIRST, SECOND, BROKEN])).rejects.toThrow(/^migration 3_broken failed: /)
    expect((await pool.query(`SELECT to_regclass('half_made') AS made`)).rows).toEqual([{ made: null }])
    expect(await pending(pool, [FIRST, SECOND, BROKEN])).toEqual(['3_broken'])
  })

  it('refuses a migration that was changed after it had been applied', async () => {
    const changed = { ...SECOND, checksum: 'f'.repeat(64) }
    await expect(deploy(pool, [FIRST, changed])).rejects.toThrow(
      'migration 2_second was changed after it had been applied',
    )
  })

  it('brings the tables of the job queue along', async () => {
    expect((await pool.query('SELECT FROM graphile_worker.jobs')).rowCount).toBe(0)
  })
})
