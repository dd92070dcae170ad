import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Account, spawnAs } from './account'
import { type Credentials, freePort, isFree, keepCredentials, urlOf } from './credentials'
import { isRunning } from './owner'
import { StartProblem } from './problem'

const PATIENCE_MS = 60_000
const SESSIONS_END_MS = 1_000

export type ServerOptions = {
  /** Off for throwaway test clusters only. */
  durable?: boolean
  settings?: Record<string, string>
}

/** One PostgreSQL process on one data folder, started again whenever it dies. */
export class Server {
  pid = 0
  private stopping = false
  private watch: NodeJS.Timeout | undefined
  private restarting: Promise<void> | undefined

  constructor(
    private readonly binaries: string,
    private readonly folder: string,
    private readonly account: Account,
    private readonly options: ServerOptions,
    private readonly credentials: Credentials,
  ) {}

  async start(): Promise<void> {
    if (!(await isFree(this.credentials.port))) {
      this.credentials.port = await freePort()
      keepCredentials(this.folder, this.credentials)
    }
    await this.run()
  }

  /** The port stays: the pools of the portal go on calling it. */
  private async run(): Promise<void> {
    const until = Date.now() + PATIENCE_MS
    while (!(await this.tryStart())) {
      if (this.stopping) return
      if (Date.now() > until)
        throw new StartProblem(`PostgreSQL does not start: see ${join(this.folder, 'postgres.log')}`)
      await pause(200)
    }
    process.off('exit', this.signalOnExit).on('exit', this.signalOnExit)
  }

  /** Takes over a running server; false if it stopped meanwhile. */
  async adopt(pid: number): Promise<boolean> {
    const answers = waitUntilAnswers(this.credentials, () => isRunning(pid))
    if (!(await succeeds(answers))) return false
    this.pid = pid
    process.off('exit', this.signalOnExit).on('exit', this.signalOnExit)
    this.watch = setInterval(() => {
      if (isRunning(pid)) return
      clearInterval(this.watch)
      this.startAgain()
    }, 500)
    return true
  }

  async stop(): Promise<void> {
    this.stopping = true
    clearInterval(this.watch)
    await this.restarting?.catch(() => undefined)
    process.off('exit', this.signalOnExit)
    if (!this.pid || !isRunning(this.pid)) return
    signal(this.pid, 'SIGTERM')
    if (await this.hasEnded(SESSIONS_END_MS)) return
    signal(this.pid, 'SIGINT')
    await this.hasEnded(PATIENCE_MS)
  }

  private async hasEnded(withinMs: number): Promise<boolean> {
    const until = Date.now() + withinMs
    while (isRunning(this.pid) && Date.now() < until) await pause(10)
    return !isRunning(this.pid)
  }

  private async tryStart(): Promise<boolean> {
    rotateLog(join(this.folder, 'postgres.log'))
    const log = openSync(join(this.folder, 'postgres.log'), 'a')
    const data = join(this.folder, 'postgres')
    const flags = Object.entries(this.flags()).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawnAs(
      this.account,
      join(this.binaries, 'bin', 'postgres'),
      ['-D', data, ...flags],
      data,
      ['ignore', log, log],
    )
    closeSync(log)
    child.on('error', () => undefined)
    child.unref()
    const lives = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null
    if (!(await succeeds(waitUntilAnswers(this.credentials, lives)))) {
      if (lives() && child.pid) signal(child.pid, 'SIGQUIT')
      return false
    }
    this.pid = child.pid ?? 0
    child.once('exit', () => this.startAgain())
    return true
  }

  private startAgain(): void {
    if (this.stopping) return
    this.restarting = this.run()
    this.restarting.catch((error: Error) => {
      process.stderr.write(`${error.message}\n`)
      process.exit(1)
    })
  }

  private flags(): Record<string, string> {
    const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }
    return {
      listen_addresses: '127.0.0.1',
      port: String(this.credentials.port),
      unix_socket_directories: '',
      max_connections: '100',
      log_min_messages: 'warning',
      log_statement: 'none',
      log_min_error_statement: 'panic',
      ...(this.options.durable === false ? throwaway : {}),
      ...this.options.settings,
    }
  }

  /** A last resort for a process that ends without `stop()`: the server then shuts down by itself. */
  private signalOnExit = (): void => {
    this.stopping = true
    if (this.pid) signal(this.pid, 'SIGINT')
  }
}

async function waitUntilAnswers(credentials: Credentials, lives: () => boolean): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const client = new pg.Client({ connectionString: urlOf(credentials, 'postgres') })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      client.end().catch(() => undefined)
      if (!lives() || Date.now() > until) throw error
    }
    await pause(20)
  }
}

/** The running server's process according to its own pid file, if it lives. */
export function serverPid(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    return isRunning(pid) && isPostgres(pid) ? pid : null
  } catch {
    return null
  }
}

function isPostgres(pid: number): boolean {
  const path = `/proc/${pid}/cmdline`
  return !existsSync(path) || readFileSync(path, 'utf8').includes('postgres')
}

const LOG_BYTES = 10_000_000

function rotateLog(path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) renameSync(path, `${path}.1`)
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    return
  }
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
