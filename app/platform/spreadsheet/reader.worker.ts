import { parentPort, workerData } from 'node:worker_threads'
import { csvRows, sniffCsv } from './csv-rows'
import { TABLE_LIMITS, type TablePreview, TableProblem, type TableRow, type TableSource } from './table'

/** What the thread is asked: a preview, or the rows in batches; `taken` counts the batches the other side has used. */
export type ReaderTask = { bytes: Uint8Array; source: TableSource | null; taken: SharedArrayBuffer }

export type ReaderAnswer =
  | { kind: 'preview'; preview: TablePreview }
  | { kind: 'rows'; rows: TableRow[] }
  | { kind: 'done' }
  | { kind: 'problem'; code: TableProblem['code']; params: TableProblem['params'] }
  | { kind: 'defect'; message: string }

const BATCH = 500
const AHEAD = 4

const port = parentPort
if (!port) throw new Error('runs as a worker thread only')
const task = workerData as ReaderTask
const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength)
const taken = new Int32Array(task.taken)
const answer = (message: ReaderAnswer) => port.postMessage(message)

/** Loaded only for a workbook: most files are text. */
const xlsx = () => import('./xlsx-rows')

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

async function preview(): Promise<TablePreview> {
  if (bytes.length === 0) throw new TableProblem('file_empty')
  if (bytes.subarray(0, 4).equals(OLE)) throw new TableProblem('file_old_excel')
  if (bytes.subarray(0, 4).equals(ZIP))
    return {
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: await (await xlsx()).previewXlsx(bytes),
    }
  const form = sniffCsv(bytes)
  const rows: TableRow[] = []
  for await (const row of csvRows(bytes, form, TABLE_LIMITS.previewRows)) rows.push(row)
  return { format: 'csv', ...form, sheets: [{ index: 0, name: '', rows, formulaCell: null }] }
}

async function sendRows(source: TableSource): Promise<void> {
  const form = { encoding: source.encoding ?? 'utf-8', delimiter: source.delimiter ?? ',' } as const
  let batch: TableRow[] = []
  let sent = 0
  let rows = 0
  const send = () => {
    answer({ kind: 'rows', rows: batch })
    batch = []
    sent += 1
    while (sent - Atomics.load(taken, 0) > AHEAD) Atomics.wait(taken, 0, sent - AHEAD - 1)
  }
  for await (const row of source.format === 'xlsx'
    ? (await xlsx()).xlsxRows(bytes, source.sheet)
    : csvRows(bytes, form)) {
    rows += 1
    if (rows > TABLE_LIMITS.rows) throw new TableProblem('file_too_many_rows', { most: TABLE_LIMITS.rows })
    batch.push(row)
    if (batch.length >= BATCH) send()
  }
  if (batch.length > 0) send()
  answer({ kind: 'done' })
}

async function run(): Promise<void> {
  try {
    if (task.source) await sendRows(task.source)
    else answer({ kind: 'preview', preview: await preview() })
  } catch (error) {
    if (error instanceof TableProblem) answer({ kind: 'problem', code: error.code, params: error.params })
    else
      answer({
        kind: 'defect',
        message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      })
  }
}

await run()
