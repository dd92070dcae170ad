import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from '../generated/prisma/client'
import { env } from './env.server'
import { log } from './log.server'

export type { Prisma } from '../generated/prisma/client'
export type Transaction = Prisma.TransactionClient

/** Parts of a raw query, put together without giving up its parameters. */
export const { sql, join: joinSql, empty: emptySql } = Prisma
export type Sql = Prisma.Sql

const CONNECTIONS = 20
const NAMED_STATEMENTS = 500
const LONGEST_NAMED = 4_000

/** Reads the address when it first connects, so that scripts may start a database after importing this file. */
class LazyClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({
      ...config,
      connectionString: env().DATABASE_URL,
      application_name: 'berdaya',
      options: `-c TimeZone=UTC -c berdaya.office_timezone=${env().OFFICE_TIMEZONE}`,
    })
  }
}

/** The one pool of the process: Prisma, jobs and rate limits share it. */
export const pool = new pg.Pool({ Client: LazyClient, max: CONNECTIONS })
pool.on('error', (error) => log.warn('database connection lost', { reason: error.message }))

const names = new Map<string, string>()

/** Named statements halve simple queries; the map is bounded because lists of values make endless texts. */
function statementName({ sql, args }: { sql: string; args: unknown[] }): string | undefined {
  if (args.length === 0 || sql.length > LONGEST_NAMED || env().DB_PREPARED === '0') return undefined
  const known = names.get(sql)
  if (known || names.size >= NAMED_STATEMENTS) return known
  const name = `p${names.size}`
  names.set(sql, name)
  return name
}

/** Reads and, inside `write`, changes. Nobody but `audit/write.server` opens a transaction on it. */
export const db = new PrismaClient({
  adapter: new PrismaPg(pool, {
    statementNameGenerator: statementName as (query: { sql: string }) => string,
  }),
  errorFormat: 'minimal',
})

/**
 * A list for `::bytea[]` whose items may be null. Prisma types a list by its first item: after a null, bytes would
 * arrive as the text of their base64.
 */
export function byteArray(list: readonly (Uint8Array | null)[]): (string | null)[] {
  return list.map((bytes) => bytes && `\\x${Buffer.from(bytes).toString('hex')}`)
}

export async function closeDatabase(): Promise<void> {
  await db.$disconnect()
  if (!pool.ended) await pool.end()
}

export type DbError = { code: string; constraint?: string | undefined; message: string }

type Cause = {
  originalCode?: string
  code?: string
  originalMessage?: string
  message?: string
  hint?: string
  kind?: string
}

/** What PostgreSQL refused: its SQLSTATE and the constraint (a trigger names it in HINT); null for any other error. */
export function dbError(error: unknown): DbError | null {
  if (!(error instanceof Error)) return null
  const cause = causeOf(error)
  const code = cause?.originalCode ?? cause?.code
  if (!cause || !code || !/^[0-9A-Z]{5}$/.test(code)) return null
  const message = cause.originalMessage ?? cause.message ?? error.message
  return { code, constraint: constraintOf(cause, message), message }
}

function constraintOf(cause: Cause, message: string): string | undefined {
  if (cause.hint && /^[a-z0-9_]+$/.test(cause.hint)) return cause.hint
  return /constraint "([^"]+)"/.exec(message)?.[1]
}

function causeOf(error: Error): Cause | null {
  const known = error as Error & {
    code?: string
    severity?: string
    meta?: { driverAdapterError?: { cause?: Cause } }
    cause?: Cause
  }
  if (known.meta?.driverAdapterError?.cause) return known.meta.driverAdapterError.cause
  if (known.code === 'P2034') return { code: '40001', message: known.message }
  if (known.name === 'DriverAdapterError' && known.cause) return known.cause
  if (known.severity) return known as Cause
  return null
}
