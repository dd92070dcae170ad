export const ROLES = [
  'admin',
  'coordinator',
  'verifier',
  'companion',
  'trainer',
  'treasurer',
  'approver',
  'auditor',
  'dpo',
] as const

export type Role = (typeof ROLES)[number]

export type Locale = 'id' | 'en'

/** A role with its reach: one regency, or the whole province when `regencyCode` is null. */
export type RoleReach = { role: Role; regencyCode: string | null }

/** Who does something, as plain values: an event about them outlives the account. */
export type Actor = {
  userId: string
  name: string
  roles: readonly RoleReach[]
  locale: Locale
}

/** The machine itself, for moves that no person makes (a place offered when another falls free). */
export const SYSTEM_ACTOR: Actor = {
  userId: '00000000-0000-0000-0000-000000000000',
  name: 'Sistem Berdaya',
  roles: [],
  locale: 'id',
}

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.roles.some((held) => held.role === role)
}
