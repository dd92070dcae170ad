import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import type { ReaderAnswer, ReaderTask } from './reader.worker'
import { TABLE_LIMITS, type TablePreview, TableProblem, type TableRow, type TableSource } from './table'

/** Heap of the thread; what it unpacks lies beside it and is bounded by the limits of the table. */
const HEAP_MEGABYTES = 256
const PATIENCE_MS = 30_000

const HERE = dirname(fileURLToPath(import.meta.url))

/**
 * Starts the thread's own file: beside the build, where it is one of the build's entries; in development, tests and
 * scripts the source of the same file, read through tsx.
 */
function startThread(options: WorkerOptions): Worker {
  const built = [HERE, dirname(HERE)]
    .map((folder) => join(folder, 'spreadsheet-reader.js'))
    .find((file) => existsSync(file))
  if (built) return new Worker(built, options)
  const tsx = pathToFileURL(
    join(dirname(createRequire(import.meta.url).resolve('tsx/package.json')), 'dist/esm/api/index.mjs'),
  ).href
  const source = pathToFileURL(join(HERE, 'reader.worker.ts')).href
  const start = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`
  return new Worker(start, { ...options, eval: true })
}

function startReader(bytes: Uint8Array, source: TableSource | null): { worker: Worker; taken: Int32Array } {
  const taken = new SharedArrayBuffer(4)
  const workerData: ReaderTask = { bytes, source, taken }
  const worker = startThread({ workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } })
  return { worker, taken: new Int32Array(taken) }
}

/** Tells what the file is by its content, checks it, and shows the first rows. Throws a `TableProblem`. */
export async function previewTable(bytes: Uint8Array): Promise<TablePreview> {
  if (bytes.byteLength > TABLE_LIMITS.fileBytes)
    throw new TableProblem('file_too_big', { megabytes: TABLE_LIMITS.fileBytes / 1024 / 1024 })
  const { worker, taken } = startReader(bytes, null)
  for await (const message of answers(worker, taken)) if (message.kind === 'preview') return message.preview
  throw new TableProblem('file_damaged')
}

/** The rows of a previewed table, a batch at a time: the thread waits for whoever reads. Throws a `TableProblem`. */
export async function* readRows(bytes: Uint8Array, source: TableSource): AsyncGenerator<TableRow[]> {
  const { worker, taken } = startReader(bytes, source)
  for await (const message of answers(worker, taken)) if (message.kind === 'rows') yield message.rows
}

/** Messages of the thread until it is done; it is stopped when it is silent for too long or nobody listens any more. */
async function* answers(worker: Worker, taken: Int32Array): AsyncGenerator<ReaderAnswer> {
  const waiting: (ReaderAnswer | Error)[] = []
  let wake = () => {}
  const arrive = (message: ReaderAnswer | Error) => {
    waiting.push(message)
    wake()
  }
  worker.on('message', arrive)
  worker.on('error', (error: Error & { code?: string }) =>
    arrive(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TableProblem('file_too_heavy') : error),
  )
  worker.on('exit', () => arrive(new TableProblem('file_damaged')))
  try {
    for (;;) {
      if (waiting.length === 0) await arrival((resolve) => (wake = resolve))
      wake = () => {}
      const message = waiting.shift()
      if (message === undefined) continue
      if (message instanceof Error) throw message
      if (message.kind === 'done') return
      if (message.kind === 'problem') throw new TableProblem(message.code, message.params)
      if (message.kind === 'defect') throw new Error(message.message)
      yield message
      if (message.kind === 'preview') return
      Atomics.add(taken, 0, 1)
      Atomics.notify(taken, 0)
    }
  } finally {
    await worker.terminate()
  }
}

/** Waits for the next message of the thread, for as long as a file may take over one. */
function arrival(listen: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TableProblem('file_too_slow')), PATIENCE_MS)
    listen(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
