import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { approveBatch } from '~/domain/disbursement/approve-batch.server'
import { checkBankFile } from '~/domain/disbursement/check-bank-file.server'
import { exportBatch } from '~/domain/disbursement/export-batch.server'
import { prepareBatch } from '~/domain/disbursement/prepare-batch.server'
import { recordSp2d } from '~/domain/disbursement/record-sp2d.server'
import { submitBatch } from '~/domain/disbursement/submit-batch.server'
import type { Actor } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'
import { type aYearOfDisbursement, NOVEMBER } from './disbursement'

export type Year = Awaited<ReturnType<typeof aYearOfDisbursement>>

const STAGES = ['draft', 'submitted', 'approved', 'sp2d', 'exported'] as const

/** A batch of everything that is ready, taken as far as wanted by the year's officials. */
export async function aBatch(year: Year, stage: (typeof STAGES)[number]): Promise<string> {
  const reached = (wanted: (typeof STAGES)[number]) => STAGES.indexOf(stage) >= STAGES.indexOf(wanted)
  const { id: batchId } = await prepareBatch(year.treasurer, draftOf(year), NOVEMBER)
  if (reached('submitted')) await submitBatch(year.treasurer, { batchId }, NOVEMBER)
  if (reached('approved')) {
    const { approved } = await approveBatch(year.approver, { batchId }, NOVEMBER)
    if (!approved) await approveBatch(year.secondApprover, { batchId }, NOVEMBER)
  }
  if (reached('sp2d')) await anSp2d(year, batchId)
  if (reached('exported')) await exportBatch(year.treasurer, { batchId }, NOVEMBER)
  return batchId
}

export function draftOf(year: Year) {
  return {
    programmeId: year.programme.id,
    quarter: '2026-Q3',
    title: 'Triwulan III',
    regencyCodes: [],
    limit: 5_000,
  }
}

export async function anSp2d(year: Year, batchId: string): Promise<void> {
  const { _sum } = await db.payment.aggregate({
    where: { batchId, status: { not: 'withdrawn' } },
    _sum: { amountRupiah: true },
  })
  await recordSp2d(
    year.treasurer,
    { batchId, number: `SP2D-${randomUUID()}`, datedOn: '2026-11-24', amountRupiah: _sum.amountRupiah ?? 0n },
    NOVEMBER,
  )
}

export type AnswerWords = {
  reference: string
  amountRupiah: bigint
  status: string
  date?: string
  reason?: string
}

/** Uploads a bank's answer with these lines and gives the checked file. */
export async function anAnswer(
  year: Year,
  lines: readonly AnswerWords[],
  options: { by?: Actor; total?: bigint; count?: number } = {},
): Promise<string> {
  const rows = lines.map((line) =>
    [line.reference, line.amountRupiah, line.status, line.date ?? '2026-11-24', line.reason ?? ''].join(','),
  )
  const text = ['referensi,nominal,status,tanggal,kode_alasan', ...rows].join('\n')
  const path = join(mkdtempSync(join(tmpdir(), 'berdaya-answer-')), 'jawaban.csv')
  writeFileSync(path, text)
  const { id } = await checkBankFile(
    options.by ?? year.otherTreasurer,
    {
      programmeId: year.programme.id,
      controlCount: options.count ?? lines.length,
      controlTotalRupiah: options.total ?? lines.reduce((sum, line) => sum + line.amountRupiah, 0n),
    },
    { name: 'jawaban.csv', path, sha256: createHash('sha256').update(text).digest('hex') },
    NOVEMBER,
  )
  return id
}

/** What the bank says of a batch's payments: the same for each, or by the order of the lines. */
export async function answersFor(
  batchId: string,
  statusOf: (index: number) => string = () => 'PAID',
): Promise<AnswerWords[]> {
  const payments = await db.payment.findMany({
    where: { batchId, status: { not: 'withdrawn' } },
    select: { reference: true, amountRupiah: true },
    orderBy: { lineNumber: 'asc' },
  })
  return payments.map((payment, index) => ({ ...payment, status: statusOf(index) }))
}

/** Balances of the year by account, over all their dimensions. */
export async function balances(programmeId: string): Promise<Record<string, bigint>> {
  const rows = await db.moneyBalance.groupBy({
    by: ['account'],
    where: { programmeId },
    _sum: { amountRupiah: true },
  })
  return Object.fromEntries(rows.map((row) => [row.account, row._sum.amountRupiah ?? 0n]))
}
