import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { aBatch, anAnswer, answersFor, balances, draftOf } from '../../../e2e/support/batches'
import { useDatabase } from '../../../e2e/support/database'
import { aYearOfDisbursement, NOVEMBER, recipients } from '../../../e2e/support/disbursement'
import { refusalOf } from '../../../e2e/support/refusals'
import { confirmBankFile } from './confirm-bank-file.server'
import { markNotOurs } from './decide-bank-line.server'
import { discardBankFile } from './discard-bank-file.server'
import { postBankFile } from './post-bank-file.server'
import { prepareBatch } from './prepare-batch.server'
import { brokenRules } from './rules.server'

const verdictsOf = async (fileId: string) =>
  (await db.bankFileLine.findMany({ where: { fileId }, orderBy: { lineNumber: 'asc' } })).map(
    (line) => line.verdict,
  )
const statusesOf = async (batchId: string) =>
  (await db.payment.findMany({ where: { batchId }, orderBy: { lineNumber: 'asc' } })).map(
    (line) => line.status,
  )

async function aSentBatch(people: number) {
  const year = await aYearOfDisbursement()
  await recipients(people, year.programme.id)
  return { year, batchId: await aBatch(year, 'exported') }
}

describe("posting a bank's answer", { timeout: 60_000 }, () => {
  useDatabase()

  it('pays, fails and returns; the batch is settled once nothing is on its way, and the money stands where it should', async () => {
    const { year, batchId } = await aSentBatch(4)
    const words = await answersFor(
      batchId,
      (index) => ['PAID', 'FAILED', 'RETURNED', 'PENDING'][index] ?? 'PAID',
    )
    const fileId = await anAnswer(year, words)
    expect(await verdictsOf(fileId)).toEqual(['pays', 'fails', 'returns', 'still_pending'])
    expect(await statusesOf(batchId)).toEqual(['sent', 'sent', 'sent', 'sent'])
    expect(await postBankFile(year.otherTreasurer, { fileId }, NOVEMBER)).toMatchObject({
      paid: 1,
      failed: 1,
      returned: 1,
    })
    expect(await statusesOf(batchId)).toEqual(['paid', 'failed', 'returned', 'sent'])
    expect(await balances(year.programme.id)).toMatchObject({
      delivered: 3_000_000n,
      returned: 6_000_000n,
      in_transit: 3_000_000n,
    })
    expect(await db.batch.findUnique({ where: { id: batchId } })).toMatchObject({ status: 'exported' })
    const rest = await anAnswer(year, [{ ...words[3], status: 'PAID' } as (typeof words)[number]])
    await postBankFile(year.otherTreasurer, { fileId: rest }, NOVEMBER)
    expect(await db.batch.findUnique({ where: { id: batchId } })).toMatchObject({ status: 'settled' })
    expect(await brokenRules()).toEqual([])
  })

  it('leads a failed payment back to ready, as a new attempt linked to the first, paid from what came back', async () => {
    const { year, batchId } = await aSentBatch(1)
    const fileId = await anAnswer(year, await answersFor(batchId, () => 'FAILED'))
    await postBankFile(year.otherTreasurer, { fileId }, NOVEMBER)
    const first = await db.payment.findFirstOrThrow({ where: { batchId } })
    const again = await aBatch(year, 'exported')
    const retry = await db.payment.findFirstOrThrow({ where: { batchId: again } })
    expect(retry).toMatchObject({
      attempt: 1,
      previousId: first.id,
      reference: `${first.reference}-R1`,
      trancheId: first.trancheId,
    })
    expect(await balances(year.programme.id)).toMatchObject({
      in_transit: 3_000_000n,
      returned: 0n,
      committed: 2_000_000n,
    })
    expect(await brokenRules()).toEqual([])
  })

  it('takes a paid payment back when the bank returns it later', async () => {
    const { year, batchId } = await aSentBatch(1)
    await postBankFile(
      year.otherTreasurer,
      { fileId: await anAnswer(year, await answersFor(batchId)) },
      NOVEMBER,
    )
    await postBankFile(
      year.otherTreasurer,
      { fileId: await anAnswer(year, await answersFor(batchId, () => 'RETURNED')) },
      NOVEMBER,
    )
    expect(await statusesOf(batchId)).toEqual(['returned'])
    expect(await balances(year.programme.id)).toMatchObject({ delivered: 0n, returned: 3_000_000n })
    expect((await prepareBatch(year.treasurer, draftOf(year), NOVEMBER)).lines).toBe(1)
    expect(await brokenRules()).toEqual([])
  })

  it('changes nothing the second time: neither the same file nor the same words in another', async () => {
    const { year, batchId } = await aSentBatch(2)
    const words = await answersFor(batchId)
    await postBankFile(year.otherTreasurer, { fileId: await anAnswer(year, words) }, NOVEMBER)
    const entries = await db.ledgerEntry.count()
    expect(await refusalOf(anAnswer(year, words))).toBe('disbursement.file_posted_already')
    const other = await anAnswer(year, words.toReversed())
    expect(await verdictsOf(other)).toEqual(['already_posted', 'already_posted'])
    expect(await postBankFile(year.otherTreasurer, { fileId: other }, NOVEMBER)).toMatchObject({
      paid: 0,
      failed: 0,
      returned: 0,
    })
    expect(await db.ledgerEntry.count()).toBe(entries)
  })

  it('posts nothing while a line has no outcome, or the control figures differ', async () => {
    const { year, batchId } = await aSentBatch(1)
    const words = await answersFor(batchId)
    const stranger = { reference: 'LAIN-0001', amountRupiah: 10_000n, status: 'PAID' }
    const fileId = await anAnswer(year, [...words, stranger])
    expect(await refusalOf(postBankFile(year.otherTreasurer, { fileId }, NOVEMBER))).toBe(
      'disbursement.file_has_open_lines',
    )
    expect(await statusesOf(batchId)).toEqual(['sent'])
    await markNotOurs(year.otherTreasurer, { fileId, lineNumber: 2 }, NOVEMBER)
    await postBankFile(year.otherTreasurer, { fileId }, NOVEMBER)
    expect(await statusesOf(batchId)).toEqual(['paid'])
  })

  it.each([
    ['amount_differs', (one: { amountRupiah: bigint }) => ({ amountRupiah: one.amountRupiah + 1n })],
    ['no_date', () => ({ date: '' })],
    ['future_date', () => ({ date: '2026-11-25' })],
    ['before_sp2d', () => ({ date: '2026-11-23' })],
  ] as const)('stops at %s', async (verdict, change) => {
    const { year, batchId } = await aSentBatch(1)
    const [word] = await answersFor(batchId)
    if (!word) throw new Error('no line')
    const line = { ...word, ...change(word) }
    const fileId = await anAnswer(year, [
      { ...line, date: 'date' in line ? line.date : undefined } as typeof word,
    ])
    expect(await verdictsOf(fileId)).toEqual([verdict])
    expect(await refusalOf(postBankFile(year.otherTreasurer, { fileId }, NOVEMBER))).toBe(
      'disbursement.file_has_open_lines',
    )
    await discardBankFile(year.otherTreasurer, { fileId }, NOVEMBER)
    expect(await refusalOf(postBankFile(year.otherTreasurer, { fileId }, NOVEMBER))).toBe('already_done')
  })

  it('differs from the control figures by a rupiah or a line and is refused', async () => {
    const { year, batchId } = await aSentBatch(2)
    const words = await answersFor(batchId)
    const fileId = await anAnswer(year, words, { total: 6_000_001n })
    expect(await refusalOf(postBankFile(year.otherTreasurer, { fileId }, NOVEMBER))).toBe(
      'disbursement.control_differs',
    )
    const short = await anAnswer(year, words.slice(0, 1), { count: 2 })
    expect(await refusalOf(postBankFile(year.otherTreasurer, { fileId: short }, NOVEMBER))).toBe(
      'disbursement.control_differs',
    )
  })

  it('is not for whoever exported the batch, unless an approver confirmed the answer', async () => {
    const { year, batchId } = await aSentBatch(1)
    const fileId = await anAnswer(year, await answersFor(batchId))
    expect(await refusalOf(postBankFile(year.treasurer, { fileId }, NOVEMBER))).toBe(
      'disbursement.exporter_may_not_post',
    )
    await confirmBankFile(year.approver, { fileId }, NOVEMBER)
    expect(await postBankFile(year.treasurer, { fileId }, NOVEMBER)).toMatchObject({ paid: 1 })
    expect(await brokenRules()).toEqual([])
  })
})
