import { z } from 'zod'
import { isDay } from './day'
import { isQuarter } from './quarter'
import { parseRupiah } from './rupiah'

/** Entries that many forms share. A message is a code of `common.error`, see `platform/field-errors.server`. */
export const rupiahField = z.string().transform((entry, context) => {
  const amount = parseRupiah(entry)
  if (amount !== null) return amount
  context.addIssue({ code: 'custom', message: 'rupiah' })
  return z.NEVER
})

export const dayField = z.string().refine(isDay, 'day')
export const quarterField = z.string().refine(isQuarter, 'choice')
export const idField = z.uuid('invalid')

export function wholeField(minimum: number, maximum: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, 'number')
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum))
}

export function textField(minimum: number, maximum: number) {
  return z.string().trim().min(minimum).max(maximum)
}

/** The version of the row that the person saw, so that a change in between is noticed. */
export const versionField = wholeField(0, 999_999_999)
