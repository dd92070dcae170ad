import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

export const DATABASE = 'berdaya'

export type Credentials = { port: number; user: string; password: string }

export function readCredentials(folder: string): Credentials | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8')) as Credentials
  } catch {
    return null
  }
}

export function keepCredentials(folder: string, credentials: Credentials): void {
  const path = join(folder, 'database.json')
  writeFileSync(`${path}.part`, JSON.stringify(credentials), { mode: 0o600 })
  chmodSync(`${path}.part`, 0o600)
  renameSync(`${path}.part`, path)
}

export function urlOf({ port, user, password }: Credentials, database = DATABASE): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer()
    probe.once('error', () => answer(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)))
  })
}
