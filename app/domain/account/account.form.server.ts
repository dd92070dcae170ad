import { z } from 'zod'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password'

const email = z
  .string()
  .trim()
  .max(200)
  .pipe(z.email())
  .transform((address) => address.toLowerCase())
const name = z.string().trim().min(2).max(100)
const newPassword = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD)
const code = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'account.error.code'))

export const signInForm = z.object({
  email: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(LONGEST_PASSWORD),
})

export const codeForm = z.object({ code })

export const forgottenForm = z.object({ email })

const repeated = { error: 'account.error.repeat', path: ['repeat'] }

export const resetForm = z
  .object({ password: newPassword, repeat: z.string() })
  .refine(({ password, repeat }) => password === repeat, repeated)

export const changePasswordForm = z
  .object({ current: z.string().min(1).max(LONGEST_PASSWORD), password: newPassword, repeat: z.string() })
  .refine(({ password, repeat }) => password === repeat, repeated)

/** A password, or the code of the authenticator app where one is enrolled. */
export const confirmForm = z.object({ proof: z.string().trim().min(1).max(LONGEST_PASSWORD) })

export const profileForm = z.object({ name })

export const endSessionsForm = z.object({ which: z.union([z.uuid(), z.literal('others')]) })

export const emptyForm = z.object({})

export { email as emailField, name as nameField }
