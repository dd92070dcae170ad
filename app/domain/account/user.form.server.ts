import { z } from 'zod'
import { ROLES } from '~/domain/shared/actor'
import { emailField, nameField } from './account.form.server'

const role = z.enum(ROLES)
const regencyCode = z
  .string()
  .regex(/^\d{2}\.\d{2}$/)
  .optional()
const expiresOn = z.iso.date().optional()

export const grantRoleForm = z.object({ role, regencyCode, expiresOn })
export type GrantRole = z.output<typeof grantRoleForm>

export const createUserForm = z.object({ name: nameField, email: emailField, role, regencyCode, expiresOn })
export type CreateUser = z.output<typeof createUserForm>

export const reasonForm = z.object({ reason: z.string().trim().min(5).max(500) })

export const rolePolicyForm = z.object({ required: z.array(role).default([]) })

const userFilter = z.object({
  search: z.string().trim().min(1).max(100).optional().catch(undefined),
  role: role.optional().catch(undefined),
  state: z.enum(['active', 'deactivated']).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
})

/** The filter of the list of users as its address says it; what makes no sense is left out. */
export function readUserFilter(address: URLSearchParams): z.output<typeof userFilter> {
  const given = (name: string) => address.get(name) ?? undefined
  return userFilter.parse({
    search: given('cari'),
    role: given('peran'),
    state: given('keadaan'),
    after: given('setelah'),
    before: given('sebelum'),
  })
}
