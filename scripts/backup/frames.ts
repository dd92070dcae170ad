import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** A backup is a gzip stream of parts: a line of JSON, then blocks of bytes, each behind its length; a length of 0 ends the part. */
export type PartHeader = { part: string; [fact: string]: unknown }

const MAGIC = 'BERDAYA-BACKUP-1\n'
const BLOCK_BYTES = 1 << 20

export class BackupWriter {
  private readonly gzip = createGzip({ level: 6 })
  private readonly file
  private readonly hash = createHash('sha256')

  constructor(path: string) {
    this.file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
    this.gzip.pipe(this.file)
    this.file.on('error', (error) => this.gzip.destroy(error))
  }

  async open(): Promise<void> {
    await once(this.file, 'open')
    await this.put(Buffer.from(MAGIC))
  }

  async part(header: PartHeader, content: AsyncIterable<Uint8Array> | Uint8Array[] = []): Promise<void> {
    await this.block(Buffer.from(JSON.stringify(header)))
    for await (const chunk of content) {
      for (let from = 0; from < chunk.byteLength; from += BLOCK_BYTES) {
        await this.block(Buffer.from(chunk.subarray(from, from + BLOCK_BYTES)))
      }
    }
    await this.put(length(0))
  }

  /** Ends with the hash of everything before it: a file that was cut short has none. */
  async close(): Promise<void> {
    await this.part({ part: 'end', sha256: this.hash.copy().digest('hex') })
    this.gzip.end()
    await finished(this.file)
  }

  private async block(content: Buffer): Promise<void> {
    await this.put(length(content.byteLength))
    await this.put(content)
  }

  private async put(bytes: Buffer): Promise<void> {
    this.hash.update(bytes)
    if (!this.gzip.write(bytes)) await once(this.gzip, 'drain')
  }
}

function length(bytes: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32BE(bytes)
  return buffer
}

export type Part = { header: PartHeader; content: AsyncGenerator<Buffer> }

export class BrokenBackup extends Error {
  override name = 'BrokenBackup'
}

/** The parts of a backup in their order. Each part's content must be read to its end before the next part is asked for. */
export async function* readParts(path: string): AsyncGenerator<Part> {
  const source = new ByteSource(createReadStream(path).pipe(createGunzip()))
  if ((await source.take(MAGIC.length)).toString() !== MAGIC)
    throw new BrokenBackup('this is not a backup of Berdaya')
  for (;;) {
    const before = source.digest()
    const header = JSON.parse((await source.block())?.toString() ?? '') as PartHeader
    if (header.part === 'end') {
      if (header.sha256 !== before) throw new BrokenBackup('the backup was changed or damaged')
      return
    }
    yield { header, content: source.blocks() }
  }
}

/** Bytes in exact amounts from a stream that gives them as it likes. */
class ByteSource {
  private readonly stream: AsyncIterator<Buffer>
  private readonly hash = createHash('sha256')
  private rest: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.stream = stream[Symbol.asyncIterator]()
  }

  digest(): string {
    return this.hash.copy().digest('hex')
  }

  async take(bytes: number): Promise<Buffer> {
    const held = [this.rest]
    let total = this.rest.byteLength
    while (total < bytes) {
      const { value, done } = await this.stream
        .next()
        .catch(() => ({ value: undefined, done: true as const }))
      if (done || !value) throw new BrokenBackup('the backup was cut short')
      held.push(value)
      total += value.byteLength
    }
    const all = held.length === 1 ? this.rest : Buffer.concat(held)
    this.rest = all.subarray(bytes)
    const taken = all.subarray(0, bytes)
    this.hash.update(taken)
    return taken
  }

  async block(): Promise<Buffer | null> {
    const bytes = (await this.take(4)).readUInt32BE()
    return bytes === 0 ? null : await this.take(bytes)
  }

  async *blocks(): AsyncGenerator<Buffer> {
    for (let block = await this.block(); block; block = await this.block()) yield block
  }
}
