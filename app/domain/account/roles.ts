import type { Role } from '~/domain/shared/actor'

/** Roles whose work is the whole province's; they are never held for one regency. */
const PROVINCIAL = ['admin', 'treasurer', 'approver', 'dpo'] as const satisfies readonly Role[]

export function isProvincialRole(role: Role): boolean {
  return (PROVINCIAL as readonly Role[]).includes(role)
}

/** Roles that cannot do without a second factor, whatever the policy says. */
const ALWAYS_SECOND_FACTOR = ['approver'] as const satisfies readonly Role[]

export function alwaysNeedsSecondFactor(role: Role): boolean {
  return (ALWAYS_SECOND_FACTOR as readonly Role[]).includes(role)
}
