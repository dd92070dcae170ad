import { accountIdentity } from '~/domain/beneficiary/account-number'
import type { Candidate, RowProblem } from './candidate'

/** What the programme year says of people who had aid before, and of two people of one family card. */
export type DuplicatePolicy = { earlierRecipients: 'block' | 'warn'; sameFamilyCard: 'block' | 'warn' }

/** A problem to add to an earlier row, found only when its second came. */
export type LateProblem = { row: number; problem: RowProblem }

/**
 * What repeats within one file. The first row with a NIK stands, later ones are rejected; a shared family card or account
 * is pointed out at both, or at the second only where the programme blocks it.
 */
export class FileDuplicates {
  private readonly nik = new Map<string, number>()
  private readonly kk = new Map<string, number>()
  private readonly account = new Map<string, number>()
  private readonly told = new Set<string>()

  constructor(private readonly policy: DuplicatePolicy) {}

  /** Looks a row up among those before it, and remembers it when it has no error. */
  look(
    row: number,
    values: Partial<Candidate>,
    isRejected: boolean,
  ): { problems: RowProblem[]; late: LateProblem[] } {
    const problems: RowProblem[] = []
    const late: LateProblem[] = []
    const firstNik = values.nik === undefined ? undefined : this.nik.get(values.nik)
    if (values.nik !== undefined && firstNik !== undefined) {
      problems.push({
        column: 'nik',
        value: values.nik,
        code: 'nik_twice_in_file',
        severity: 'error',
        params: { row: firstNik },
      })
      return { problems, late }
    }
    if (isRejected) return { problems, late }
    if (values.kk !== undefined) {
      const severity = this.policy.sameFamilyCard === 'block' ? 'error' : 'warning'
      const shared = this.share(this.kk, values.kk, row, {
        column: 'no_kk',
        value: values.kk,
        code: 'kk_twice_in_file',
        severity,
      })
      problems.push(...shared.problems)
      late.push(...shared.late)
      if (severity === 'error' && shared.problems.length > 0) return { problems, late: [] }
    }
    if (values.bankCode && values.accountNumber) {
      const key = accountIdentity(values.bankCode, values.accountNumber)
      const shared = this.share(this.account, key, row, {
        column: 'no_rekening',
        value: values.accountNumber,
        code: 'account_twice_in_file',
        severity: 'warning',
      })
      problems.push(...shared.problems)
      late.push(...shared.late)
    }
    if (values.nik !== undefined) this.nik.set(values.nik, row)
    return { problems, late }
  }

  private share(
    seen: Map<string, number>,
    key: string,
    row: number,
    problem: RowProblem,
  ): { problems: RowProblem[]; late: LateProblem[] } {
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, row)
      return { problems: [], late: [] }
    }
    const isToldNow = problem.severity === 'warning' && !this.told.has(`${problem.code}:${key}`)
    if (isToldNow) this.told.add(`${problem.code}:${key}`)
    return {
      problems: [{ ...problem, params: { row: first } }],
      late: isToldNow ? [{ row: first, problem: { ...problem, params: { row } } }] : [],
    }
  }
}

/** What the portal already holds of a candidate. Of a person elsewhere only the regency's name is told. */
export type KnownMatches = {
  /** The same NIK in this programme year: where, and the number of a person the importer may see. */
  nik: { regency: string; number: number | null } | null
  kk: { regency: string; number: number | null } | null
  account: { regency: string; number: number | null } | null
  /** The year of earlier aid, for the NIK and for the family card. */
  nikAidYear: number | null
  kkAidYear: number | null
}

export const NO_MATCHES: KnownMatches = {
  nik: null,
  kk: null,
  account: null,
  nikAidYear: null,
  kkAidYear: null,
}

/** The problems that follow from what the portal holds already. */
export function matchProblems(
  values: Partial<Candidate>,
  known: KnownMatches,
  policy: DuplicatePolicy,
): RowProblem[] {
  const problems: RowProblem[] = []
  const earlier = policy.earlierRecipients === 'block' ? 'error' : 'warning'
  const where = ({ regency, number }: { regency: string; number: number | null }) => ({
    regency,
    number: number ?? '',
  })
  if (known.nik)
    problems.push({
      column: 'nik',
      value: values.nik ?? '',
      code: 'nik_registered',
      severity: 'error',
      params: where(known.nik),
    })
  if (known.kk) {
    const severity = policy.sameFamilyCard === 'block' ? 'error' : 'warning'
    problems.push({
      column: 'no_kk',
      value: values.kk ?? '',
      code: 'kk_registered',
      severity,
      params: where(known.kk),
    })
  }
  if (known.account)
    problems.push({
      column: 'no_rekening',
      value: values.accountNumber ?? '',
      code: 'account_registered',
      severity: 'warning',
      params: where(known.account),
    })
  if (known.nikAidYear !== null)
    problems.push({
      column: 'nik',
      value: values.nik ?? '',
      code: 'nik_earlier_aid',
      severity: earlier,
      params: { year: String(known.nikAidYear) },
    })
  if (known.kkAidYear !== null)
    problems.push({
      column: 'no_kk',
      value: values.kk ?? '',
      code: 'kk_earlier_aid',
      severity: earlier,
      params: { year: String(known.kkAidYear) },
    })
  return problems
}
