import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RunningServer } from '../app/server'
import { buildIfChanged } from './launch/build'
import { tellAccounts } from './launch/demo-accounts'
import { type OpenDatabase, openDatabase } from './launch/open-database'
import { prepareDatabase } from './launch/prepare-database'
import { ROOT } from './launch/root'
import { stopOnSignal } from './launch/stop-on-signal'
import { fail, say } from './launch/tell'

async function start(): Promise<void> {
  process.chdir(ROOT)
  process.env.NODE_ENV = 'production'
  process.env.BERDAYA_MODE = 'demo'
  const running: { server?: RunningServer; database?: OpenDatabase } = {}
  stopOnSignal(async () => {
    await running.server?.stop()
    await running.database?.close()
  })
  const begun = Date.now()
  running.database = await openDatabase({ share: false, tell: say })
  const [{ demonstration }] = await Promise.all([prepareDatabase(running.database), buildAndTell(begun)])
  const { startServer } = (await import(pathToFileURL(join(ROOT, 'build', 'server', 'index.js')).href)) as {
    startServer: () => Promise<RunningServer>
  }
  running.server = await startServer()
  say(`Started in ${seconds(begun)} s.`)
  tellAccounts(process.env.PUBLIC_URL ?? `http://localhost:${running.server.port}`, demonstration)
}

async function buildAndTell(begun: number): Promise<void> {
  if (await buildIfChanged(() => say('Building the portal …'))) say(`Built in ${seconds(begun)} s.`)
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1_000).toFixed(1)
}

await start().catch(fail)
