import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { aBatch, anAnswer, answersFor, draftOf } from '../../../e2e/support/batches'
import { useDatabase } from '../../../e2e/support/database'
import { aYearOfDisbursement, NOVEMBER, recipients } from '../../../e2e/support/disbursement'
import { atOnce } from '../../../e2e/support/refusals'
import { approveBatch } from './approve-batch.server'
import { exportBatch } from './export-batch.server'
import { postBankFile } from './post-bank-file.server'
import { prepareBatch } from './prepare-batch.server'
import { refuseBatch } from './refuse-batch.server'
import { brokenRules } from './rules.server'

/** Real connections to a real database: of two that cannot both be, one happens and the other gets a sentence. */
describe('two people at once', { timeout: 60_000 }, () => {
  useDatabase()

  it('approve the same batch where one approval is enough', async () => {
    const year = await aYearOfDisbursement()
    await recipients(2, year.programme.id)
    const batchId = await aBatch(year, 'submitted')
    const ends = await atOnce([
      approveBatch(year.approver, { batchId }, NOVEMBER),
      approveBatch(year.secondApprover, { batchId }, NOVEMBER),
    ])
    expect(ends).toEqual({ done: 1, refused: ['disbursement.batch_moved_on'] })
    expect(await db.batchApproval.count()).toBe(1)
    expect(await brokenRules()).toEqual([])
  })

  it('approve and refuse', async () => {
    const year = await aYearOfDisbursement()
    await recipients(1, year.programme.id)
    const batchId = await aBatch(year, 'submitted')
    const ends = await atOnce([
      approveBatch(year.approver, { batchId }, NOVEMBER),
      refuseBatch(year.secondApprover, { batchId, reason: 'Belum saatnya' }, NOVEMBER),
    ])
    expect(ends).toEqual({ done: 1, refused: ['disbursement.batch_moved_on'] })
    const { status } = await db.batch.findUniqueOrThrow({ where: { id: batchId } })
    const line = await db.payment.findFirstOrThrow({ where: { batchId } })
    expect([status, line.status]).toEqual(
      status === 'approved' ? ['approved', 'approved'] : ['refused', 'withdrawn'],
    )
    expect(await brokenRules()).toEqual([])
  })

  it('prepare batches over the same people', async () => {
    const year = await aYearOfDisbursement()
    await recipients(3, year.programme.id)
    const ends = await atOnce([
      prepareBatch(year.treasurer, draftOf(year), NOVEMBER),
      prepareBatch(year.otherTreasurer, draftOf(year), NOVEMBER),
    ])
    expect(ends).toEqual({ done: 1, refused: ['disbursement.nothing_ready'] })
    expect(await db.payment.count()).toBe(3)
    expect(await brokenRules()).toEqual([])
  })

  it('export the same batch', async () => {
    const year = await aYearOfDisbursement()
    await recipients(1, year.programme.id)
    const batchId = await aBatch(year, 'sp2d')
    const ends = await atOnce([
      exportBatch(year.treasurer, { batchId }, NOVEMBER),
      exportBatch(year.otherTreasurer, { batchId }, NOVEMBER),
    ])
    expect(ends).toEqual({ done: 1, refused: ['disbursement.batch_moved_on'] })
    expect(await db.auditEvent.count({ where: { kind: 'payment.sent' } })).toBe(1)
    expect(await brokenRules()).toEqual([])
  })

  it('post the same file, and two files that tell the same payment', async () => {
    const year = await aYearOfDisbursement()
    await recipients(1, year.programme.id)
    const batchId = await aBatch(year, 'exported')
    const words = await answersFor(batchId)
    const fileId = await anAnswer(year, words)
    const other = await anAnswer(
      year,
      words.map((word) => ({ ...word, reason: 'OK' })),
    )
    const ends = await atOnce([
      postBankFile(year.otherTreasurer, { fileId }, NOVEMBER),
      postBankFile(year.otherTreasurer, { fileId }, NOVEMBER),
      postBankFile(year.otherTreasurer, { fileId: other }, NOVEMBER),
    ])
    expect(new Set(ends.refused)).toEqual(new Set(['already_done']))
    expect(await db.bankEntry.count()).toBe(1)
    expect(await db.auditEvent.count({ where: { kind: 'payment.paid' } })).toBe(1)
    expect(await brokenRules()).toEqual([])
  })

  it('send the same form twice: one batch, and both learn of it', async () => {
    const year = await aYearOfDisbursement()
    await recipients(2, year.programme.id)
    const key = 'formulir-1'
    const [first, second] = await Promise.all([
      prepareBatch(year.treasurer, draftOf(year), NOVEMBER, key),
      prepareBatch(year.treasurer, draftOf(year), NOVEMBER, key),
    ])
    expect(second).toEqual(first)
    expect(await db.batch.count()).toBe(1)
  })

  it('want the last rupiah of the budget', async () => {
    const year = await aYearOfDisbursement({ budgetRupiah: 15_000_000n, quotas: { '64.72': 3 } })
    await recipients(1, year.programme.id, { without: 'account' })
    const wanted = () => recipients(2, year.programme.id, { without: 'account' })
    const ends = await Promise.allSettled([
      wanted(),
      recipients(1, year.programme.id, { without: 'account' }),
      recipients(1, year.programme.id, { without: 'account' }),
    ])
    const granted = await db.grant.aggregate({ _sum: { amountRupiah: true } })
    expect(granted._sum.amountRupiah).toBeLessThanOrEqual(15_000_000n)
    expect(ends.some((end) => end.status === 'rejected')).toBe(true)
    expect((await brokenRules(['M1', 'M8'])).filter((broken) => broken.what !== 'above_quota')).toEqual([])
  })
})
