import { createHash } from 'node:crypto'
import type { Transaction } from '~/domain/audit/write.server'
import { open } from '~/platform/crypto.server'
import { type BankLine, bankFileBody, bankFileTotal, remarkOf } from './bank-csv'

type FrozenLine = {
  line_number: number
  payee_name: string
  bank_code: string
  account_enc: Uint8Array
  amount: bigint
  reference: string
  number: number
}

export type BankFileOut = { text: string; sha256: string; count: number; totalRupiah: bigint }

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The bank file of a batch, made from nothing but its frozen lines: each time byte for byte the same. */
export async function bankFileOf(tx: Transaction, batchId: string, fiscalYear: number): Promise<BankFileOut> {
  const frozen = await tx.$queryRaw<FrozenLine[]>`
    SELECT p.line_number, p.payee_name, p.bank_code, p.account_enc, p.amount_rupiah AS amount, p.reference, t.number
    FROM payment p JOIN tranche t ON t.id = p.tranche_id
    WHERE p.batch_id = ${batchId}::uuid AND p.status <> 'withdrawn' ORDER BY p.line_number`
  const lines = frozen.map(
    (line): BankLine => ({
      lineNumber: line.line_number,
      payeeName: line.payee_name,
      bankCode: line.bank_code,
      accountNumber: open(line.account_enc),
      amountRupiah: line.amount,
      reference: line.reference,
      remark: remarkOf(fiscalYear, line.number),
    }),
  )
  const body = bankFileBody(lines)
  const text = body + bankFileTotal(lines, sha256(body))
  const totalRupiah = lines.reduce((sum, line) => sum + line.amountRupiah, 0n)
  return { text, sha256: sha256(text), count: lines.length, totalRupiah }
}
