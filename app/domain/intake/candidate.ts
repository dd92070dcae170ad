import type { NameProblem } from '~/domain/beneficiary/name'
import type { NikError, NikWarning, Sex } from '~/domain/beneficiary/nik'
import type { Day } from '~/domain/shared/day'
import type { ColumnName } from './import-columns'

/** A candidate as they would be stored: from a row of a file or from a form, by the same rules. */
export type Candidate = {
  nik: string
  kk: string
  name: string
  birthPlace: string | null
  birthDate: Day
  sex: Sex
  address: string
  rt: string | null
  rw: string | null
  villageCode: string
  phone: string | null
  bankCode: string | null
  accountNumber: string | null
  accountName: string | null
  decile: number | null
  dtsenVersion: string | null
  /** Household income a month in whole rupiah, as digits: JSON knows no bigint. */
  monthlyIncomeRupiah: string | null
  householdSize: number | null
  wishedSector: string | null
  note: string | null
}

export const DUPLICATE_CODES = [
  'nik_twice_in_file',
  'nik_registered',
  'kk_twice_in_file',
  'kk_registered',
  'account_twice_in_file',
  'account_registered',
  'nik_earlier_aid',
  'kk_earlier_aid',
] as const
export type DuplicateCode = (typeof DUPLICATE_CODES)[number]

export type ProblemCode =
  | NikError
  | NikWarning
  | NameProblem
  | DuplicateCode
  | 'required'
  | 'cell_error'
  | 'text_long'
  | 'nik_numeric'
  | 'kk_numeric'
  | 'kk_length'
  | 'date_form'
  | 'date_future'
  | 'sex_unknown'
  | 'village_unknown'
  | 'village_outside'
  | 'village_name_differs'
  | 'district_unknown'
  | 'village_name_unknown'
  | 'regency_unknown'
  | 'regency_missing'
  | 'regency_out_of_reach'
  | 'phone_form'
  | 'bank_unknown'
  | 'account_incomplete'
  | 'account_number_form'
  | 'account_number_length'
  | 'account_number_numeric'
  | 'decile_range'
  | 'dtsen_form'
  | 'rupiah_form'
  | 'household_range'
  | 'sector_unknown'

export type Severity = 'error' | 'warning'

/** What is wrong or worth a look: in which column, with the value as it was written, and why. */
export type RowProblem = {
  column: ColumnName
  value: string
  code: ProblemCode
  severity: Severity
  params?: Record<string, string | number>
}

export const VERDICTS = ['accepted', 'warning', 'rejected'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One error rejects a row; warnings let it in, visibly. */
export function verdictOf(problems: readonly RowProblem[]): Verdict {
  if (problems.some((problem) => problem.severity === 'error')) return 'rejected'
  return problems.length > 0 ? 'warning' : 'accepted'
}
