import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile as readWhole, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { env } from './env.server'

export type StoredFile = { key: string; sha256: string; size: number }
type Source = Uint8Array | AsyncIterable<Uint8Array>

const KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/

function pathOf(key: string): string {
  if (!KEY.test(key)) throw new Error('not a key of a stored file')
  return join(filesFolder(), key)
}

/** Where uploaded files lie; a backup holds everything below it. */
export function filesFolder(): string {
  return join(resolve(env().DATA_DIR), 'files')
}

/** Keeps a file under a fresh key. The file is whole on the disk before the key is given away. */
export async function storeFile(source: Source): Promise<StoredFile> {
  const name = randomUUID()
  const key = `${name.slice(0, 2)}/${name}`
  const path = pathOf(key)
  await mkdir(dirname(path), { recursive: true })
  const written = await writeWhole(`${path}.part`, source)
  await rename(`${path}.part`, path)
  return { key, ...written }
}

async function writeWhole(path: string, source: Source): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx')
  try {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      hash.update(chunk)
      size += chunk.byteLength
      await file.writeFile(chunk)
    }
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
  await file.close()
  return { sha256: hash.digest('hex'), size }
}

export function readFile(key: string): Promise<Buffer> {
  return readWhole(pathOf(key))
}

/** The file as a stream, for downloads and for imports too large to hold. */
export function openFile(key: string): Readable {
  return createReadStream(pathOf(key))
}

export async function removeFile(key: string): Promise<void> {
  await rm(pathOf(key), { force: true })
}
