import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COLUMNS, type ColumnName } from '~/domain/intake/import-columns'
import type { Upload } from '~/domain/intake/upload-file.server'

export type SheetRow = Partial<Record<ColumnName, string>>

const two = (value: number) => String(value).padStart(2, '0')

/** An invented candidate of Rawa Makmur, Samarinda; each number is another person in another family. */
export function candidateRow(number: number, changed: SheetRow = {}): SheetRow {
  const birth = new Date(Date.UTC(1970 + (number % 30), number % 12, 1 + (number % 28)))
  const [date, month, year] = [birth.getUTCDate(), birth.getUTCMonth() + 1, birth.getUTCFullYear()]
  const serial = String(9999 - Math.floor(number / 420)).padStart(4, '0')
  return {
    nik: `647201${two(date + 40)}${two(month)}${two(year % 100)}${serial}`,
    no_kk: `647201${two(1 + (number % 28))}${two(1 + (Math.floor(number / 28) % 12))}${two(Math.floor(number / 336) % 100)}${String(1 + Math.floor(number / 33_600)).padStart(4, '0')}`,
    nama: `Siti Rekaan ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(number / 26) % 26]}`,
    tanggal_lahir: `${two(date)}/${two(month)}/${year}`,
    jenis_kelamin: 'P',
    alamat: `Jl. Melati No. ${number}`,
    kode_wilayah: '64.72.01.1001',
    ...changed,
  }
}

export function csvOf(rows: readonly SheetRow[], columns: readonly ColumnName[] = COLUMNS): Buffer {
  const used = columns.filter((column) => rows.some((row) => row[column] !== undefined))
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = rows.map((row) => used.map((column) => quoted(row[column] ?? '')).join(','))
  return Buffer.from(`${[used.join(','), ...lines].join('\n')}\n`)
}

let folder: Promise<string> | undefined

/** A file on the disk as the upload leaves it. */
export async function uploadOf(bytes: Uint8Array, name = 'usulan.csv'): Promise<Upload> {
  folder ??= mkdtemp(join(tmpdir(), 'berdaya-intake-test-'))
  const path = join(await folder, randomUUID())
  await writeFile(path, bytes)
  return { name, path, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}
