import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { endSessions } from '~/platform/session.server'

/** Ends the session of this browser. */
export async function signOut(actor: Actor, sessionId: string, at: Date): Promise<void> {
  await write(
    actor,
    async (tx, record) => {
      await endSessions(tx, { userId: actor.userId, id: sessionId }, 'signed_out', at)
      record({ kind: 'user.signed_out', subject: { type: 'user', id: actor.userId } })
    },
    { at },
  )
}
