import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RunningServer } from '../app/server'
import { buildIfChanged } from './launch/build'
import { tellAccounts } from './launch/demo-accounts'
import { prepareDatabase } from './launch/prepare-database'
import { ROOT } from './launch/root'
import { stopOnSignal } from './launch/stop-on-signal'
import { fail, say } from './launch/tell'

async function start(): Promise<void> {
  process.chdir(ROOT)
  process.env.NODE_ENV = 'production'
  process.env.BERDAYA_MODE = 'demo'
  const running: { server?: RunningServer; database?: { close: () => Promise<void> } } = {}
  stopOnSignal(async () => {
    await running.server?.stop()
    await running.database?.close()
  })
  const begun = Date.now()
  if (await buildIfChanged()) say(`Built in ${seconds(begun)} s.`)
  const database = await prepareDatabase()
  running.database = database
  const { startServer } = (await import(pathToFileURL(join(ROOT, 'build', 'server', 'index.js')).href)) as {
    startServer: () => Promise<RunningServer>
  }
  running.server = await startServer()
  say(`Started in ${seconds(begun)} s.`)
  tellAccounts(process.env.PUBLIC_URL ?? `http://localhost:${running.server.port}`, database.demonstration)
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1_000).toFixed(1)
}

await start().catch(fail)
