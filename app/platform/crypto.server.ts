import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { env } from './env.server'

export type KeyRing = readonly { id: string; key: Buffer }[]

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

let random = Buffer.alloc(0)
const RANDOM_AT_ONCE = 8_192

/** Random bytes, fetched from the system in blocks: thousands of rows need tens of thousands of them. None is given twice. */
function freshBytes(count: number): Buffer {
  if (random.length < count) random = randomBytes(RANDOM_AT_ONCE)
  const given = Buffer.from(random.subarray(0, count))
  random = random.subarray(count)
  return given
}

/** AES-256-GCM; the box carries its version and the id of its key, so that keys can change over. */
function sealWith(ring: KeyRing, plain: Buffer): Buffer {
  const newest = ring[0]
  if (!newest) throw new Error('no data key')
  const id = Buffer.from(newest.id, 'utf8')
  const nonce = freshBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', newest.key, nonce)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION, id.length]), id, nonce, cipher.getAuthTag(), body])
}

function openWith(ring: KeyRing, box: Uint8Array): Buffer {
  const bytes = Buffer.from(box.buffer, box.byteOffset, box.byteLength)
  const { id, start } = header(bytes)
  const found = ring.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`data key ${id} is not configured`)
  const nonce = bytes.subarray(start, start + NONCE_BYTES)
  const tag = bytes.subarray(start + NONCE_BYTES, start + NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', found.key, nonce)
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(start + NONCE_BYTES + TAG_BYTES)), decipher.final()])
}

function header(bytes: Buffer): { id: string; start: number } {
  if (bytes[0] !== VERSION) throw new Error('unknown box version')
  const idLength = bytes[1] ?? 0
  return { id: bytes.subarray(2, 2 + idLength).toString('utf8'), start: 2 + idLength }
}

/** Encrypts a personal number or text under the newest data key. */
export function seal(plain: string): Buffer<ArrayBuffer> {
  return Buffer.from(sealWith(env().DATA_KEYS, Buffer.from(plain, 'utf8')))
}

export function open(box: Uint8Array): string {
  return openWith(env().DATA_KEYS, box).toString('utf8')
}

export type LookupKind = 'nik' | 'kk' | 'phone' | 'account'
export type LookupHash = { keyId: string; hash: Buffer<ArrayBuffer> }

/** Keyed hashes of a personal number, one for each configured lookup key (two while keys change over). */
export function lookupHashes(kind: LookupKind, value: string): LookupHash[] {
  return env().LOOKUP_KEYS.map(({ id, key }) => ({
    keyId: id,
    hash: Buffer.from(createHmac('sha256', key).update(`${kind}:${value}`).digest()),
  }))
}

/** A fresh key for one person's values in events, wrapped under the newest data key. */
export function newPersonKey(): { key: Buffer; wrapped: Buffer<ArrayBuffer> } {
  const key = freshBytes(32)
  return { key, wrapped: Buffer.from(sealWith(env().DATA_KEYS, key)) }
}

export function unwrapPersonKey(wrapped: Uint8Array): Buffer {
  return openWith(env().DATA_KEYS, wrapped)
}

/** The same content in a box of the newest data key, whatever the box holds: a number, a text, a person's key. */
export function resealBox(box: Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.from(sealWith(env().DATA_KEYS, openWith(env().DATA_KEYS, box)))
}

/** How every box of the newest data key begins. */
export function newestBoxPrefix(): Buffer<ArrayBuffer> {
  const id = Buffer.from(env().DATA_KEYS[0]?.id ?? '', 'utf8')
  return Buffer.from(Buffer.concat([Buffer.from([VERSION, id.length]), id]))
}

export function sealForPerson(key: Buffer, plain: string): Buffer<ArrayBuffer> {
  return Buffer.from(sealWith([{ id: 'person', key }], Buffer.from(plain, 'utf8')))
}

export function openForPerson(key: Buffer, box: Uint8Array): string {
  return openWith([{ id: 'person', key }], box).toString('utf8')
}
