import { Logger, type Runner, run } from 'graphile-worker'
import type { z } from 'zod'
import { pool, type Transaction } from './db.server'
import { log } from './log.server'

const HANDS = 2
const ATTEMPTS = 5

export type Handler = (payload: unknown) => Promise<void>
export type Handlers = Readonly<Record<string, Handler>>

type Options = {
  runAt?: Date
  /** A job with the same key that has not begun is replaced. */
  key?: string
  maxAttempts?: number
}

/**
 * Adds a job inside the transaction: it exists only if the transaction commits. The handler of `name` stands in
 * `app/jobs/index.ts`; a job may run twice, so a handler must bear that.
 */
export async function enqueue(
  tx: Transaction,
  name: string,
  payload: object,
  { runAt, key, maxAttempts = ATTEMPTS }: Options = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json, run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${maxAttempts}::int, job_key => ${key ?? null}::text)`
}

/** A handler that reads its payload by a schema before it works. */
export function job<Payload>(schema: z.ZodType<Payload>, work: (payload: Payload) => Promise<void>): Handler {
  return (payload) => work(schema.parse(payload))
}

/** Takes jobs from the shared pool until `stop()`, which lets running ones finish. */
export async function startWorker(handlers: Handlers, crontab?: string): Promise<Runner> {
  const runner = await run({
    pgPool: pool,
    concurrency: HANDS,
    noHandleSignals: true,
    taskList: { ...handlers },
    crontab,
    logger: new Logger(() => (level, message) => (level === 'error' ? undefined : log.debug(message))),
  })
  runner.events.on('job:error', ({ job: failed, error }) =>
    log.defect(error, { job: failed.task_identifier, attempt: failed.attempts }),
  )
  return runner
}
