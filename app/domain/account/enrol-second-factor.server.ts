import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { refuse } from '~/domain/shared/refusal'
import { passwordMatches } from '~/platform/auth.server'
import { seal } from '~/platform/crypto.server'
import { type Counted, forgiveTry, minutesToWait } from '~/platform/rate-limit.server'
import { newTotpSecret } from '~/platform/totp.server'
import { accountOf, codeStep, useCodeStep } from './account.server'
import { needsSecondFactor } from './queries.server'

/** Makes a secret for an authenticator app; it counts only once a code of it was given. Refuses `already_done`. */
export async function beginSecondFactor(actor: Actor, at: Date): Promise<void> {
  const secret = seal(newTotpSecret())
  await write(
    actor,
    async (tx, record) => {
      const { count } = await tx.userAccount.updateMany({
        where: { id: actor.userId, totpConfirmedAt: null },
        data: { totpSecretEnc: secret, totpLastStep: null },
      })
      if (count !== 1) refuse('already_done')
      record({ kind: 'user.second_factor_begun', subject: { type: 'user', id: actor.userId } })
    },
    { at },
  )
}

/** Puts the second factor in force by a first code. Refuses `account.wait`, `account.code_wrong`, `already_done`. */
export async function enrolSecondFactor(
  actor: Actor,
  sessionId: string,
  code: string,
  at: Date,
): Promise<void> {
  const counted: Counted[] = [['code', actor.userId]]
  const minutes = await minutesToWait(counted)
  if (minutes !== null) refuse('account.wait', { minutes })
  const account = await accountOf(actor.userId)
  const step = codeStep(account, code, at)
  if (step === null) refuse('account.code_wrong', {}, { kind: 'invalid', field: 'code' })
  await write(
    actor,
    async (tx, record) => {
      const { count } = await tx.userAccount.updateMany({
        where: { id: actor.userId, totpConfirmedAt: null },
        data: { totpConfirmedAt: at, version: { increment: 1 } },
      })
      if (count !== 1) refuse('already_done')
      await useCodeStep(tx, actor.userId, step)
      await tx.userSession.update({ where: { id: sessionId }, data: { secondFactorAt: at, confirmedAt: at } })
      record({ kind: 'user.second_factor_enrolled', subject: { type: 'user', id: actor.userId } })
    },
    { at },
  )
  await forgiveTry(counted)
}

/** Gives up one's own second factor. Refuses `account.second_factor_required`, `account.proof_wrong`, `account.wait`. */
export async function removeSecondFactor(actor: Actor, proof: string, at: Date): Promise<void> {
  const counted: Counted[] = [['confirm', actor.userId]]
  const minutes = await minutesToWait(counted)
  if (minutes !== null) refuse('account.wait', { minutes })
  const account = await accountOf(actor.userId)
  if (await needsSecondFactor(actor)) refuse('account.second_factor_required')
  if (!(await passwordMatches(account.passwordHash, proof))) {
    refuse('account.password_wrong', {}, { kind: 'invalid', field: 'proof' })
  }
  await write(
    actor,
    async (tx, record) => {
      await tx.userAccount.update({
        where: { id: actor.userId },
        data: { totpSecretEnc: null, totpConfirmedAt: null, totpLastStep: null, version: { increment: 1 } },
      })
      record({ kind: 'user.second_factor_removed', subject: { type: 'user', id: actor.userId } })
    },
    { at },
  )
  await forgiveTry(counted)
}
