import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import {
  type FileUpload,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  parseFormData,
} from '@mjackson/form-data-parser'

export type FileRule = { maximumMegabytes: number; required?: boolean; multiple?: boolean }

/** A file that came with a form; it lies at `path` until the command has ended, then it is removed. */
export type UploadedFile = { name: string; path: string; size: number; sha256: string; type: string }

export type Received<Field extends string> = {
  form: FormData
  files: Record<Field, UploadedFile[]>
  /** Codes of `common.error`, by field. */
  problems: Partial<Record<Field, { code: 'file_missing' | 'file_too_big' | 'too_many'; megabytes: number }>>
  discard: () => Promise<void>
}

const MEGABYTE = 1024 * 1024
const MOST_FILES = 20

/** Reads a form with files; each is held to its limit while it arrives, then lies on the disk. */
export async function receiveFiles<Field extends string>(
  request: Request,
  rules: Record<Field, FileRule>,
): Promise<Received<Field>> {
  const names = Object.keys(rules) as Field[]
  const folder = await mkdtemp(join(tmpdir(), 'berdaya-upload-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  const files = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Field,
    UploadedFile[]
  >
  const problems: Received<Field>['problems'] = {}
  const largest = Math.max(...names.map((name) => rules[name].maximumMegabytes))
  try {
    const form = await parseFormData(
      request,
      { maxFileSize: largest * MEGABYTE, maxFiles: MOST_FILES },
      async (upload) => {
        const field = names.find((name) => name === upload.fieldName)
        if (!field || upload.size === 0) return null
        const file = await keep(upload, folder)
        if (file.size > rules[field].maximumMegabytes * MEGABYTE) {
          problems[field] = { code: 'file_too_big', megabytes: rules[field].maximumMegabytes }
        } else files[field].push(file)
        return null
      },
    )
    for (const name of names) {
      const { required, multiple, maximumMegabytes: megabytes } = rules[name]
      if (required && files[name].length === 0 && !problems[name])
        problems[name] = { code: 'file_missing', megabytes }
      if (!multiple && files[name].length > 1) problems[name] = { code: 'too_many', megabytes }
    }
    return { form, files, problems, discard }
  } catch (error) {
    await discard()
    const first = names[0]
    if (!first || !(error instanceof MaxFileSizeExceededError || error instanceof MaxFilesExceededError))
      throw error
    problems[first] = {
      code: error instanceof MaxFilesExceededError ? 'too_many' : 'file_too_big',
      megabytes: largest,
    }
    return { form: new FormData(), files, problems, discard }
  }
}

async function keep(upload: FileUpload, folder: string): Promise<UploadedFile> {
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  const file = await open(path, 'wx')
  let size = 0
  try {
    for await (const chunk of upload.stream() as unknown as AsyncIterable<Uint8Array>) {
      hash.update(chunk)
      size += chunk.byteLength
      await file.writeFile(chunk)
    }
  } finally {
    await file.close()
  }
  return {
    name: basename(upload.name.replaceAll('\\', '/')),
    path,
    size,
    sha256: hash.digest('hex'),
    type: upload.type,
  }
}
