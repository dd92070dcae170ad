import { describe, expect, it } from 'vitest'
import { INVOLVING_DEEDS, noteInvolvement } from '~/domain/audit/involve.server'
import { write } from '~/domain/audit/write.server'
import { db } from '~/platform/db.server'
import { aBatch, balances } from '../../../e2e/support/batches'
import { useDatabase } from '../../../e2e/support/database'
import { aYearOfDisbursement, NOVEMBER, recipients } from '../../../e2e/support/disbursement'
import { anActorWith } from '../../../e2e/support/people'
import { refusalOf } from '../../../e2e/support/refusals'
import { approveBatch } from './approve-batch.server'
import { refuseBatch } from './refuse-batch.server'
import { brokenRules } from './rules.server'
import { sendBackBatch } from './send-back-batch.server'
import { submitBatch } from './submit-batch.server'

const BELOW = { approvalThresholdRupiah: 500_000_000n }
const ABOVE = { approvalThresholdRupiah: 1_000_000n }

describe('approving a batch', { timeout: 60_000 }, () => {
  useDatabase()

  it('takes one approval up to the threshold and two different people above it', async () => {
    const small = await aYearOfDisbursement(BELOW)
    await recipients(1, small.programme.id)
    const one = await aBatch(small, 'submitted')
    expect(await approveBatch(small.approver, { batchId: one }, NOVEMBER)).toMatchObject({ approved: true })

    const large = await aYearOfDisbursement(ABOVE)
    await recipients(1, large.programme.id)
    const batchId = await aBatch(large, 'submitted')
    expect(await approveBatch(large.approver, { batchId }, NOVEMBER)).toMatchObject({ approved: false })
    expect(await refusalOf(approveBatch(large.approver, { batchId }, NOVEMBER))).toBe(
      'disbursement.approved_it_already',
    )
    expect(await approveBatch(large.secondApprover, { batchId }, NOVEMBER)).toMatchObject({ approved: true })
    expect(await db.payment.findMany({ where: { batchId }, select: { status: true } })).toEqual([
      { status: 'approved' },
    ])
    expect(await brokenRules()).toEqual([])
  })

  it('refuses whoever prepared the batch, even as an approver', async () => {
    const year = await aYearOfDisbursement(BELOW)
    await recipients(1, year.programme.id)
    const treasurer = await anActorWith('treasurer', 'approver')
    const batchId = await aBatch({ ...year, treasurer }, 'submitted')
    expect(await refusalOf(approveBatch(treasurer, { batchId }, NOVEMBER))).toBe(
      'disbursement.prepared_it_yourself',
    )
  })

  it.each(INVOLVING_DEEDS)('refuses whoever %s one of its people, and names that person', async (deed) => {
    const year = await aYearOfDisbursement(BELOW)
    const [, touched] = await recipients(3, year.programme.id)
    const batchId = await aBatch(year, 'submitted')
    await write(year.approver, async (tx, record) => {
      await noteInvolvement(tx, year.approver, [touched?.id ?? ''], deed, NOVEMBER)
      record({ kind: 'person.corrected', subject: { type: 'beneficiary', id: touched?.id ?? '' } })
      return {}
    })
    await expect(approveBatch(year.approver, { batchId }, NOVEMBER)).rejects.toMatchObject({
      code: `disbursement.touched.${deed}`,
      params: { name: touched?.name, people: 1 },
    })
    expect(await db.batchApproval.count()).toBe(0)
    expect(await approveBatch(year.secondApprover, { batchId }, NOVEMBER)).toMatchObject({ approved: true })
  })

  it('is closed to everyone without the role', async () => {
    const year = await aYearOfDisbursement(BELOW)
    await recipients(1, year.programme.id)
    const batchId = await aBatch(year, 'submitted')
    for (const stranger of [
      year.otherTreasurer,
      await anActorWith('coordinator', 'auditor', 'admin', 'verifier'),
    ]) {
      expect(await refusalOf(approveBatch(stranger, { batchId }, NOVEMBER))).toBe('not_allowed')
    }
  })

  it('begins anew after the batch was sent back', async () => {
    const year = await aYearOfDisbursement(ABOVE)
    await recipients(1, year.programme.id)
    const batchId = await aBatch(year, 'submitted')
    await approveBatch(year.approver, { batchId }, NOVEMBER)
    await sendBackBatch(year.secondApprover, { batchId, reason: 'Nilai perlu diperiksa' }, NOVEMBER)
    expect(await refusalOf(approveBatch(year.secondApprover, { batchId }, NOVEMBER))).toBe(
      'disbursement.batch_moved_on',
    )
    await submitBatch(year.treasurer, { batchId }, NOVEMBER)
    expect(await approveBatch(year.secondApprover, { batchId }, NOVEMBER)).toMatchObject({ approved: false })
    expect(await approveBatch(year.approver, { batchId }, NOVEMBER)).toMatchObject({ approved: true })
    expect(await brokenRules()).toEqual([])
  })

  it('lets the tranches of a refused batch wait again, under a reference of their own', async () => {
    const year = await aYearOfDisbursement(BELOW)
    await recipients(2, year.programme.id)
    const batchId = await aBatch(year, 'submitted')
    await refuseBatch(year.approver, { batchId, reason: 'Belum saatnya' }, NOVEMBER)
    expect(await db.tranche.groupBy({ by: ['status'], where: { number: 1 }, _count: true })).toEqual([
      { status: 'planned', _count: 2 },
    ])
    expect(await balances(year.programme.id)).toMatchObject({ committed: 10_000_000n })
    const again = await aBatch(year, 'approved')
    const lines = await db.payment.findMany({
      where: { batchId: again },
      select: { reference: true, previousId: true },
    })
    expect(lines.map((line) => line.reference.endsWith('-T1-R1') && line.previousId !== null)).toEqual([
      true,
      true,
    ])
    expect(await brokenRules()).toEqual([])
  })
})
