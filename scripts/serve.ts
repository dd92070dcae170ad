import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EnvProblem, env, requireProductionSecrets } from '../app/platform/env.server'
import { buildIfChanged } from './launch/build'
import { ROOT } from './launch/root'
import { stopOnSignal } from './launch/stop-on-signal'
import { fail, say } from './launch/tell'
import { MigrationProblem, openPool, pending } from './migrations/runner'

type ServerModule = typeof import('../app/server')

async function serve(): Promise<void> {
  process.chdir(ROOT)
  process.env.NODE_ENV = 'production'
  process.env.BERDAYA_MODE = 'serve'
  requireProductionSecrets()
  if (env().DEMO === '1')
    throw new EnvProblem('DEMO must not be 1 under serve: it never loads demonstration data')
  await buildIfChanged()
  await refuseUnmigrated()
  const { startServer } = (await import(
    pathToFileURL(join(ROOT, 'build', 'server', 'index.js')).href
  )) as ServerModule
  const server = await startServer()
  stopOnSignal(server.stop)
  say(`Berdaya listens on ${env().HOST}:${server.port} as ${env().PUBLIC_URL}`)
}

async function refuseUnmigrated(): Promise<void> {
  const pool = openPool(env().DATABASE_URL)
  try {
    const waiting = await pending(pool)
    if (waiting.length > 0)
      throw new MigrationProblem(`the database lacks ${waiting.length} migrations: npm run migrate`)
  } finally {
    await pool.end()
  }
}

await serve().catch(fail)
