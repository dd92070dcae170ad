import { squeeze } from '~/domain/shared/text'

export const SHORTEST_NAME = 2
export const LONGEST_NAME = 100

/** A person's name as it is kept: trimmed, single spaces. Case stays as it was written. */
export function normalizeName(text: string): string {
  return squeeze(text)
}

export type NameProblem = 'name_short' | 'name_long' | 'name_letters' | 'formula_like'

/** Why a text is not a name: 2 to 100 characters, at least two letters, nothing that a spreadsheet would calculate. */
export function nameProblem(name: string): NameProblem | null {
  const length = [...name].length
  if (startsLikeFormula(name)) return 'formula_like'
  if (length < SHORTEST_NAME) return 'name_short'
  if (length > LONGEST_NAME) return 'name_long'
  if ((name.match(/\p{L}/gu) ?? []).length < 2 || /\d{3}/.test(name)) return 'name_letters'
  return null
}

/** Text that starts with `= + - @` is calculated by spreadsheets and refused by bank files. */
export function startsLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text)
}
