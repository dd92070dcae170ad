import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { endSessions } from '~/platform/session.server'

/** Ends one of one's own sessions, or all but this one. Refuses `not_found` where nothing was open. */
export async function endOwnSessions(
  actor: Actor,
  currentSessionId: string,
  which: string,
  at: Date,
): Promise<{ ended: number }> {
  return write(
    actor,
    async (tx, record) => {
      const id = which === 'others' ? { not: currentSessionId } : which
      const ended = await endSessions(tx, { userId: actor.userId, id }, 'ended_by_owner', at)
      if (ended === 0) refuse('account.no_such_session')
      record({ kind: 'user.session_ended', subject: { type: 'user', id: actor.userId }, facts: { ended } })
      return { ended }
    },
    { at },
  )
}
