/** A line of the file for the bank, exactly as the batch froze it. */
export type BankLine = {
  lineNumber: number
  payeeName: string
  bankCode: string
  accountNumber: string
  amountRupiah: bigint
  reference: string
  remark: string
}

export const BANK_COLUMNS = [
  'no',
  'nama_penerima',
  'kode_bank',
  'no_rekening',
  'nominal',
  'referensi',
  'keterangan',
] as const

const LINE_END = '\r\n'
const LONGEST_NAME = 100
const FORMULA_START = /^[=+\-@]/

/** Why a payee's name cannot be written into a bank file; null if it can. */
export function whyNotPayeeName(name: string): 'empty' | 'formula' | 'characters' | 'too_long' | null {
  if (name.trim() === '') return 'empty'
  if (FORMULA_START.test(name.trim())) return 'formula'
  if (/\p{C}/u.test(name)) return 'characters'
  return [...name].length > LONGEST_NAME ? 'too_long' : null
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function row(cells: readonly string[]): string {
  return cells.map(cell).join(',') + LINE_END
}

/** Head and lines of the bank file, without its last line. The same lines always make the same text. */
export function bankFileBody(lines: readonly BankLine[]): string {
  const head = row(BANK_COLUMNS)
  return lines.reduce(
    (text, line) =>
      text +
      row([
        String(line.lineNumber),
        line.payeeName,
        line.bankCode,
        line.accountNumber,
        String(line.amountRupiah),
        line.reference,
        line.remark,
      ]),
    head,
  )
}

/** `TOTAL,<count>,,,<sum>,<sha256 of the lines above>,` */
export function bankFileTotal(lines: readonly BankLine[], sha256OfBody: string): string {
  const sum = lines.reduce((total, line) => total + line.amountRupiah, 0n)
  return row(['TOTAL', String(lines.length), '', '', String(sum), sha256OfBody, ''])
}

/** What the person sees on their bank statement; plain letters only. */
export function remarkOf(fiscalYear: number, trancheNumber: number): string {
  return `UEP ${fiscalYear} tahap ${trancheNumber}`
}
