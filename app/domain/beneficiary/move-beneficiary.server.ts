import type { Recorder, Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { Refusal } from '~/domain/shared/refusal'
import { type BeneficiaryStatus, mayMove } from './lifecycle'

export type Move = {
  beneficiaryId: string
  from: BeneficiaryStatus
  to: BeneficiaryStatus
  reason?: string | undefined
}

type Moved = {
  id: string
  programme_id: string
  regency_code: string
  from_status: string
  to_status: string
}

/**
 * The sole writer of a person's status. Moves each person from the status the caller saw to the next one, notes the
 * move and its event. Refuses `beneficiary.move_not_allowed` where the table of moves has no such step, and
 * `changed_meanwhile` where anybody no longer stands where the caller saw them. All move or none.
 */
export async function moveBeneficiaries(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  moves: readonly Move[],
  at: Date,
): Promise<void> {
  if (moves.length === 0) return
  const wrong = moves.find((move) => !mayMove(move.from, move.to))
  if (wrong) throw new Refusal('beneficiary.move_not_allowed', { from: wrong.from, to: wrong.to })
  const moved = await tx.$queryRaw<Moved[]>`
    UPDATE beneficiary b SET status = m.to_status, status_since = ${at}, version = b.version + 1
    FROM unnest(${moves.map((move) => move.beneficiaryId)}::uuid[], ${moves.map((move) => move.from)}::text[], ${moves.map((move) => move.to)}::text[])
      AS m (id, from_status, to_status)
    WHERE b.id = m.id AND b.status = m.from_status
    RETURNING b.id, b.programme_id, b.regency_code, m.from_status, m.to_status`
  if (moved.length !== moves.length) throw new Refusal('changed_meanwhile')
  const reasons = new Map(moves.map((move) => [move.beneficiaryId, move.reason ?? null]))
  await tx.$executeRaw`
    INSERT INTO beneficiary_move (beneficiary_id, from_status, to_status, reason, actor_id, actor_name, at)
    SELECT id, from_status, to_status, reason, ${actor.userId}::uuid, ${actor.name}, ${at}
    FROM unnest(${moved.map((row) => row.id)}::uuid[], ${moved.map((row) => row.from_status)}::text[],
                ${moved.map((row) => row.to_status)}::text[], ${moved.map((row) => reasons.get(row.id) ?? null)}::text[])
      AS m (id, from_status, to_status, reason)`
  record.many(
    moved.map((row) => ({
      kind: 'person.moved' as const,
      subject: { type: 'beneficiary' as const, id: row.id },
      beneficiaryId: row.id,
      programmeId: row.programme_id,
      regencyCode: row.regency_code,
      facts: { from: row.from_status, to: row.to_status },
      ...(reasons.get(row.id) ? { personal: { reason: reasons.get(row.id) ?? null } } : {}),
    })),
  )
}

/** One person's move: see `moveBeneficiaries`. */
export function moveBeneficiary(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  move: Move,
  at: Date,
): Promise<void> {
  return moveBeneficiaries(tx, record, actor, [move], at)
}
