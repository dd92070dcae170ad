import { expect, it } from 'vitest'
import { trailFilterFrom } from './trail-filter'

it('reads what an address asks of the trail', () => {
  const params = new URLSearchParams(
    'kejadian=batch.approved&pelaku= Linda &wilayah=64.72&dari=2026-01-02&sampai=2026-02-03',
  )
  expect(trailFilterFrom(params)).toEqual({
    kind: 'batch.approved',
    actorName: 'Linda',
    regencyCode: '64.72',
    from: '2026-01-02',
    to: '2026-02-03',
  })
})

it('narrows nothing by what it does not understand', () => {
  const params = new URLSearchParams("kejadian=x&wilayah=' OR 1=1&dari=2026-02-31")
  expect(trailFilterFrom(params)).toEqual({
    kind: null,
    actorName: '',
    regencyCode: null,
    from: null,
    to: null,
  })
})
