import { type ActionFunctionArgs, data, redirect, type ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { refuse } from '~/domain/shared/refusal'
import { guardDoors } from './doors.server'
import { takeFlash } from './flash.server'

type Work = () => unknown

/** Sends a request through a guarded door and gives what it answers, returned or thrown. */
async function answerOf(work: Work, { screen, referer }: { screen: boolean; referer?: string }) {
  const module = screen ? { action: work, default: () => null } : { action: work }
  const build = guardDoors({ routes: { door: { id: 'door', module } } } as unknown as ServerBuild)
  const action = build.routes.door?.module.action as (args: ActionFunctionArgs) => Promise<unknown>
  const request = new Request('http://localhost:3000/pintu', {
    method: 'POST',
    headers: referer ? { referer } : {},
  })
  const context = { nonce: 'n', reference: 'rujukan1' }
  return action({ request, context, params: {} }).catch((thrown: unknown) => thrown)
}

function responseOf(outcome: unknown): Response {
  if (!(outcome instanceof Response)) throw new Error('no response')
  return outcome
}

const refused = (status: number) => () =>
  data({ form: null, refused: true, result: { error: { '': ['Belum bisa.'] } } }, { status })

describe('the guard before the doors', () => {
  it.each([
    ['not_allowed', 403],
    ['not_found', 404],
    ['changed_meanwhile', 409],
    ['nothing_selected', 422],
  ])('answers the refusal %s with %d and its sentence', async (code, status) => {
    const response = responseOf(await answerOf(() => refuse(code), { screen: true }))
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({
      locale: 'id',
      reference: 'rujukan1',
      message: expect.stringMatching(/\.$/),
    })
  })

  it('tells nothing of a defect but a reference', async () => {
    const defect = () => {
      throw new Error('SELECT rahasia FROM beneficiary')
    }
    const response = responseOf(await answerOf(defect, { screen: true }))
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ locale: 'id', message: null, reference: 'rujukan1' })
    const bare = responseOf(await answerOf(defect, { screen: false }))
    expect(await bare.text()).toBe('Terjadi kesalahan. Nomor rujukan: rujukan1')
  })

  it('lets through what is thrown on purpose', async () => {
    const away = redirect('/masuk')
    const thrown = await answerOf(
      () => {
        throw away
      },
      { screen: true },
    )
    expect(thrown).toBe(away)
  })

  it('leaves the answer of a form to its screen', async () => {
    expect(await answerOf(refused(409), { screen: true })).toMatchObject({ init: { status: 409 } })
  })

  it('tells on the page it came from what stood against a form without a screen', async () => {
    const referer = 'http://localhost:3000/penyaluran?tahun=2026'
    const response = responseOf(await answerOf(refused(409), { screen: false, referer }))
    expect(response.headers.get('location')).toBe('/penyaluran?tahun=2026')
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const { flash } = await takeFlash(new Request(referer, { headers: { cookie } }))
    expect(flash).toMatchObject({ tone: 'danger', message: 'Belum bisa.' })
  })

  it('keeps the status of a forbidden form without a screen', async () => {
    const response = responseOf(
      await answerOf(refused(403), { screen: false, referer: 'http://localhost:3000/' }),
    )
    expect([response.status, await response.text()]).toEqual([403, 'Belum bisa.'])
  })
})
