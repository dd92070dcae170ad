import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { aBatch, anSp2d, balances, draftOf } from '../../../e2e/support/batches'
import { useDatabase } from '../../../e2e/support/database'
import { aYearOfDisbursement, NOVEMBER, recipients } from '../../../e2e/support/disbursement'
import { approveBatch } from './approve-batch.server'
import { downloadBankFile } from './download-bank-file.server'
import { exportBatch } from './export-batch.server'
import { prepareBatch } from './prepare-batch.server'
import { recordSp2d } from './record-sp2d.server'
import { removeLine } from './remove-line.server'
import { brokenRules } from './rules.server'
import { submitBatch } from './submit-batch.server'
import { withdrawLine } from './withdraw-line.server'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const statusesOf = async (batchId: string) =>
  (await db.payment.findMany({ where: { batchId }, orderBy: { lineNumber: 'asc' } })).map(
    (line) => line.status,
  )

describe('a batch on its way to the bank', { timeout: 60_000 }, () => {
  useDatabase()

  it('gathers only what is ready, names each payment and counts each tranche once', async () => {
    const year = await aYearOfDisbursement()
    const ready = await recipients(2, year.programme.id)
    await recipients(1, year.programme.id, { without: 'account' })
    await recipients(1, year.programme.id, { without: 'verification' })
    await recipients(1, year.programme.id, { without: 'training' })
    await recipients(1, year.programme.id, { without: 'decree' })
    await recipients(1, year.programme.id, { sectorCode: 'fisheries', grantRupiah: 4_000_000n })
    const { id, lines } = await prepareBatch(year.treasurer, draftOf(year), NOVEMBER)
    expect(lines).toBe(2)
    const payments = await db.payment.findMany({ where: { batchId: id }, orderBy: { lineNumber: 'asc' } })
    expect(payments.map((payment) => payment.trancheId).sort()).toEqual(
      ready.map((person) => person.trancheId).sort(),
    )
    expect(payments[0]?.reference).toMatch(new RegExp(`^${year.programme.code}-6472-\\d{6}-T1$`))
    await expect(prepareBatch(year.treasurer, draftOf(year), NOVEMBER)).rejects.toMatchObject({
      code: 'disbursement.nothing_ready',
    })
  })

  it('writes the frozen lines into a file that is the same to the byte each time, and calls the second one a copy', async () => {
    const year = await aYearOfDisbursement()
    await recipients(2, year.programme.id, { holderName: (name) => `${name}, "Hj."` })
    const batchId = await aBatch(year, 'sp2d')
    const { sha256: exported } = await exportBatch(year.treasurer, { batchId }, NOVEMBER)
    const first = await downloadBankFile(year.treasurer, { batchId }, NOVEMBER)
    const second = await downloadBankFile(year.treasurer, { batchId }, NOVEMBER)
    expect(sha256(first.text)).toBe(exported)
    expect(second.text).toBe(first.text)
    expect([first.fileName, second.fileName]).toEqual([
      `${year.programme.code}-batch-1.csv`,
      `${year.programme.code}-batch-1-salinan-1.csv`,
    ])
    const rows = first.text.split('\r\n')
    expect(rows[0]).toBe('no,nama_penerima,kode_bank,no_rekening,nominal,referensi,keterangan')
    expect(rows[1]).toMatch(/^1,"[^"]+, ""Hj\.""",124,00\d{10},3000000,\S+-T1,UEP 2026 tahap 1$/)
    const body = `${rows.slice(0, 3).join('\r\n')}\r\n`
    expect(rows[3]).toBe(`TOTAL,2,,,6000000,${sha256(body)},`)
  })

  it('sends the money once, and moves people to disbursing', async () => {
    const year = await aYearOfDisbursement()
    const people = await recipients(2, year.programme.id)
    const batchId = await aBatch(year, 'exported')
    expect(await balances(year.programme.id)).toMatchObject({ in_transit: 6_000_000n, committed: 4_000_000n })
    const statuses = await db.beneficiary.findMany({
      where: { id: { in: people.map((person) => person.id) } },
      select: { status: true },
    })
    expect(statuses).toEqual([{ status: 'disbursing' }, { status: 'disbursing' }])
    await expect(exportBatch(year.treasurer, { batchId }, NOVEMBER)).rejects.toMatchObject({
      code: 'disbursement.batch_moved_on',
    })
    expect(await brokenRules()).toEqual([])
  })

  it('refuses names that a spreadsheet would run, before anything is frozen', async () => {
    const year = await aYearOfDisbursement()
    await recipients(1, year.programme.id, { holderName: () => '=HYPERLINK("x")' })
    const batchId = await aBatch(year, 'draft')
    await expect(submitBatch(year.treasurer, { batchId }, NOVEMBER)).rejects.toMatchObject({
      code: 'disbursement.unsafe_name',
    })
    expect(await db.payment.findFirst({ where: { batchId } })).toMatchObject({
      payeeName: null,
      bankCode: null,
    })
  })

  it('needs an SP2D of the same amount, also after a line was withdrawn', async () => {
    const year = await aYearOfDisbursement()
    await recipients(2, year.programme.id)
    const batchId = await aBatch(year, 'approved')
    await expect(exportBatch(year.treasurer, { batchId }, NOVEMBER)).rejects.toMatchObject({
      code: 'disbursement.no_sp2d',
    })
    const wrong = { batchId, number: 'SP2D-1', datedOn: '2026-11-24', amountRupiah: 5_999_999n }
    await expect(recordSp2d(year.treasurer, wrong, NOVEMBER)).rejects.toMatchObject({
      code: 'disbursement.sp2d_differs',
    })
    await anSp2d(year, batchId)
    const line = await db.payment.findFirstOrThrow({ where: { batchId, lineNumber: 1 } })
    await withdrawLine(year.treasurer, { batchId, paymentId: line.id, reason: 'Rekening ditutup' }, NOVEMBER)
    await expect(exportBatch(year.treasurer, { batchId }, NOVEMBER)).rejects.toMatchObject({
      code: 'disbursement.sp2d_differs',
    })
    await anSp2d(year, batchId)
    await exportBatch(year.treasurer, { batchId }, NOVEMBER)
    expect(await statusesOf(batchId)).toEqual(['withdrawn', 'sent'])
    expect(await db.tranche.findUnique({ where: { id: line.trancheId } })).toMatchObject({
      status: 'planned',
    })
    expect(await brokenRules()).toEqual([])
  })

  it('looks at the gates again: a suspended person stops submission, and an account changed meanwhile stops the export', async () => {
    const year = await aYearOfDisbursement()
    const [person, other] = await recipients(2, year.programme.id)
    const batchId = await aBatch(year, 'draft')
    await db.beneficiary.update({ where: { id: person?.id ?? '' }, data: { onHold: true } })
    await expect(submitBatch(year.treasurer, { batchId }, NOVEMBER)).rejects.toMatchObject({
      code: 'disbursement.line_not_ready',
    })
    const line = await db.payment.findFirstOrThrow({ where: { batchId, beneficiaryId: person?.id ?? '' } })
    await removeLine(year.treasurer, { batchId, paymentId: line.id }, NOVEMBER)
    await submitBatch(year.treasurer, { batchId }, NOVEMBER)
    await db.bankAccount.update({ where: { id: other?.accountId ?? '' }, data: { supersededAt: NOVEMBER } })
    await expect(exportBatch(year.treasurer, { batchId }, NOVEMBER)).rejects.toMatchObject({
      code: 'disbursement.batch_moved_on',
    })
    await expect(approveBatch(year.approver, { batchId }, NOVEMBER)).rejects.toMatchObject({
      code: 'disbursement.line_not_ready',
    })
  })
})
