import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db.server'

const QUARTER_HOUR = 15 * 60
const HOUR = 60 * 60

/** What is counted: how often, within how many seconds. A pair is one account tried from one address. */
const LIMITS = {
  'sign-in-pair': { points: 5, duration: QUARTER_HOUR },
  'sign-in-account': { points: 20, duration: HOUR },
  'sign-in-address': { points: 100, duration: QUARTER_HOUR },
  code: { points: 5, duration: QUARTER_HOUR },
  confirm: { points: 5, duration: QUARTER_HOUR },
  'reset-account': { points: 3, duration: HOUR },
  'reset-address': { points: 20, duration: HOUR },
} as const

export type Limit = keyof typeof LIMITS
export type Counted = readonly [limit: Limit, who: string]

const limiters = new Map<Limit, RateLimiterPostgres>()

function limiter(limit: Limit): RateLimiterPostgres {
  const known = limiters.get(limit)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: true,
    keyPrefix: limit,
    ...LIMITS[limit],
  })
  limiters.set(limit, made)
  return made
}

/**
 * Counts a try under each of its names before it is made, so that tries at the same moment count too.
 * Gives the minutes to wait where one of them is used up, null where the try may go on.
 */
export async function minutesToWait(counted: readonly Counted[]): Promise<number | null> {
  for (const [limit, who] of counted) {
    const answer = await consume(limit, who)
    if (answer) return Math.max(1, Math.ceil(answer.msBeforeNext / 60_000))
  }
  return null
}

/** A try that succeeded: the pair starts afresh, the shared counts get their point back. */
export async function forgiveTry(counted: readonly Counted[]): Promise<void> {
  for (const [limit, who] of counted) {
    if (limit === 'sign-in-account' || limit === 'sign-in-address') await limiter(limit).reward(hashed(who))
    else await limiter(limit).delete(hashed(who))
  }
}

async function consume(limit: Limit, who: string): Promise<RateLimiterRes | null> {
  try {
    await limiter(limit).consume(hashed(who))
    return null
  } catch (error) {
    if (error instanceof RateLimiterRes) return error
    throw error
  }
}

/** The table names nobody: neither an account nor an address can be read from it. */
function hashed(who: string): string {
  return createHash('sha256').update(who).digest('base64url')
}
