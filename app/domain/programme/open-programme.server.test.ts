import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { useDatabase } from '../../../e2e/support/database'
import { anActor } from '../../../e2e/support/people'
import { aDraftProgramme, anOpenProgramme, balanceOf } from '../../../e2e/support/programmes'
import { closeProgramme } from './close-programme.server'
import { openProgramme } from './open-programme.server'
import { currentProgramme } from './queries.server'

useDatabase()

const at = new Date('2026-01-06T01:00:00Z')

describe('opening a programme year', () => {
  it('posts its budget to the ledger and makes it the current year', async () => {
    const programme = await anOpenProgramme({ budgetRupiah: 7_500_000_000n })
    expect(await balanceOf(programme.id, 'available')).toBe(7_500_000_000n)
    expect(await balanceOf(programme.id, 'appropriation')).toBe(-7_500_000_000n)
    expect((await currentProgramme())?.code).toBe(programme.code)
    expect(
      await db.auditEvent.count({ where: { kind: 'programme.opened', programmeId: programme.id } }),
    ).toBe(1)
  })

  it('happens once when two people open it at the same moment', async () => {
    const draft = await aDraftProgramme()
    const other = await anActor('admin')
    const step = { programmeId: draft.id, version: draft.version }
    const results = await Promise.allSettled([
      openProgramme(draft.actor, step, at),
      openProgramme(other, step, at),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await balanceOf(draft.id, 'available')).toBe(7_500_000_000n)
  })

  it('waits for what is missing', async () => {
    const draft = await aDraftProgramme({ quotas: { '64.72': 0 } })
    const opening = openProgramme(draft.actor, { programmeId: draft.id, version: draft.version }, at)
    await expect(opening).rejects.toMatchObject({ code: 'programme.not_ready', params: { n: 1 } })
  })

  it.each(['verifier', 'treasurer', 'auditor', 'approver'] as const)('is refused to a %s', async (role) => {
    const draft = await aDraftProgramme()
    const opening = openProgramme(await anActor(role), { programmeId: draft.id, version: draft.version }, at)
    await expect(opening).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('is refused to a coordinator of one regency', async () => {
    const draft = await aDraftProgramme()
    const opening = openProgramme(
      await anActor('coordinator', '64.72'),
      { programmeId: draft.id, version: draft.version },
      at,
    )
    await expect(opening).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('closing a programme year', () => {
  it('ends all change', async () => {
    const programme = await anOpenProgramme()
    await closeProgramme(programme.actor, { programmeId: programme.id, version: programme.version }, at)
    const again = closeProgramme(
      programme.actor,
      { programmeId: programme.id, version: programme.version + 1 },
      at,
    )
    await expect(again).rejects.toMatchObject({ code: 'programme.closed' })
    expect((await currentProgramme())?.status).toBe('closed')
  })

  it('is not for a draft', async () => {
    const draft = await aDraftProgramme()
    const closing = closeProgramme(draft.actor, { programmeId: draft.id, version: draft.version }, at)
    await expect(closing).rejects.toMatchObject({ code: 'programme.not_open' })
  })
})
