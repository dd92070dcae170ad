import type { $ZodErrorMap, $ZodIssue } from 'zod/v4/core'
import type { Texts } from '~/messages/texts'

/** Zod's own findings as codes of `messages/common` under `error.`; a schema's own message is a code already. */
function codeOf(issue: Parameters<$ZodErrorMap>[0]): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'required' : 'type'
    case 'too_small':
      return issue.origin === 'string'
        ? Number(issue.minimum) === 1
          ? 'required'
          : 'too_short'
        : issue.origin === 'array' || issue.origin === 'set'
          ? 'too_few'
          : 'too_small'
    case 'too_big':
      return issue.origin === 'string'
        ? 'too_long'
        : issue.origin === 'array' || issue.origin === 'set'
          ? 'too_many'
          : 'too_big'
    case 'invalid_format':
      return issue.format === 'email' ? 'email' : issue.format === 'date' ? 'day' : 'pattern'
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'choice'
    case 'invalid_union':
      return issue.input === undefined ? 'required' : 'invalid'
    default:
      return 'invalid'
  }
}

export const zodCodes: $ZodErrorMap = (issue) => codeOf(issue)

/**
 * The sentences of a field's findings. A message is a code of `common.error.…`, or a whole key such as
 * `intake.error.nik`; limits stand in the sentence as `{minimum}` and `{maximum}`.
 */
export function sentencesOf(issues: readonly $ZodIssue[], t: Texts): string[] {
  return issues.map((issue) => {
    const values = {
      ...('minimum' in issue ? { minimum: Number(issue.minimum) } : {}),
      ...('maximum' in issue ? { maximum: Number(issue.maximum) } : {}),
      ...('params' in issue ? (issue.params as Record<string, string | number>) : {}),
    }
    return fieldSentence(issue.message, t, values)
  })
}

export function fieldSentence(code: string, t: Texts, values: Record<string, string | number> = {}): string {
  return t.find(`common.error.${code}`, values) ?? t.find(code, values) ?? t('common.error.invalid')
}
