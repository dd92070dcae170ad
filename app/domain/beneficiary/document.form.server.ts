import { z } from 'zod'
import { idField } from '~/domain/shared/fields.form.server'
import { DOCUMENT_KINDS } from './document'
import { PERSONAL_NUMBERS } from './personal-number'

export const addDocumentForm = z.object({ kind: z.enum(DOCUMENT_KINDS) })
export const removeDocumentForm = z.object({ documentId: idField, reason: z.string().trim().min(5).max(500) })
export const revealNumberForm = z.object({
  number: z.enum(PERSONAL_NUMBERS),
  purpose: z.string().trim().min(5).max(300),
})
