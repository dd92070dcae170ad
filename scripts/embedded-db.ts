import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { canReach, databaseAccount } from './embedded-db/account'
import { type Release, readyBinaries } from './embedded-db/binaries'
import { type Credentials, DATABASE, readCredentials, urlOf } from './embedded-db/credentials'
import { initialise } from './embedded-db/initialise'
import { giveUpOwnership, ownerOf, takeOwnership } from './embedded-db/owner'
import { StartProblem } from './embedded-db/problem'
import { Server, type ServerOptions, serverPid } from './embedded-db/server'

export { StartProblem } from './embedded-db/problem'

export type Cluster = {
  url: string
  /** True if the server was found running, left behind by a portal that was killed. */
  adopted: boolean
  pid(): number
  stop(): Promise<void>
}

type Options = ServerOptions & { release?: Release }

const FALLBACK = '/var/lib/berdaya'

/** The data folder that the database can live in: the wanted one, or `/var/lib/berdaya` where only root can reach it. */
export function usableDataFolder(wanted: string, tell: (line: string) => void): string {
  const folder = resolve(wanted)
  const account = databaseAccount()
  if (canReach(account, folder)) return writable(folder)
  if (!canReach(account, FALLBACK)) {
    throw new StartProblem(`the database's account can reach neither ${folder} nor ${FALLBACK}: set DATA_DIR`)
  }
  tell(`The database's account cannot reach ${folder}: data is kept in ${FALLBACK}.`)
  return writable(FALLBACK)
}

function writable(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    throw new StartProblem(`DATA_DIR must be a folder that can be written: ${folder} cannot`)
  }
}

/**
 * Starts PostgreSQL in the folder, or adopts one that a killed owner left running there. Until `stop()` it is started
 * again whenever it dies. A folder with a living owner is refused.
 */
export async function startCluster(folder: string, options: Options = {}): Promise<Cluster> {
  mkdirSync(folder, { recursive: true })
  const ownerFile = join(folder, 'owner.json')
  const owner = takeOwnership(ownerFile)
  if (owner !== null)
    throw new StartProblem(`another portal (process ${owner}) is using the data in ${folder}`)
  try {
    return await ownCluster(folder, options, ownerFile)
  } catch (error) {
    giveUpOwnership(ownerFile)
    throw error
  }
}

/** The address of the server that a living portal runs in the folder, else null. */
export function runningCluster(folder: string): string | null {
  if (ownerOf(join(folder, 'owner.json')) === null) return null
  const known = readCredentials(folder)
  return known && serverPid(folder) ? urlOf(known) : null
}

async function ownCluster(folder: string, options: Options, ownerFile: string): Promise<Cluster> {
  const data = join(folder, 'postgres')
  const account = databaseAccount(statSync(data, { throwIfNoEntry: false })?.uid)
  const binaries = await readyBinaries(options.release ?? 'newest', account, folder)
  const known = readCredentials(folder)
  if (!existsSync(data)) await initialise(binaries, folder, account, options.durable !== false)
  refuseOtherVersion(binaries, data)
  const credentials = readCredentials(folder)
  if (!credentials)
    throw new StartProblem(
      `${join(folder, 'database.json')} is missing: the password of the database is lost`,
    )

  const left = known && serverPid(folder)
  const server = new Server(binaries, folder, account, options, credentials)
  const adopted = left ? await server.adopt(left) : false
  if (!adopted) await server.start()
  await ensureDatabase(credentials)
  return {
    url: urlOf(credentials),
    adopted,
    pid: () => server.pid,
    stop: async () => {
      await server.stop()
      giveUpOwnership(ownerFile)
    },
  }
}

function refuseOtherVersion(binaries: string, data: string): void {
  const kept = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  const control = readFileSync(join(binaries, 'share', 'postgresql', 'postgres.bki'), 'utf8').slice(0, 40)
  const ours = /PostgreSQL (\d+)/.exec(control)?.[1]
  if (ours && ours !== kept) {
    throw new StartProblem(
      `the data was written by PostgreSQL ${kept}, this is ${ours}: back up with the old version, restore with the new one`,
    )
  }
}

async function ensureDatabase(credentials: Credentials): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(credentials, 'postgres') })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`)
  await client.end()
}
