import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Cluster, runningCluster, startCluster } from './embedded-db'
import { canReach } from './embedded-db/account'
import { isRunning } from './embedded-db/owner'

const folder = mkdtempSync(join(tmpdir(), 'berdaya-cluster-'))
const open: Cluster[] = []

async function start(): Promise<Cluster> {
  const cluster = await startCluster(folder)
  open.push(cluster)
  return cluster
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((next) => setTimeout(next, 25))
}

/** A process of its own that starts the database, says its process number, and then does nothing. */
const OWNER = `
  const { startCluster } = await import('./scripts/embedded-db.ts')
  const cluster = await startCluster(process.argv[1])
  process.stdout.write(String(cluster.pid()))
  setInterval(() => {}, 1000)`

async function startElsewhere(): Promise<{ kill: () => Promise<void>; serverPid: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', OWNER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { kill, serverPid: Number(said) }
}

beforeAll(() => chmodSync(folder, 0o711))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(async () => {
  for (const cluster of open.splice(0)) await cluster.stop()
})

describe('the embedded database', { timeout: 120_000 }, () => {
  it('is durable, listens on this machine alone, wants its password, and keeps data over a stop', async () => {
    const first = await start()
    const settings = `SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS addresses`
    expect(await ask(first.url, settings)).toEqual([{ fsync: 'on', addresses: '127.0.0.1' }])
    const withoutPassword = new URL(first.url)
    withoutPassword.password = 'guess'
    await expect(ask(withoutPassword.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    expect(statSync(join(folder, 'database.json')).mode & 0o077).toBe(0)
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n')
    await first.stop()
    expect(isRunning(first.pid())).toBe(false)
    const second = await start()
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  })

  it('refuses a second owner of the same folder and leaves the first alone', async () => {
    const first = await start()
    await expect(startCluster(folder)).rejects.toThrow(/^another portal \(process \d+\) is using the data in/)
    expect(runningCluster(folder)).toBe(first.url)
    expect(await ask(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('comes back on the same address after its process was killed, with what was committed', async () => {
    const { url, pid } = await start()
    await ask(url, 'CREATE TABLE survived AS SELECT 7 AS n')
    const before = pid()
    process.kill(before, 'SIGKILL')
    await until(() => pid() !== before)
    await until(() =>
      ask(url, 'SELECT 1').then(
        () => true,
        () => false,
      ),
    )
    expect(await ask(url, 'SELECT n FROM survived')).toEqual([{ n: 7 }])
  })

  it('is adopted by the next start after its portal was killed, and stopped by that one', async () => {
    const elsewhere = await startElsewhere()
    await elsewhere.kill()
    expect(isRunning(elsewhere.serverPid)).toBe(true)
    expect(runningCluster(folder)).toBeNull()
    const next = await start()
    expect([next.adopted, next.pid()]).toEqual([true, elsewhere.serverPid])
    await next.stop()
    expect(isRunning(elsewhere.serverPid)).toBe(false)
  })
})

describe.runIf(process.getuid?.() === 0)("the database's own account", () => {
  it("does not reach into a folder that is root's alone", () => {
    const account = { uid: 65534, gid: 65534 }
    chmodSync(folder, 0o700)
    expect(canReach(account, join(folder, 'data'))).toBe(false)
    chmodSync(folder, 0o711)
    expect(canReach(account, join(folder, 'data'))).toBe(true)
  })
})
