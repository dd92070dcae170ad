import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { checkGrant, type Grant, grantFacts, keepAnAdmin, refuseSelf } from './role-grants.server'

/**
 * Gives someone a role with its reach and last day; the same role and reach again moves the last day.
 * Refuses `account.not_yourself`, `account.role_is_provincial`, `account.unknown_regency`, `account.role_already_ended`, `not_found`.
 */
export async function grantRole(actor: Actor, input: { userId: string } & Grant, at: Date): Promise<void> {
  authorize(actor, 'user.write')
  refuseSelf(actor, input.userId)
  await checkGrant(input, dayIn(at))
  const expiresOn = input.expiresOn ? new Date(input.expiresOn) : null
  await write(
    actor,
    async (tx, record) => {
      const user = await tx.userAccount.findUnique({ where: { id: input.userId }, select: { roles: true } })
      if (!user) refuse('not_found')
      const held = user.roles.find(
        (one) => one.role === input.role && one.regencyCode === (input.regencyCode ?? null),
      )
      const granted = {
        role: input.role,
        regencyCode: input.regencyCode ?? null,
        expiresOn,
        grantedBy: actor.userId,
        grantedAt: at,
      }
      if (held) await tx.roleGrant.update({ where: { id: held.id }, data: granted })
      else await tx.roleGrant.create({ data: { userId: input.userId, ...granted } })
      record({
        kind: 'user.roles_changed',
        subject: { type: 'user', id: input.userId },
        facts: { change: held ? 'prolonged' : 'granted', ...grantFacts(input) },
      })
    },
    { at },
  )
}

/** Takes a role away. Refuses `account.not_yourself`, `account.last_admin`, `not_found`. */
export async function revokeRole(
  actor: Actor,
  input: { userId: string; grantId: string },
  at: Date,
): Promise<void> {
  authorize(actor, 'user.write')
  refuseSelf(actor, input.userId)
  await write(
    actor,
    async (tx, record) => {
      const grant = await tx.roleGrant.findUnique({ where: { id: input.grantId } })
      if (!grant || grant.userId !== input.userId) refuse('not_found')
      await tx.roleGrant.delete({ where: { id: grant.id } })
      if (grant.role === 'admin') await keepAnAdmin(tx)
      record({
        kind: 'user.roles_changed',
        subject: { type: 'user', id: input.userId },
        facts: {
          change: 'revoked',
          ...grantFacts({ ...grant, expiresOn: grant.expiresOn?.toISOString().slice(0, 10) }),
        },
      })
    },
    { at },
  )
}
