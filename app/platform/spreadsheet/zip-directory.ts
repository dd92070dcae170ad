import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { TABLE_LIMITS, TableProblem } from './table'

export type ZipPart = {
  name: string
  method: number
  packedBytes: number
  unpackedBytes: number
  start: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_COMMENT = 65_535
const MEASURED_FROM = 1024 * 1024

/**
 * The parts of a zip archive from its own directory, before anything is unpacked. Refuses archives that are damaged,
 * encrypted, that name a part twice, that overlap, or that say they unpack to more than they may.
 */
export function readZipDirectory(bytes: Buffer): ZipPart[] {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > TABLE_LIMITS.parts) throw new TableProblem('file_bomb')
  let at = bytes.readUInt32LE(end + 16)
  const parts = new Map<string, ZipPart>()
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new TableProblem('file_damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const part = centralPart(bytes, at, nameLength)
    if (parts.has(part.name)) throw new TableProblem('file_damaged')
    parts.set(part.name, part)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  refuseBombs(bytes.length, [...parts.values()])
  return [...parts.values()]
}

function findEnd(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - LONGEST_COMMENT)
  for (let at = bytes.length - 22; at >= earliest; at -= 1) if (bytes.readUInt32LE(at) === END) return at
  throw new TableProblem('file_damaged')
}

function centralPart(bytes: Buffer, at: number, nameLength: number): ZipPart {
  if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new TableProblem('file_old_excel')
  const local = bytes.readUInt32LE(at + 42)
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw new TableProblem('file_damaged')
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    method: bytes.readUInt16LE(at + 10),
    packedBytes: bytes.readUInt32LE(at + 20),
    unpackedBytes: bytes.readUInt32LE(at + 24),
    start: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
  }
}

function refuseBombs(fileBytes: number, parts: readonly ZipPart[]): void {
  const packed = parts.reduce((sum, part) => sum + part.packedBytes, 0)
  const unpacked = parts.reduce((sum, part) => sum + part.unpackedBytes, 0)
  const tooTight = parts.some(
    (part) =>
      part.unpackedBytes > MEASURED_FROM && part.unpackedBytes > part.packedBytes * TABLE_LIMITS.packingRatio,
  )
  if (packed > fileBytes || unpacked > TABLE_LIMITS.unpackedBytes || tooTight)
    throw new TableProblem('file_bomb')
}

/** Unpacks a part piece by piece; stops where it grows beyond `limit`, or beyond what the directory said of it. */
export async function* unpack(bytes: Buffer, part: ZipPart, limit: number): AsyncGenerator<Buffer> {
  const packed = bytes.subarray(part.start, part.start + part.packedBytes)
  if (part.method !== 0 && part.method !== 8) throw new TableProblem('file_damaged')
  const stream =
    part.method === 0
      ? Readable.from([packed])
      : Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 256 * 1024 }))
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > Math.min(limit, part.unpackedBytes)) throw new TableProblem('file_bomb')
      yield chunk
    }
  } catch (error) {
    throw error instanceof TableProblem ? error : new TableProblem('file_damaged')
  }
}
