import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { type LookupHash, lookupHashes } from '~/platform/crypto.server'
import { type PastProblem, type PastRow, readPastRows } from './past-recipients'

const SENTENCES: Record<PastProblem, string> = {
  empty: 'programme.past_empty',
  no_header: 'programme.past_no_header',
  nik: 'programme.past_nik',
  kk: 'programme.past_kk',
  year: 'programme.past_year',
  too_many: 'programme.past_too_many',
}

type Input = { source: string }
type Upload = { path: string; sha256: string }

/**
 * Adds people of an earlier year's list, as keyed hashes under every lookup key in force; the list itself is not kept.
 * People already known for that year are counted, not added twice. Refuses `programme.past_*` with the line that
 * stands against the whole list.
 */
export async function importPastRecipients(
  actor: Actor,
  { source }: Input,
  upload: Upload,
  at: Date,
  key?: string,
): Promise<{ rows: number; added: number }> {
  authorize(actor, 'programme.write')
  const rows = await readList(upload.path, Number(dayIn(at).slice(0, 4)))
  const hashed = rows.flatMap(hashesOf)
  const keys = new Set(hashed.map((row) => row.keyId)).size
  return write(
    actor,
    async (tx, record) => {
      const written = await tx.$executeRaw`
        INSERT INTO past_recipient (id, year, key_id, nik_hash, kk_hash, source)
        SELECT id, year, key_id, nik_hash, kk_hash, ${source}
        FROM unnest(${hashed.map(() => randomUUID())}::uuid[], ${hashed.map((row) => row.year)}::int[], ${hashed.map((row) => row.keyId)}::text[],
                    ${hashed.map((row) => row.nik)}::bytea[], ${hashed.map((row) => row.kk)}::bytea[])
          AS p (id, year, key_id, nik_hash, kk_hash)
        ON CONFLICT (key_id, nik_hash, year) DO NOTHING`
      const added = Math.round(written / keys)
      record({
        kind: 'past_recipients.imported',
        subject: { type: 'system', id: 'past_recipient' },
        facts: { rows: rows.length, added, sha256: upload.sha256, source },
      })
      return { rows: rows.length, added }
    },
    { key, form: 'programme.past', at },
  )
}

async function readList(path: string, thisYear: number): Promise<PastRow[]> {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const delimiter = [';', '\t', ','].find((mark) => firstLine.includes(mark)) ?? ','
  const read = readPastRows(recordsOf(text, delimiter), thisYear)
  if ('problem' in read)
    throw new Refusal(SENTENCES[read.problem], { line: read.line }, { kind: 'invalid', field: 'file' })
  return read.rows
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, trim: true })
  } catch {
    throw new Refusal('programme.past_unreadable', {}, { kind: 'invalid', field: 'file' })
  }
}

/** The row under each lookup key; hashes of one value come in the order of the keys. */
function hashesOf(
  row: PastRow,
): { year: number; keyId: string; nik: Buffer<ArrayBuffer>; kk: Buffer<ArrayBuffer> | null }[] {
  const kk: LookupHash[] = row.kk === null ? [] : lookupHashes('kk', row.kk)
  return lookupHashes('nik', row.nik).map(({ keyId, hash }, index) => ({
    year: row.year,
    keyId,
    nik: hash,
    kk: kk[index]?.hash ?? null,
  }))
}
