import { z } from 'zod'
import { idField, textField } from '~/domain/shared/fields.form.server'
import { HEIR_RELATIONS } from './heir'
import { EXIT_STATUSES } from './lifecycle'
import { normalizeName } from './name'
import { nikErrors, normalizeNik } from './nik'

const reason = textField(5, 500)
const note = z.string().trim().max(500).optional()

export const proposeSuspensionForm = z.object({ reason })
export const decideSuspensionForm = z
  .object({ holdId: idField, decision: z.enum(['confirmed', 'refused']), note })
  .refine(({ decision, note: why }) => decision === 'confirmed' || Boolean(why), {
    path: ['note'],
    message: 'required',
  })
export const liftSuspensionForm = z.object({ holdId: idField, reason })

export const proposeExitForm = z.object({ toStatus: z.enum(EXIT_STATUSES), reason })
export const decideExitForm = z
  .object({ proposalId: idField, decision: z.enum(['confirmed', 'refused']), note })
  .refine(({ decision, note: why }) => decision === 'confirmed' || Boolean(why), {
    path: ['note'],
    message: 'required',
  })

export const recordHeirForm = z.object({
  name: z.string().transform(normalizeName).pipe(z.string().min(2).max(100)),
  nik: z
    .string()
    .transform(normalizeNik)
    .refine((nik) => nikErrors(nik).length === 0, 'beneficiaries.error.nik'),
  relation: z.enum(HEIR_RELATIONS),
  deathLetterDocument: idField,
  heirDocument: idField,
})
export const confirmHeirForm = z.object({ heirId: idField })
