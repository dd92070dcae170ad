import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'

/** Changes the name under which one's own work is shown; earlier events keep the earlier name. */
export async function changeName(actor: Actor, name: string, at: Date): Promise<void> {
  await write(
    actor,
    async (tx, record) => {
      await tx.userAccount.update({ where: { id: actor.userId }, data: { name, version: { increment: 1 } } })
      record({ kind: 'user.renamed', subject: { type: 'user', id: actor.userId } })
    },
    { at },
  )
}
