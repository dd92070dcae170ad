import type { Transaction } from '~/domain/audit/write.server'
import { Refusal } from '~/domain/shared/refusal'

type Reader = Pick<Transaction, '$queryRaw'>

export type Trainer = { id: string; name: string }

/** Who may train a cohort of the regency: holders of the role there or for the province, still working. */
export function listTrainers(reader: Reader, regencyCode: string): Promise<Trainer[]> {
  return reader.$queryRaw<Trainer[]>`
    SELECT DISTINCT u.id, u.name FROM user_account u JOIN role_grant r ON r.user_id = u.id
    WHERE r.role = 'trainer' AND u.deactivated_at IS NULL AND (r.regency_code IS NULL OR r.regency_code = ${regencyCode})
      AND (r.expires_on IS NULL OR r.expires_on >= (now() AT TIME ZONE 'Asia/Makassar')::date)
    ORDER BY u.name, u.id`
}

/** Refuses `training.not_a_trainer` where somebody chosen may not train in this regency. */
export async function requireTrainers(
  reader: Reader,
  regencyCode: string,
  userIds: readonly string[],
): Promise<Trainer[]> {
  const trainers = await listTrainers(reader, regencyCode)
  const chosen = trainers.filter((trainer) => userIds.includes(trainer.id))
  if (chosen.length !== new Set(userIds).size)
    throw new Refusal('training.not_a_trainer', {}, { kind: 'invalid', field: 'trainerIds' })
  return chosen
}
