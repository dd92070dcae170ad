import { write } from '~/domain/audit/write.server'
import { type Actor, ROLES, type Role } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { alwaysNeedsSecondFactor } from './roles'

/**
 * Says which roles must use a second factor; approvers always must.
 * Refuses `account.policy_unchanged`.
 */
export async function changeRolePolicy(
  actor: Actor,
  input: { required: readonly Role[] },
  at: Date,
): Promise<void> {
  authorize(actor, 'user.write')
  await write(
    actor,
    async (tx, record) => {
      const before = await tx.rolePolicy.findMany()
      const changed = ROLES.filter((role) => {
        const now = alwaysNeedsSecondFactor(role) || input.required.includes(role)
        return now !== (before.find((one) => one.role === role)?.secondFactorRequired ?? false)
      })
      if (changed.length === 0) refuse('account.policy_unchanged')
      for (const role of changed) {
        const secondFactorRequired = alwaysNeedsSecondFactor(role) || input.required.includes(role)
        await tx.rolePolicy.upsert({
          where: { role },
          create: { role, secondFactorRequired },
          update: { secondFactorRequired },
        })
        record({
          kind: 'role_policy.changed',
          subject: { type: 'role', id: role },
          facts: { secondFactorRequired },
        })
      }
    },
    { at },
  )
}
