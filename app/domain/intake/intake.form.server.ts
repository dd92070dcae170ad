import { z } from 'zod'
import { idField } from '~/domain/shared/fields.form.server'
import { isRegencyCode } from '~/domain/shared/region'
import { COLUMNS } from './import-columns'
import { parseDtsenVersion } from './import-row'

const dtsenField = z
  .string()
  .trim()
  .refine((text) => parseDtsenVersion(text) !== null, 'intake.problem.dtsen_form')
  .transform((text) => parseDtsenVersion(text) ?? text)

export const uploadForm = z.object({
  programmeId: idField,
  regencyCode: z.string().refine(isRegencyCode, 'choice').optional(),
})

/** The answer for each column of the file, by its position: a column, or `-` for one that is ignored. */
export const mappingForm = z.object({
  fileId: idField,
  columns: z.array(
    z.object({ position: z.coerce.number().int().min(0).max(199), column: z.enum([...COLUMNS, '-']) }),
  ),
})

export const confirmForm = z.object({ fileId: idField, dtsenVersion: dtsenField.optional() })

export const fileForm = z.object({ fileId: idField })

export type UploadInput = z.output<typeof uploadForm>
export type MappingInput = z.output<typeof mappingForm>
export type ConfirmInput = z.output<typeof confirmForm>
