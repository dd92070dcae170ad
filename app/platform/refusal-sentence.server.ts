import type { Refusal, RefusalKind } from '~/domain/shared/refusal'
import { groupDigits, type Texts, type TextValue } from '~/messages/texts'

const STATUS: Record<RefusalKind, number> = { forbidden: 403, missing: 404, conflict: 409, invalid: 422 }

export function statusOf(refusal: Refusal): number {
  return STATUS[refusal.kind]
}

/** The sentence of a refusal in the reader's language. Parameters named `…Rupiah` are written as amounts. */
export function refusalSentence(refusal: Refusal, t: Texts): string {
  const values: Record<string, TextValue> = {}
  for (const [name, value] of Object.entries(refusal.params)) {
    values[name] =
      name.endsWith('Rupiah') && typeof value === 'number' ? `Rp${groupDigits(value, 'id')}` : value
  }
  return t.find(`refusal.${refusal.code}`, values) ?? t('common.problem.refused.title')
}
