import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { passwordMatches } from '~/platform/auth.server'
import { type Counted, forgiveTry, minutesToWait } from '~/platform/rate-limit.server'
import { accountOf, codeStep, useCodeStep } from './account.server'

/**
 * Proves again that it is the person who signed in, by password or by a fresh code, before money is approved.
 * Refuses `account.wait` and `account.proof_wrong`.
 */
export async function confirmIdentity(
  actor: Actor,
  sessionId: string,
  proof: string,
  at: Date,
): Promise<void> {
  const counted: Counted[] = [['confirm', actor.userId]]
  const minutes = await minutesToWait(counted)
  if (minutes !== null) refuse('account.wait', { minutes })
  const account = await accountOf(actor.userId)
  const code = proof.replace(/\s/g, '')
  const step = account.totpConfirmedAt ? codeStep(account, code, at) : null
  if (step === null && !(await passwordMatches(account.passwordHash, proof))) {
    refuse('account.proof_wrong', {}, { kind: 'invalid', field: 'proof' })
  }
  await write(
    actor,
    async (tx, record) => {
      if (step !== null) await useCodeStep(tx, actor.userId, step)
      await tx.userSession.update({ where: { id: sessionId }, data: { confirmedAt: at } })
      record({
        kind: 'user.confirmed',
        subject: { type: 'user', id: actor.userId },
        facts: { by: step === null ? 'password' : 'code' },
      })
    },
    { at },
  )
  await forgiveTry(counted)
}
