import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { approveBatch } from '~/domain/disbursement/approve-batch.server'
import { checkBankFile } from '~/domain/disbursement/check-bank-file.server'
import { exportBatch } from '~/domain/disbursement/export-batch.server'
import { postBankFile } from '~/domain/disbursement/post-bank-file.server'
import { prepareBatch } from '~/domain/disbursement/prepare-batch.server'
import { recordSp2d } from '~/domain/disbursement/record-sp2d.server'
import { submitBatch } from '~/domain/disbursement/submit-batch.server'
import { dayIn } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import type { Calendar } from './calendar'
import type { Cast } from './cast'
import type { Dice } from './random'

/** How far a batch of the demonstration gets. */
export type BatchStage = 'draft' | 'submitted' | 'half_approved' | 'approved' | 'sent' | 'answered'

const STEPS: readonly BatchStage[] = ['draft', 'submitted', 'half_approved', 'approved', 'sent', 'answered']

export type WantedBatch = { title: string; regencyCodes: string[]; stage: BatchStage; daysAgo: number }

/** Prepares a batch of the year's first tranche and takes it as far as wanted, by the people whose work it is. */
export async function runBatch(
  calendar: Calendar,
  dice: Dice,
  cast: Cast,
  programme: { id: string; quarters: string[] },
  wanted: WantedBatch,
): Promise<void> {
  const quarter = programme.quarters[0] ?? ''
  const reaches = (stage: BatchStage) => STEPS.indexOf(wanted.stage) >= STEPS.indexOf(stage)
  const days = wanted.daysAgo
  const treasurer = cast.one('bendahara')
  const { id: batchId } = await prepareBatch(
    treasurer,
    {
      programmeId: programme.id,
      quarter,
      title: wanted.title,
      regencyCodes: wanted.regencyCodes,
      limit: 500,
    },
    calendar.moneyAt(days, 8),
  )
  if (!reaches('submitted')) return
  await submitBatch(treasurer, { batchId }, calendar.moneyAt(days, 9))
  if (!reaches('half_approved')) return
  const { approved } = await approveBatch(cast.one('kpa'), { batchId }, calendar.moneyAt(days - 1, 10))
  if (!reaches('approved')) return
  if (!approved) await approveBatch(cast.one('kadis'), { batchId }, calendar.moneyAt(days - 1, 14))
  if (!reaches('sent')) return
  await sendBatch(calendar, cast, batchId, days - 2)
  if (reaches('answered')) await answerBatch(calendar, dice, cast, programme.id, batchId, days - 4)
}

async function sendBatch(calendar: Calendar, cast: Cast, batchId: string, daysAgo: number): Promise<void> {
  const { number, frozenTotalRupiah, approvedAt } = await db.batch.findUniqueOrThrow({
    where: { id: batchId },
  })
  const at = calendar.moneyAt(daysAgo, 11)
  const datedOn = approvedAt && dayIn(approvedAt) > dayIn(at) ? dayIn(approvedAt) : dayIn(at)
  const sp2dNumber = `${String(340 + number).padStart(5, '0')}/SP2D/LS/${calendar.fiscalYear}`
  await recordSp2d(
    cast.one('bendahara'),
    { batchId, number: sp2dNumber, datedOn, amountRupiah: frozenTotalRupiah ?? 0n },
    at,
  )
  await exportBatch(cast.one('bendahara'), { batchId }, calendar.moneyAt(daysAgo, 13))
}

/** The bank's answer to a batch: nearly everyone is paid, a few accounts turn out to be wrong or closed. */
async function answerBatch(
  calendar: Calendar,
  dice: Dice,
  cast: Cast,
  programmeId: string,
  batchId: string,
  daysAgo: number,
): Promise<void> {
  const payments = await db.payment.findMany({
    where: { batchId, status: 'sent' },
    orderBy: { lineNumber: 'asc' },
  })
  const at = calendar.moneyAt(daysAgo, 10)
  const lines = payments.map((payment, index) => {
    const failed = index > 2 && dice.chance(4)
    const result = failed ? `FAILED,${dayIn(at)},${dice.pick(['AC01', 'AC04'])}` : `PAID,${dayIn(at)},`
    return `${payment.reference},${payment.amountRupiah},${result}`
  })
  const text = ['referensi,nominal,status,tanggal,kode_alasan', ...lines, ''].join('\n')
  const folder = await mkdtemp(path.join(tmpdir(), 'berdaya-demo-'))
  try {
    const file = path.join(folder, 'jawaban.csv')
    await writeFile(file, text)
    const controlTotalRupiah = payments.reduce((sum, payment) => sum + payment.amountRupiah, 0n)
    const sha256 = createHash('sha256').update(text).digest('hex')
    const { id: fileId } = await checkBankFile(
      cast.one('bendahara2'),
      { programmeId, controlCount: payments.length, controlTotalRupiah },
      { name: `jawaban-bank-${dayIn(at)}.csv`, path: file, sha256 },
      at,
    )
    await postBankFile(cast.one('bendahara2'), { fileId }, calendar.moneyAt(daysAgo, 11))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
