import { createServer } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { createServer as createVite } from 'vite'
import { generateClient } from './generate'
import { tellAccounts } from './launch/demo-accounts'
import { openDatabase } from './launch/open-database'
import { prepareDatabase } from './launch/prepare-database'
import { ROOT } from './launch/root'
import { stopOnSignal } from './launch/stop-on-signal'
import { fail, say } from './launch/tell'

type ServerModule = typeof import('../app/server')

async function develop(): Promise<void> {
  process.chdir(ROOT)
  process.env.NODE_ENV = 'development'
  process.env.BERDAYA_MODE = 'dev'
  generateClient()
  const ends: (() => Promise<void>)[] = []
  stopOnSignal(async () => {
    for (const end of ends.reverse()) await end()
  })
  const database = await openDatabase({ share: false, tell: say })
  ends.push(database.close)
  const { demonstration } = await prepareDatabase(database)
  const http = createServer()
  const vite = await createVite({
    server: { middlewareMode: true, hmr: { server: http } },
    appType: 'custom',
  })
  ends.push(() => vite.close())
  const { startServer } = (await vite.ssrLoadModule('/app/server/index.ts')) as ServerModule
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  const server = await startServer({ development: { http, files: vite.middlewares, build } })
  ends.push(server.stop)
  tellAccounts(`http://localhost:${server.port}`, demonstration)
}

await develop().catch(fail)
