import { z } from 'zod'
import { rupiahField, textField, wholeField } from '~/domain/shared/fields.form.server'

const decimalField = (longest: RegExp) =>
  z
    .string()
    .trim()
    .regex(longest, 'number')
    .transform((entry) => entry.replace(',', '.'))

export const pastRecipientsForm = z.object({ source: textField(5, 200) })

/** A published figure; what was not published stays empty and is never computed. */
export const povertyFigureForm = z.object({
  areaCode: z.string().regex(/^64(\.\d{2})?$/, 'choice'),
  year: wholeField(2000, 2100),
  month: wholeField(1, 12),
  poorPercent: decimalField(/^\d{1,2}([.,]\d{1,2})?$/).optional(),
  poorThousand: decimalField(/^\d{1,5}([.,]\d{1,2})?$/).optional(),
  povertyLineRupiah: rupiahField.optional(),
  source: textField(5, 200),
})

export type PovertyFigureEntry = z.output<typeof povertyFigureForm>
