import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { useDatabase } from '../../../e2e/support/database'
import { aDraftProgramme, anOpenProgramme, balanceOf, programmeEntry } from '../../../e2e/support/programmes'
import { changeSettings } from './change-settings.server'
import { createProgramme } from './create-programme.server'
import { offerSectors } from './offer-sectors.server'
import { planTranches } from './plan-tranches.server'
import { getProgramme, listVersions } from './queries.server'
import { setQuotas } from './set-quotas.server'

useDatabase()

const at = new Date('2026-06-01T01:00:00Z')
const reason = 'Penyesuaian setelah perubahan anggaran'

describe('changing a draft', () => {
  it('needs no reason and keeps no version', async () => {
    const draft = await aDraftProgramme({ code: 'UEPA' })
    const entry = programmeEntry({ code: 'UEPB', budgetRupiah: 8_400_000_000n })
    await changeSettings(draft.actor, { ...entry, programmeId: draft.id, version: draft.version }, at)
    const programme = await getProgramme(draft.actor, draft.id)
    expect(programme).toMatchObject({
      code: 'UEPB',
      budgetRupiah: 8_400_000_000n,
      debtorAccountEnding: '5678',
    })
    expect(await listVersions(draft.actor, draft.id)).toEqual([])
    expect(await balanceOf(draft.id, 'available')).toBe(0n)
  })

  it('refuses a code that another year has', async () => {
    const draft = await aDraftProgramme({ code: 'UEPA' })
    const second = createProgramme(draft.actor, programmeEntry({ code: 'UEPA' }), at)
    await expect(second).rejects.toMatchObject({ code: 'database.programme_code_key' })
  })

  it('notices that somebody else was faster', async () => {
    const draft = await aDraftProgramme()
    const change = {
      programmeId: draft.id,
      version: draft.version,
      quotas: [{ regencyCode: '64.72', persons: 168 }],
    }
    const results = await Promise.allSettled([
      setQuotas(draft.actor, change, at),
      setQuotas(draft.actor, change, at),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('changing an open year', () => {
  it('needs a reason', async () => {
    const open = await anOpenProgramme()
    const change = setQuotas(
      open.actor,
      { programmeId: open.id, version: open.version, quotas: [{ regencyCode: '64.72', persons: 168 }] },
      at,
    )
    await expect(change).rejects.toMatchObject({ code: 'programme.reason_needed', field: 'reason' })
  })

  it('keeps the state before, posts the difference of the budget, and offers new places', async () => {
    const open = await anOpenProgramme({ code: 'UEPC', budgetRupiah: 7_500_000_000n })
    const entry = { ...programmeEntry({ code: 'UEPC' }), programmeId: open.id, reason }
    await changeSettings(open.actor, { ...entry, budgetRupiah: 8_400_000_000n, version: open.version }, at)
    expect(await balanceOf(open.id, 'available')).toBe(8_400_000_000n)
    await changeSettings(
      open.actor,
      { ...entry, budgetRupiah: 8_000_000_000n, version: open.version + 1 },
      at,
    )
    expect(await balanceOf(open.id, 'available')).toBe(8_000_000_000n)
    const places = [{ regencyCode: '64.72', persons: 168 }]
    await setQuotas(
      open.actor,
      { programmeId: open.id, version: open.version + 2, reason, quotas: places },
      at,
    )
    const versions = await listVersions(open.actor, open.id)
    expect(versions.map((version) => version.version)).toEqual([
      open.version + 2,
      open.version + 1,
      open.version,
    ])
    expect(versions[2]).toMatchObject({
      reason,
      changedBy: open.actor.name,
      settings: { budgetRupiah: '7500000000' },
    })
    const jobs = await db.$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'waitlist.offer'`
    expect(jobs[0]?.n).toBe(1)
  })

  it('keeps its code and year', async () => {
    const open = await anOpenProgramme({ code: 'UEPD' })
    const entry = { ...programmeEntry({ code: 'UEPE' }), programmeId: open.id, version: open.version, reason }
    await expect(changeSettings(open.actor, entry, at)).rejects.toMatchObject({
      code: 'programme.code_fixed',
      field: 'code',
    })
    const behind = db.$executeRaw`UPDATE programme SET fiscal_year = 2027 WHERE id = ${open.id}::uuid`
    await expect(behind).rejects.toThrow(/code and year/)
  })

  it('never leaves a tranche plan that is not whole, not even behind the code', async () => {
    const open = await anOpenProgramme()
    const plan = {
      programmeId: open.id,
      version: open.version,
      reason,
      tranches: [{ quarter: '2026-Q2', share: 9_000 }],
    }
    await expect(planTranches(open.actor, plan, at)).rejects.toMatchObject({
      code: 'programme.plan_not_whole',
      params: { percent: 90 },
    })
    await expect(db.$executeRaw`DELETE FROM programme_tranche WHERE number = 1`).rejects.toThrow(/shares out/)
  })

  it('still offers at least one sector', async () => {
    const open = await anOpenProgramme()
    const none = offerSectors(
      open.actor,
      { programmeId: open.id, version: open.version, reason, sectors: [] },
      at,
    )
    await expect(none).rejects.toMatchObject({ code: 'programme.no_sector_left' })
  })
})
