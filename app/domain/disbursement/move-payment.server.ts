import type { Recorder, Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import type { Day } from '~/domain/shared/day'
import { Refusal } from '~/domain/shared/refusal'
import { cancelTranches } from './cancel-tranches.server'
import type { Account, Posting } from './ledger'
import { postLedger } from './ledger.server'
import { mayPaymentMove, type PaymentStatus } from './tranche'

export type PaymentMove = {
  paymentId: string
  from: PaymentStatus
  to: PaymentStatus
  reason?: string | undefined
  settledOn?: Day | undefined
  reasonCode?: string | null | undefined
}

type Moved = {
  id: string
  from_status: PaymentStatus
  to_status: PaymentStatus
  reference: string
  amount: bigint
  attempt: number
  batch_id: string
  tranche_id: string
  beneficiary_id: string
  programme_id: string
  regency_code: string
  sector_code: string
  quarter: string
  /** Money that came back from an earlier attempt of this tranche waits on `returned`, the rest on `committed`. */
  came_back: boolean
}

/**
 * The sole writer of a payment's status. Moves each payment from the status the caller saw, with its tranche, its
 * ledger posting and its event. Refuses `changed_meanwhile` where anyone no longer stands there. All or none.
 */
export async function movePayments(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  moves: readonly PaymentMove[],
  at: Date,
): Promise<void> {
  if (moves.length === 0) return
  const wrong = moves.find((move) => !mayPaymentMove(move.from, move.to))
  if (wrong) throw new Refusal('database.payment_move')
  const moved = await changeStatus(tx, moves)
  if (moved.length !== moves.length) throw new Refusal('changed_meanwhile')
  await followWithTranches(tx, moved)
  await noteMoves(tx, actor, moved, moves, at)
  await postLedger(
    tx,
    moved.flatMap((row) => postingOf(row, at)),
  )
  const waiting = moved.filter((row) => isWaitingAgain(row.to_status))
  await cancelTranches(
    tx,
    record,
    waiting.map((row) => row.beneficiary_id),
    at,
  )
  const reasons = new Map(moves.map((move) => [move.paymentId, move.reason]))
  record.many(moved.map((row) => eventOf(row, reasons.get(row.id))))
}

/** The tranche is no longer on its way; where its person has left meanwhile, it is cancelled. */
function isWaitingAgain(status: PaymentStatus): boolean {
  return status === 'withdrawn' || status === 'failed' || status === 'returned'
}

function changeStatus(tx: Transaction, moves: readonly PaymentMove[]): Promise<Moved[]> {
  return tx.$queryRaw<Moved[]>`
    UPDATE payment p SET status = m.to_status, settled_on = coalesce(m.settled_on, p.settled_on), reason_code = coalesce(m.reason_code, p.reason_code), version = p.version + 1
    FROM unnest(${moves.map((move) => move.paymentId)}::uuid[], ${moves.map((move) => move.from)}::text[], ${moves.map((move) => move.to)}::text[],
                ${moves.map((move) => move.settledOn ?? null)}::date[], ${moves.map((move) => move.reasonCode ?? null)}::text[])
      AS m (id, from_status, to_status, settled_on, reason_code)
    WHERE p.id = m.id AND p.status = m.from_status
    RETURNING p.id, m.from_status, m.to_status, p.reference, p.amount_rupiah AS amount, p.attempt, p.batch_id, p.tranche_id, p.beneficiary_id,
      p.programme_id, p.regency_code, p.sector_code, p.quarter,
      EXISTS (SELECT 1 FROM payment e WHERE e.tranche_id = p.tranche_id AND e.attempt < p.attempt AND e.status IN ('failed', 'returned')) AS came_back`
}

/** A tranche stands where its live payment stands; a withdrawn one leads back to where it came from. */
async function followWithTranches(tx: Transaction, moved: readonly Moved[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE tranche t SET version = t.version + 1, status = CASE WHEN m.to_status <> 'withdrawn' THEN m.to_status ELSE coalesce(
      (SELECT e.status FROM payment e WHERE e.tranche_id = t.id AND e.status IN ('failed', 'returned') ORDER BY e.attempt DESC LIMIT 1), 'planned') END
    FROM unnest(${moved.map((row) => row.tranche_id)}::uuid[], ${moved.map((row) => row.to_status)}::text[]) AS m (tranche_id, to_status)
    WHERE t.id = m.tranche_id`
}

async function noteMoves(
  tx: Transaction,
  actor: Actor,
  moved: readonly Moved[],
  moves: readonly PaymentMove[],
  at: Date,
): Promise<void> {
  const reasons = new Map(moves.map((move) => [move.paymentId, move.reason ?? move.reasonCode ?? null]))
  await tx.$executeRaw`
    INSERT INTO payment_move (payment_id, from_status, to_status, reason, actor_id, at)
    SELECT payment_id, from_status, to_status, reason, ${actor.userId}::uuid, ${at}
    FROM unnest(${moved.map((row) => row.id)}::uuid[], ${moved.map((row) => row.from_status)}::text[], ${moved.map((row) => row.to_status)}::text[],
                ${moved.map((row) => reasons.get(row.id) ?? null)}::text[]) AS m (payment_id, from_status, to_status, reason)`
}

/** Which way the money goes: out on sending, to the person when paid, back to wait for a retry otherwise. */
function postingOf(row: Moved, at: Date): Posting[] {
  const way = wayOf(row)
  if (!way) return []
  return [
    {
      kind: `payment.${way.kind}`,
      at,
      programmeId: row.programme_id,
      regencyCode: row.regency_code,
      sectorCode: row.sector_code,
      quarter: row.quarter,
      beneficiaryId: row.beneficiary_id,
      paymentId: row.id,
      from: way.from,
      to: way.to,
      amountRupiah: row.amount,
    },
  ]
}

function wayOf(
  row: Moved,
): { kind: 'sent' | 'paid' | 'failed' | 'returned'; from: Account; to: Account } | null {
  if (row.to_status === 'sent')
    return { kind: 'sent', from: row.came_back ? 'returned' : 'committed', to: 'in_transit' }
  if (row.to_status === 'paid') return { kind: 'paid', from: 'in_transit', to: 'delivered' }
  if (row.to_status === 'failed') return { kind: 'failed', from: 'in_transit', to: 'returned' }
  if (row.to_status !== 'returned') return null
  return { kind: 'returned', from: row.from_status === 'paid' ? 'delivered' : 'in_transit', to: 'returned' }
}

function eventOf(row: Moved, reason: string | undefined) {
  return {
    kind: `payment.${row.to_status}` as const,
    subject: { type: 'payment' as const, id: row.id },
    beneficiaryId: row.beneficiary_id,
    programmeId: row.programme_id,
    regencyCode: row.regency_code,
    facts: {
      batch: row.batch_id,
      tranche: row.tranche_id,
      reference: row.reference,
      amountRupiah: String(row.amount),
      from: row.from_status,
      to: row.to_status,
    },
    ...(reason ? { personal: { reason } } : {}),
  }
}
