import {
  hasUnusualLength,
  isAccountNumber,
  normalizeAccountNumber,
} from '~/domain/beneficiary/account-number'
import { foldToWords } from '~/domain/shared/text'
import type { Candidate } from './candidate'
import { lostDigits } from './cell-text'
import type { RowReader } from './import-row'

type Account = Pick<Candidate, 'bankCode' | 'accountNumber' | 'accountName'>

const NONE: Account = { bankCode: null, accountNumber: null, accountName: null }

/**
 * The account of a row, all of it or nothing: it is not needed before money is paid, so what is wrong with it is a
 * warning, and the account is then entered later by hand.
 */
export function readAccount(row: RowReader, bankCode: (text: string) => string | null): Account {
  const columns = ['bank', 'no_rekening', 'nama_rekening'] as const
  const empty = columns.filter((column) => row.text(column) === '')
  if (empty.length === columns.length) return NONE
  for (const column of empty) row.note(column, 'account_incomplete', 'warning')
  const bank = row.text('bank') === '' ? null : bankCode(row.text('bank'))
  if (row.text('bank') !== '' && !bank) row.note('bank', 'bank_unknown', 'warning')
  const number = readNumber(row)
  const name = row.free('nama_rekening', 100)
  return bank && number && name && empty.length === 0
    ? { bankCode: bank, accountNumber: number, accountName: name }
    : NONE
}

function readNumber(row: RowReader): string | null {
  const number = normalizeAccountNumber(row.text('no_rekening'))
  if (number === '') return null
  if (!isAccountNumber(number) || (lostDigits(row.cell('no_rekening')) && number.length > 15)) {
    row.note('no_rekening', 'account_number_form', 'warning')
    return null
  }
  if (typeof row.cell('no_rekening') === 'number')
    row.note('no_rekening', 'account_number_numeric', 'warning')
  else if (hasUnusualLength(number)) row.note('no_rekening', 'account_number_length', 'warning')
  return number
}

export type BankNames = { code: string; name: string; shortName: string }

const NOISE = /\b(?:pt|persero|tbk|bank|indonesia)\b/g
const ALSO: Record<string, string> = {
  bpd: '124',
  'bpd kaltim': '124',
  'bpd kaltim kaltara': '124',
  'bpd kaltimtara': '124',
  kaltim: '124',
  'kaltim kaltara': '124',
  bankaltim: '124',
  rakyat: '002',
  negara: '009',
  syariah: '451',
}

/** Finds a bank by its code (`124`, or `8` where a spreadsheet dropped the zeros), its name or its short name. */
export function bankFinder(banks: readonly BankNames[]): (text: string) => string | null {
  const codes = new Set(banks.map((bank) => bank.code))
  const key = (text: string) => foldToWords(foldToWords(text).replace(NOISE, ' '))
  const byName = new Map(
    banks.flatMap((bank) => [
      [key(bank.name), bank.code],
      [key(bank.shortName), bank.code],
      [foldToWords(bank.name), bank.code],
    ]),
  )
  return (text) => {
    if (/^\d{1,3}$/.test(text)) return codes.has(text.padStart(3, '0')) ? text.padStart(3, '0') : null
    const found = byName.get(foldToWords(text)) ?? byName.get(key(text)) ?? ALSO[key(text)]
    return found && codes.has(found) ? found : null
  }
}
