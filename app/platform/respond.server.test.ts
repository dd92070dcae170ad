import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { refuse } from '~/domain/shared/refusal'
import { csrfTokenFor } from './csrf.server'
import { takeFlash } from './flash.server'
import { submitOpen } from './respond.server'
import type { UploadedFile } from './upload.server'

const schema = z.object({
  nama: z.string().min(2),
  umur: z.coerce.number().max(120).optional(),
  sandi: z.string().optional(),
  surel: z.email().optional(),
})

const context = () => ({ nonce: 'n', reference: 'r' })
const ADDRESS = 'http://localhost:3000/coba'

async function sealed(fields: Record<string, string>) {
  const { token, setCookie } = await csrfTokenFor({ request: new Request(ADDRESS), context: context() })
  const cookie = setCookie?.split(';')[0] ?? ''
  return { fields: { _csrf: token, _key: 'kunci-1', ...fields }, cookie }
}

function post(body: URLSearchParams | FormData, cookie: string, headers: Record<string, string> = {}) {
  const request = new Request(ADDRESS, { method: 'POST', body, headers: { cookie, ...headers } })
  return { request, context: context(), params: {} }
}

type Command = (input: z.output<typeof schema>, at: Date, key: string | undefined) => Promise<string>

async function send(
  fields: Record<string, string>,
  command: Command = async (input) => input.nama,
  to = '/selesai',
) {
  const form = await sealed(fields)
  return submitOpen(post(new URLSearchParams(form.fields), form.cookie), {
    schema,
    command,
    done: (name) => ({ to, message: `Tersimpan: ${name}` }),
    hide: ['sandi'],
  })
}

function answered(response: Awaited<ReturnType<typeof submitOpen>>) {
  if (response instanceof Response) throw new Error(`redirected with ${response.status}`)
  return { status: response.init?.status, ...response.data }
}

describe('a form that is sent', () => {
  it('leads on with a sentence that is shown once', async () => {
    let given: string | undefined
    const response = await send({ nama: 'Siti' }, async (input, _at, key) => {
      given = key
      return input.nama
    })
    if (!(response instanceof Response)) throw new Error('no redirect')
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/selesai')
    expect(given).toBe('kunci-1')
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const { flash, clear } = await takeFlash(new Request(ADDRESS, { headers: { cookie } }))
    expect(flash).toMatchObject({ tone: 'success', message: 'Tersimpan: Siti' })
    expect(clear).toContain('Max-Age=0')
  })

  it('never leads to another site', async () => {
    const response = await send({ nama: 'Siti' }, undefined, 'https://jahat.example/masuk')
    expect(response instanceof Response && response.headers.get('location')).toBe('/')
  })

  it('says beside each field what is wrong, and keeps what was typed, but never a password', async () => {
    const answer = answered(await send({ nama: 'S', umur: '140', surel: 'bukan', sandi: 'rahasia' }))
    expect(answer.status).toBe(400)
    expect(answer.result.error).toMatchObject({
      nama: ['Paling sedikit 2 karakter.'],
      umur: ['Paling besar 120.'],
      surel: ['Alamat surel tidak sah.'],
    })
    expect(answer.result.initialValue).toEqual({ nama: 'S', umur: '140', surel: 'bukan' })
  })

  it('calls an entry that is missing required', async () => {
    expect(answered(await send({})).result.error).toEqual({ nama: ['Wajib diisi.'] })
  })

  it('shows a refusal above the form with its status', async () => {
    const answer = answered(await send({ nama: 'Siti' }, async () => refuse('changed_meanwhile')))
    expect(answer).toMatchObject({ status: 409, refused: true })
    expect(answer.result.error?.['']?.[0]).toContain('baru saja diubah')
    expect(answer.result.initialValue).toEqual({ nama: 'Siti' })
  })

  it('shows a refusal that belongs to a field beside it', async () => {
    const command: Command = async () => refuse('already_done', {}, { kind: 'invalid', field: 'nama' })
    const answer = answered(await send({ nama: 'Siti' }, command))
    expect(answer.status).toBe(422)
    expect(answer.result.error?.nama).toEqual(['Ini sudah dilakukan sebelumnya.'])
  })

  it('lets a defect fly to the guard', async () => {
    await expect(
      send({ nama: 'Siti' }, async () => {
        throw new Error('rusak')
      }),
    ).rejects.toThrow('rusak')
  })

  it.each([
    ['without a seal', { _csrf: '' }, {}],
    ['with a seal of someone else', { _csrf: 'x.y' }, {}],
    ['from another site', {}, { 'sec-fetch-site': 'cross-site' }],
  ])('is not obeyed %s', async (_how, fields, headers) => {
    let obeyed = false
    const form = await sealed({ nama: 'Siti', ...fields })
    const response = await submitOpen(post(new URLSearchParams(form.fields), form.cookie, headers), {
      schema,
      command: async () => {
        obeyed = true
      },
      done: () => ({ to: '/' }),
    })
    expect(answered(response)).toMatchObject({ status: 403, refused: true })
    expect(obeyed).toBe(false)
  })
})

describe('a form with files', () => {
  async function sendFile(size: number | null, maximumMegabytes = 1) {
    const seen: UploadedFile[] = []
    let text = ''
    const form = await sealed({ nama: 'Siti' })
    const body = new FormData()
    for (const [name, value] of Object.entries(form.fields)) body.set(name, value)
    body.set('berkas', size === null ? new File([], '') : new File(['x'.repeat(size)], '../../daftar.csv'))
    const response = await submitOpen(post(body, form.cookie), {
      schema,
      files: { berkas: { maximumMegabytes, required: true } },
      command: async (_input, _at, _key, files) => {
        seen.push(...files.berkas)
        text = readFileSync(files.berkas[0]?.path ?? '', 'utf8')
      },
      done: () => ({ to: '/' }),
    })
    return { response, seen, text }
  }

  it('hands the file over, and takes it away afterwards', async () => {
    const { response, seen, text } = await sendFile(2_000)
    expect(response).toBeInstanceOf(Response)
    expect(seen).toMatchObject([{ name: 'daftar.csv', size: 2_000 }])
    expect(text).toHaveLength(2_000)
    expect(existsSync(seen[0]?.path ?? '')).toBe(false)
  })

  it('asks for a file that is missing', async () => {
    const answer = answered((await sendFile(null)).response)
    expect(answer).toMatchObject({ status: 400, result: { error: { berkas: ['Pilih berkas dahulu.'] } } })
  })

  it('stops a file that is too large', async () => {
    const answer = answered((await sendFile(2_000_000)).response)
    expect(answer).toMatchObject({
      status: 413,
      result: { error: { berkas: ['Berkas lebih besar dari 1 MB.'] } },
    })
  })
})
