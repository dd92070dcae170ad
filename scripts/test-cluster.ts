import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Cluster, startCluster } from './embedded-db'
import { canReach, databaseAccount } from './embedded-db/account'
import type { Release } from './embedded-db/binaries'
import { isRunning } from './embedded-db/owner'
import { serverPid, signal } from './embedded-db/server'
import { migrateDatabase } from './migrations/migrate-database'
import { openPool, readMigrations } from './migrations/runner'

const REFERENCE = join(dirname(dirname(fileURLToPath(import.meta.url))), 'prisma', 'reference')

/**
 * A throwaway server whose database `berdaya` is migrated and holds the reference data, ready to be cloned. What it
 * starts from is kept between runs under the checksums of the migrations and of the reference data.
 */
export async function startTestCluster(release: Release): Promise<Cluster> {
  const base = testFolder()
  sweep(join(base, 'runs'))
  const prepared = await prepare(base, release)
  const run = join(base, 'runs', `${process.pid}-${release}-${randomBytes(4).toString('hex')}`)
  mkdirSync(dirname(run), { recursive: true })
  copy(prepared, run)
  const cluster = await startCluster(run, { release, durable: false, settings: { max_connections: '200' } })
  const stop = async () => {
    await cluster.stop()
    rmSync(run, { recursive: true, force: true })
  }
  return { ...cluster, stop }
}

async function prepare(base: string, release: Release): Promise<string> {
  const folder = join(base, `${release}-${fingerprint()}`)
  if (existsSync(folder)) return folder
  const part = `${folder}.${process.pid}.part`
  const cluster = await startCluster(part, { release, durable: false })
  const pool = openPool(cluster.url)
  try {
    await migrateDatabase(pool)
  } finally {
    await pool.end()
    await cluster.stop()
  }
  if (existsSync(folder)) rmSync(part, { recursive: true, force: true })
  else renameSync(part, folder)
  return folder
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const { checksum } of readMigrations()) hash.update(checksum)
  for (const path of filesBelow(REFERENCE)) hash.update(path).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function testFolder(): string {
  const account = databaseAccount()
  const place = [tmpdir(), '/tmp', '/var/tmp'].find(
    (folder) => existsSync(folder) && canReach(account, folder),
  )
  const base = join(place ?? tmpdir(), `berdaya-tests-${process.getuid?.() ?? 'user'}`)
  mkdirSync(base, { recursive: true })
  if (process.getuid && statSync(base).uid !== process.getuid())
    throw new Error(`${base} belongs to somebody else`)
  chmodSync(base, 0o711)
  return base
}

/** Ends what test runs that were killed left behind. */
function sweep(runs: string): void {
  if (!existsSync(runs)) return
  for (const name of readdirSync(runs)) {
    if (isRunning(Number.parseInt(name, 10))) continue
    const left = serverPid(join(runs, name))
    if (left) signal(left, 'SIGQUIT')
    rmSync(join(runs, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

function copy(from: string, to: string): void {
  const done = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`cannot copy the test database: ${done.stderr}`)
}
