import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { endSessions } from '~/platform/session.server'
import { keepAnAdmin, refuseSelf } from './role-grants.server'

/**
 * Closes an account and ends its sessions in the same moment; its work stays in the trail.
 * Refuses `account.not_yourself`, `account.last_admin`, `already_done`.
 */
export async function deactivateUser(
  actor: Actor,
  input: { userId: string; reason: string },
  at: Date,
): Promise<void> {
  authorize(actor, 'user.write')
  refuseSelf(actor, input.userId)
  await write(
    actor,
    async (tx, record) => {
      const { count } = await tx.userAccount.updateMany({
        where: { id: input.userId, deactivatedAt: null },
        data: { deactivatedAt: at, version: { increment: 1 } },
      })
      if (count !== 1) refuse('already_done')
      await keepAnAdmin(tx)
      const ended = await endSessions(tx, { userId: input.userId }, 'deactivated', at)
      record({
        kind: 'user.deactivated',
        subject: { type: 'user', id: input.userId },
        facts: { reason: input.reason, sessionsEnded: ended },
      })
    },
    { at },
  )
}

/** Opens a closed account again, with the roles it had. Refuses `already_done`. */
export async function reactivateUser(actor: Actor, input: { userId: string }, at: Date): Promise<void> {
  authorize(actor, 'user.write')
  refuseSelf(actor, input.userId)
  await write(
    actor,
    async (tx, record) => {
      const { count } = await tx.userAccount.updateMany({
        where: { id: input.userId, deactivatedAt: { not: null } },
        data: { deactivatedAt: null, version: { increment: 1 } },
      })
      if (count !== 1) refuse('already_done')
      record({ kind: 'user.reactivated', subject: { type: 'user', id: input.userId } })
    },
    { at },
  )
}
