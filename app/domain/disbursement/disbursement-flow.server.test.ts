import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { useDatabase } from '../../../e2e/support/database'
import { aYearOfDisbursement, NOVEMBER, recipients } from '../../../e2e/support/disbursement'
import { approveBatch } from './approve-batch.server'
import { checkBankFile } from './check-bank-file.server'
import { downloadBankFile } from './download-bank-file.server'
import { exportBatch } from './export-batch.server'
import { postBankFile } from './post-bank-file.server'
import { prepareBatch } from './prepare-batch.server'
import { recordSp2d } from './record-sp2d.server'
import { brokenRules } from './rules.server'
import { submitBatch } from './submit-batch.server'

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const result = await work()
  process.stdout.write(`${what}: ${Math.round(performance.now() - from)} ms\n`)
  return result
}

describe('flow', () => {
  useDatabase()
  it('1500', { timeout: 120_000 }, async () => {
    const { programme, treasurer, otherTreasurer, approver, secondApprover } = await aYearOfDisbursement({
      budgetRupiah: 10_000_000_000n,
    })
    const people = await timed('recipients', () => recipients(150, programme.id))
    const { id, lines } = await timed('prepare', () =>
      prepareBatch(
        treasurer,
        { programmeId: programme.id, quarter: '2026-Q3', title: 'Uji', regencyCodes: [], limit: 5000 },
        NOVEMBER,
      ),
    )
    expect(lines).toBe(people.length)
    await timed('submit', () => submitBatch(treasurer, { batchId: id }, NOVEMBER))
    await timed('approve1', () => approveBatch(approver, { batchId: id }, NOVEMBER))
    await timed('approve2', async () => false && approveBatch(secondApprover, { batchId: id }, NOVEMBER))
    await recordSp2d(
      treasurer,
      { batchId: id, number: 'SP2D-1', datedOn: '2026-11-24', amountRupiah: 150n * 3_000_000n },
      NOVEMBER,
    )
    const out = await timed('export', () => exportBatch(treasurer, { batchId: id }, NOVEMBER))
    const first = await timed('download', () => downloadBankFile(treasurer, { batchId: id }, NOVEMBER))
    expect(createHash('sha256').update(first.text).digest('hex')).toBe(out.sha256)
    const again = await downloadBankFile(treasurer, { batchId: id }, NOVEMBER)
    expect(again.text).toBe(first.text)
    const references = await db.payment.findMany({ select: { reference: true } })
    const answer = [
      'referensi,nominal,status,tanggal,kode_alasan',
      ...references.map(
        (one, i) =>
          `${one.reference},3000000,${i % 100 === 7 ? 'FAILED' : 'PAID'},2026-11-24,${i % 100 === 7 ? 'AC04' : ''}`,
      ),
    ].join('\n')
    const path = join(mkdtempSync(join(tmpdir(), 'h-')), 'a.csv')
    writeFileSync(path, answer)
    const file = await timed('check', () =>
      checkBankFile(
        treasurer,
        { programmeId: programme.id, controlCount: 150, controlTotalRupiah: 450_000_000n },
        { name: 'a.csv', path, sha256: createHash('sha256').update(answer).digest('hex') },
        NOVEMBER,
      ),
    )
    const posted = await timed('post', () => postBankFile(otherTreasurer, { fileId: file.id }, NOVEMBER))
    expect(posted).toMatchObject({ paid: 148, failed: 2 })
    expect(await brokenRules()).toEqual([])
  })
})
