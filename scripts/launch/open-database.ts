import { join } from 'node:path'
import { env, forgetEnv } from '../../app/platform/env.server'
import { runningCluster, startCluster, usableDataFolder } from '../embedded-db'
import { takeDemoKeys } from './demo-keys'

export type OpenDatabase = {
  /** Whether it is the portal's own PostgreSQL in the data folder. */
  embedded: boolean
  close: () => Promise<void>
}

type Tell = (line: string) => void

/**
 * Sees to it that DATABASE_URL leads to a running database: the external one if it is set, else the embedded one in
 * DATA_DIR. `share` joins a server that a running portal owns; without it such a portal is a reason to stop.
 */
export async function openDatabase({ share, tell }: { share: boolean; tell: Tell }): Promise<OpenDatabase> {
  if (process.env.DATABASE_URL) {
    env()
    return { embedded: false, close: async () => undefined }
  }
  const folder = usableDataFolder(env().DATA_DIR, tell)
  process.env.DATA_DIR = folder
  takeDemoKeys(folder)
  const home = join(folder, 'database')
  const shared = share ? runningCluster(home) : null
  const cluster = shared ? null : await startCluster(home)
  process.env.DATABASE_URL = shared ?? cluster?.url
  forgetEnv()
  return { embedded: true, close: async () => cluster?.stop() }
}
