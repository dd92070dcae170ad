import { z } from 'zod'
import { ROLES } from '~/domain/shared/actor'
import { emailField, nameField } from './account.form.server'

const role = z.enum(ROLES)
const regencyCode = z.string().regex(/^\d{2}\.\d{2}$/).optional()
const expiresOn = z.iso.date().optional()

export const grantRoleForm = z.object({ role, regencyCode, expiresOn })
export type GrantRole = z.output<typeof grantRoleForm>

export const createUserForm = z.object({ name: nameField, email: emailField, role, regencyCode, expiresOn })
export type CreateUser = z.output<typeof createUserForm>

export const reasonForm = z.object({ reason: z.string().trim().min(5).max(500) })

export const rolePolicyForm = z.object({ required: z.array(role).default([]) })
