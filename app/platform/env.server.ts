import { z } from 'zod'

/** A setting that stops the start: one line that names the variable and says what it must be. */
export class EnvProblem extends Error {
  override name = 'EnvProblem'
}

export type KeyRing = readonly { id: string; key: Buffer }[]

const KEY_BYTES = 32
const SECRETS = ['SESSION_SECRETS', 'DATA_KEYS', 'LOOKUP_KEYS', 'SEAL_KEYS'] as const
const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const

const ring = z
  .string()
  .transform((text) => text.split(',').map((pair) => parseKey(pair.trim())))
  .refine(
    (keys) => keys.every((one) => one !== null),
    'must be id:base64 pairs of 32 bytes, separated by commas, newest first',
  )
  .transform((keys) => keys as KeyRing)

function parseKey(pair: string): { id: string; key: Buffer } | null {
  const [, id, text] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]+={0,2})$/.exec(pair) ?? []
  if (!id || !text) return null
  const key = Buffer.from(text, 'base64')
  return key.length === KEY_BYTES ? { id, key } : null
}

const sessionSecrets = z
  .string()
  .transform((text) => text.split(',').map((secret) => secret.trim()))
  .refine(
    (list) => list.every((secret) => secret.length >= 32),
    'must be secrets of at least 32 characters, separated by commas, newest first',
  )

function timeZoneExists(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function address(protocols: readonly string[]): (text: string) => boolean {
  return (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

const PROXIES =
  /^(off|loopback|linklocal|uniquelocal|[0-9a-f.:]+(\/\d{1,3})?)(\s*,\s*(loopback|linklocal|uniquelocal|[0-9a-f.:]+(\/\d{1,3})?))*$/i

const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('development'),
  BERDAYA_MODE: z.enum(['demo', 'dev', 'serve', 'tool'], 'must be demo, dev, serve or tool').default('tool'),
  PORT: z.coerce
    .number('must be a port number from 0 to 65535')
    .int('must be a whole number')
    .min(0, 'must be a port number from 0 to 65535')
    .max(65535, 'must be a port number from 0 to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'must be a host name or an address')
    .default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .refine(
      address(['postgres:', 'postgresql:']),
      'must be a PostgreSQL address such as postgres://user:password@host:5432/name',
    )
    .optional(),
  DATA_DIR: z.string().min(1, 'must be a folder').default('.data'),
  SESSION_SECRETS: sessionSecrets.optional(),
  DATA_KEYS: ring.optional(),
  LOOKUP_KEYS: ring.optional(),
  SEAL_KEYS: ring.optional(),
  PUBLIC_URL: z
    .string()
    .refine(address(['http:', 'https:']), 'must be an http:// or https:// address')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  TRUST_PROXY: z
    .string()
    .regex(PROXIES, 'must be off, loopback, or addresses of proxies separated by commas')
    .default('off'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  OFFICE_TIMEZONE: z
    .string()
    .refine(timeZoneExists, 'must be a time zone such as Asia/Makassar')
    .default('Asia/Makassar'),
  SMTP_URL: z
    .string()
    .refine(address(['smtp:', 'smtps:']), 'must be an smtp:// or smtps:// address')
    .optional(),
  S3_URL: z.undefined('is not supported by this version: files are kept in DATA_DIR').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  DB_PREPARED: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
  DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
})

type Settings = z.output<typeof settings>
type Secrets = { [Name in (typeof SECRETS)[number]]: NonNullable<Settings[Name]> }
export type Env = Omit<Settings, keyof Secrets | 'DATABASE_URL' | 'PUBLIC_URL' | 'S3_URL'> &
  Secrets & { DATABASE_URL: string; PUBLIC_URL: string }

let current: Env | undefined

/** The settings of this process, read once from the environment; a wrong value throws an `EnvProblem`. */
export function env(): Env {
  current ??= readEnv(process.env)
  return current
}

/** Forgets what was read, for scripts and tests that set variables themselves. */
export function forgetEnv(): void {
  current = undefined
}

export function readEnv(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(
    Object.keys(settings.shape).map((name) => [name, source[name] === '' ? undefined : source[name]]),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new EnvProblem(`${String(issue?.path[0])} ${issue?.message}`)
  }
  const values: Settings & { PUBLIC_URL: string } = {
    ...parsed.data,
    PUBLIC_URL: parsed.data.PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}`,
  }
  for (const name of ['DATABASE_URL', ...SECRETS] as const) {
    if (values[name] === undefined) Object.defineProperty(values, name, { get: () => missing(name) })
  }
  return values as Env
}

function missing(name: string): never {
  throw new EnvProblem(
    name === 'DATABASE_URL'
      ? 'DATABASE_URL must be set: a PostgreSQL address'
      : `${name} must be set: docs/operating.md says how to make one`,
  )
}

/** What `serve` needs: the database and every secret set, none of them a demonstration one. */
export function requireProductionSecrets(): void {
  const values = env()
  if (!values.DATABASE_URL) missing('DATABASE_URL')
  for (const name of SECRETS) {
    const ids = values[name].map((one) => (typeof one === 'string' ? one : one.id))
    if (ids.some((id) => /^(demo|default|change-?me|secret)/i.test(id)))
      throw new EnvProblem(`${name} must not be a demonstration or default value`)
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** Demonstration accounts sign in only where nobody else can reach the portal, and never under `serve`. */
export function demoAccountsMaySignIn(): boolean {
  return env().BERDAYA_MODE !== 'serve' && LOOPBACK.has(env().HOST)
}
