import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { TEST_SECRETS } from './test-secrets'

/** Gives this worker its own clone of the migrated database before the first test file is read. */
const base = new URL(inject('clusterUrl'))
const name = `worker_${process.pid}`

if (process.env.BERDAYA_TEST_DATABASE !== name) {
  const client = new pg.Client({ connectionString: new URL('/postgres', base).href })
  await client.connect()
  await client.query('SELECT pg_advisory_lock(1)')
  await client.query(`CREATE DATABASE ${name} TEMPLATE berdaya`)
  await client.end()
  Object.assign(process.env, TEST_SECRETS, {
    BERDAYA_TEST_DATABASE: name,
    DATABASE_URL: new URL(`/${name}`, base).href,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'berdaya-test-files-')),
    LOG_LEVEL: 'error',
  })
}
