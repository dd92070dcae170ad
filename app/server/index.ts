import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { crontab, handlers } from '~/jobs'
import { closeDatabase } from '~/platform/db.server'
import { guardDoors } from '~/platform/doors.server'
import { env } from '~/platform/env.server'
import { log } from '~/platform/log.server'
import { startWorker } from '~/platform/queue.server'
import { createApp } from './app'
import { assets } from './assets'

export type RunningServer = { port: number; stop: () => Promise<void> }

type Options = {
  /** Given while developing: Vite's files and its fresh build. */
  development?: { http: Server; files: RequestHandler; build: () => Promise<ServerBuild> }
}

const DRAIN_MS = 10_000
/** Longer than a load balancer keeps an idle connection, so that it never sends into a closing one. */
const KEEP_ALIVE_MS = 65_000

/** Serves on HOST and PORT and works the job queue, until `stop()` has let running requests and jobs finish. */
export async function startServer({ development }: Options = {}): Promise<RunningServer> {
  let leaving = false
  const app = createApp({
    build: development
      ? async () => guardDoors(await development.build())
      : guardDoors(await import('virtual:remix/server-build')),
    files: development?.files ?? assets(join(process.cwd(), 'build', 'client')),
    development: development !== undefined,
    draining: () => leaving,
  })
  const http = development?.http ?? createServer()
  http.on('request', app)
  http.keepAliveTimeout = KEEP_ALIVE_MS
  http.headersTimeout = KEEP_ALIVE_MS + 1_000
  const port = await listen(http)
  const worker = await startWorker(handlers, crontab)
  return {
    port,
    stop: async () => {
      leaving = true
      await Promise.all([drain(http), worker.stop()])
      await closeDatabase()
      log.debug('stopped')
    },
  }
}

function listen(http: Server): Promise<number> {
  const { PORT, HOST } = env()
  return new Promise((ready, failed) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      failed(error.code === 'EADDRINUSE' ? new Error(`PORT ${PORT} is in use: choose another`) : error)
    })
    http.listen(PORT, HOST, () => {
      const address = http.address()
      ready(typeof address === 'object' && address ? address.port : PORT)
    })
  })
}

async function drain(http: Server): Promise<void> {
  const closed = new Promise<void>((done) => http.close(() => done()))
  http.closeIdleConnections()
  const cut = setTimeout(() => http.closeAllConnections(), DRAIN_MS)
  const sweep = setInterval(() => http.closeIdleConnections(), 100)
  await closed
  clearTimeout(cut)
  clearInterval(sweep)
}
