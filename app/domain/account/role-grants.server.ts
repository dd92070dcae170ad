import type { Transaction } from '~/domain/audit/write.server'
import type { Actor, Role } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import { isProvincialRole } from './roles'

export type Grant = { role: Role; regencyCode?: string | undefined; expiresOn?: string | undefined }

/** Refuses `account.role_is_provincial`, `account.unknown_regency` and `account.role_already_ended`. */
export async function checkGrant(grant: Grant, today: string): Promise<void> {
  if (grant.regencyCode && isProvincialRole(grant.role)) {
    refuse('account.role_is_provincial', {}, { kind: 'invalid', field: 'regencyCode' })
  }
  if (grant.expiresOn && grant.expiresOn < today) {
    refuse('account.role_already_ended', {}, { kind: 'invalid', field: 'expiresOn' })
  }
  if (!grant.regencyCode) return
  const regency = await db.region.findFirst({
    where: { code: grant.regencyCode, level: 'regency' },
    select: { code: true },
  })
  if (!regency) refuse('account.unknown_regency', {}, { kind: 'invalid', field: 'regencyCode' })
}

/** How a grant stands in the trail: role, reach and last day. */
export function grantFacts(grant: {
  role: string
  regencyCode?: string | null | undefined
  expiresOn?: string | null | undefined
}) {
  return { role: grant.role, regencyCode: grant.regencyCode ?? null, expiresOn: grant.expiresOn ?? null }
}

/** Nobody changes their own access: another admin does. Refuses `account.not_yourself`. */
export function refuseSelf(actor: Actor, userId: string): void {
  if (actor.userId === userId) refuse('account.not_yourself')
}

/** Somebody must be left who can let people in. Refuses `account.last_admin`. */
export async function keepAnAdmin(tx: Transaction): Promise<void> {
  const left = await tx.roleGrant.count({
    where: { role: 'admin', expiresOn: null, user: { deactivatedAt: null } },
  })
  if (left === 0) refuse('account.last_admin')
}
