import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type DemoKeys = Record<'SESSION_SECRETS' | 'DATA_KEYS' | 'LOOKUP_KEYS' | 'SEAL_KEYS', string>

/**
 * Sets the secrets that are not set from those of the demonstration, which are made once and kept in the data folder.
 * Their ids begin with `demo`, by which `serve` knows and refuses them.
 */
export function takeDemoKeys(dataFolder: string): void {
  const path = join(dataFolder, 'demo-keys.json')
  const keys = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as DemoKeys)
    : make(path, dataFolder)
  for (const [name, value] of Object.entries(keys)) process.env[name] ||= value
}

function make(path: string, folder: string): DemoKeys {
  const key = () => randomBytes(32).toString('base64')
  // An id of its own: a backup of one demonstration does not pass for one of another.
  const id = `demo-${randomBytes(3).toString('hex')}`
  const keys: DemoKeys = {
    SESSION_SECRETS: `demo-${key()}`,
    DATA_KEYS: `${id}:${key()}`,
    LOOKUP_KEYS: `${id}:${key()}`,
    SEAL_KEYS: `${id}:${key()}`,
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, JSON.stringify(keys, null, 2), { mode: 0o600 })
  return keys
}
