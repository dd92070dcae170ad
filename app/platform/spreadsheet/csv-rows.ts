import { Readable } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import { type Cell, TABLE_LIMITS, type TablePreview, TableProblem, type TableRow } from './table'

type CsvForm = {
  encoding: NonNullable<TablePreview['encoding']>
  delimiter: NonNullable<TablePreview['delimiter']>
}

const DELIMITERS = [',', ';', '\t'] as const
const SLICE = 256 * 1024
const SAMPLE = 64 * 1024
const SEPARATOR_HINT = /^sep=(.)\r?\n/i

/** Encoding and delimiter of a text table; refuses what is no text. */
export function sniffCsv(bytes: Buffer): CsvForm {
  const encoding = encodingOf(bytes)
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE))
  if (hasControlCharacters(sample) || /^\s*<(?:!doctype|html|\?xml|table|workbook)/i.test(sample))
    throw new TableProblem('file_not_a_table')
  return { encoding, delimiter: delimiterOf(sample) }
}

function encodingOf(bytes: Buffer): CsvForm['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.subarray(0, SAMPLE).includes(0)) throw new TableProblem('file_not_a_table')
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Buffer): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += SLICE)
      decoder.decode(bytes.subarray(at, at + SLICE), { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

function hasControlCharacters(text: string): boolean {
  return [...text.slice(0, 4_096)].some((character) => character < ' ' && !'\t\r\n'.includes(character))
}

/** The mark that parts most of the first lines into the same number of cells; text between quotation marks is left out. */
function delimiterOf(sample: string): CsvForm['delimiter'] {
  const hint = SEPARATOR_HINT.exec(sample)?.[1]
  const hinted = DELIMITERS.find((mark) => mark === hint)
  if (hinted) return hinted
  const lines = sample
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
  const scores = DELIMITERS.map((mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1)
    const usual = Math.max(
      0,
      ...counts.map((count) =>
        count === 0 ? 0 : counts.filter((other) => other === count).length * Math.min(count, 30),
      ),
    )
    return { mark, usual }
  })
  return scores.reduce((best, score) => (score.usual > best.usual ? score : best), {
    mark: ',' as CsvForm['delimiter'],
    usual: 0,
  }).mark
}

/** The lines of a text table that hold anything, in order. */
export async function* csvRows(
  bytes: Buffer,
  form: CsvForm,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<TableRow> {
  const options: Options = {
    delimiter: form.delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    info: true,
    max_record_size: 64 * 1024,
  }
  const parser = Readable.from(decoded(bytes, form.encoding)).pipe(parse(options))
  let index = -1
  let given = 0
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      index += 1
      if (index === 0 && /^sep=.?$/i.test(record[0] ?? '') && record.length <= 2) continue
      if (record.length > TABLE_LIMITS.columns)
        throw new TableProblem('file_too_many_columns', { most: TABLE_LIMITS.columns })
      const cells = record.map((text): Cell => (text.trim() === '' ? null : text))
      if (!cells.some((cell) => cell !== null)) continue
      yield { index, cells }
      given += 1
      if (given >= most) return
    }
  } catch (error) {
    throw problemOf(error)
  } finally {
    parser.destroy()
  }
}

function problemOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  const line = Number(error.lines ?? 0)
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return new TableProblem('file_unclosed_quote', { line })
  return new TableProblem('file_damaged')
}

function* decoded(bytes: Buffer, encoding: CsvForm['encoding']): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += SLICE)
    yield decoder.decode(bytes.subarray(at, at + SLICE), { stream: true })
  yield decoder.decode()
}
