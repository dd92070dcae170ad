import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Request, RequestHandler } from 'express'
import { pool } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { sameText } from '~/platform/same-text.server'

const BUCKETS_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
const NANOSECONDS = 1e9

type Series = { buckets: number[]; count: number; sum: number }

const durations = new Map<string, Series>()
const delay = monitorEventLoopDelay({ resolution: 20 })
delay.enable()

export function observe(method: string, status: number, seconds: number): void {
  const labels = `method="${method}",status="${Math.floor(status / 100)}xx"`
  const series = durations.get(labels) ?? { buckets: BUCKETS_SECONDS.map(() => 0), count: 0, sum: 0 }
  durations.set(labels, series)
  BUCKETS_SECONDS.forEach((bound, index) => {
    if (seconds <= bound) series.buckets[index] = (series.buckets[index] ?? 0) + 1
  })
  series.count += 1
  series.sum += seconds
}

function requestLines(): string[] {
  const name = 'berdaya_http_request_duration_seconds'
  const lines = [`# HELP ${name} Time to answer a request.`, `# TYPE ${name} histogram`]
  for (const [labels, series] of durations) {
    BUCKETS_SECONDS.forEach((bound, index) => {
      lines.push(`${name}_bucket{${labels},le="${bound}"} ${series.buckets[index]}`)
    })
    lines.push(`${name}_bucket{${labels},le="+Inf"} ${series.count}`)
    lines.push(`${name}_sum{${labels}} ${series.sum}`, `${name}_count{${labels}} ${series.count}`)
  }
  return lines
}

function gauge(name: string, help: string, value: number): string[] {
  return [`# HELP berdaya_${name} ${help}`, `# TYPE berdaya_${name} gauge`, `berdaya_${name} ${value}`]
}

async function queueLines(): Promise<string[]> {
  const { rows } = await pool.query<{ waiting: number; failed: number }>(
    `SELECT count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting,
            count(*) FILTER (WHERE attempts >= max_attempts)::int AS failed FROM graphile_worker.jobs`,
  )
  return [
    ...gauge('jobs_waiting', 'Jobs not done yet.', rows[0]?.waiting ?? 0),
    ...gauge('jobs_failed', 'Jobs that used up their attempts.', rows[0]?.failed ?? 0),
  ]
}

function mayRead(request: Request): boolean {
  const token = env().METRICS_TOKEN
  if (token) return sameText(request.headers.authorization ?? '', `Bearer ${token}`)
  const forwarded = request.headers['x-forwarded-for'] !== undefined
  return !forwarded && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
}

/** Prometheus text; without `METRICS_TOKEN` only for the machine itself. */
export const metrics: RequestHandler = async (request, response) => {
  if (!mayRead(request)) {
    response.status(403).type('text/plain').send('Forbidden')
    return
  }
  const { rss, heapUsed } = process.memoryUsage()
  const lines = [
    ...gauge('up_seconds', 'Seconds since the start.', process.uptime()),
    ...gauge('resident_bytes', 'Memory of the process.', rss),
    ...gauge('heap_bytes', 'Memory used by JavaScript.', heapUsed),
    ...gauge('event_loop_p99_seconds', 'Delay of the event loop.', delay.percentile(99) / NANOSECONDS),
    ...gauge('database_connections', 'Open connections.', pool.totalCount),
    ...gauge('database_idle', 'Idle connections.', pool.idleCount),
    ...gauge('database_waiting', 'Queries that wait for a connection.', pool.waitingCount),
    ...requestLines(),
    ...(await queueLines().catch(() => [])),
  ]
  response
    .setHeader('Cache-Control', 'no-store')
    .type('text/plain; version=0.0.4')
    .send(`${lines.join('\n')}\n`)
}
