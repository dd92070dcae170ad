import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { type Counted, forgiveTry, minutesToWait } from '~/platform/rate-limit.server'
import { accountOf, codeStep, useCodeStep } from './account.server'

/**
 * The second step of signing in. A time step counts once, whoever comes first.
 * Refuses `account.wait` and `account.code_wrong`.
 */
export async function giveCode(actor: Actor, sessionId: string, code: string, at: Date): Promise<void> {
  const counted: Counted[] = [['code', actor.userId]]
  const minutes = await minutesToWait(counted)
  if (minutes !== null) refuse('account.wait', { minutes })
  const account = await accountOf(actor.userId)
  const step = account.totpConfirmedAt ? codeStep(account, code, at) : null
  const subject = { type: 'user' as const, id: actor.userId }
  if (step === null) {
    await write(
      actor,
      async (_tx, record) => record({ kind: 'user.sign_in_failed', subject, facts: { step: 'code' } }),
      { at },
    )
    refuse('account.code_wrong', {}, { kind: 'invalid', field: 'code' })
  }
  await write(
    actor,
    async (tx, record) => {
      await useCodeStep(tx, actor.userId, step)
      await tx.userSession.update({ where: { id: sessionId }, data: { secondFactorAt: at, confirmedAt: at } })
      record({ kind: 'user.second_factor_given', subject })
    },
    { at },
  )
  await forgiveTry(counted)
}
