import { z } from 'zod'
import { idField } from '~/domain/shared/fields.form.server'
import { EXPORT_FORMATS } from './export-people.server'

export const exportForm = z.object({
  format: z.enum(EXPORT_FORMATS),
  saringan: z.string().max(1_000).default(''),
})

const people = z.array(idField).min(1).max(200)
export const bulkForm = z.discriminatedUnion('tindakan', [
  z.object({ tindakan: z.literal('pendamping'), orang: people, companionId: idField }),
  z.object({ tindakan: z.literal('penangguhan'), orang: people, reason: z.string().trim().min(5).max(500) }),
])
