import { type Recorder, type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { type Quarter, quarterOf } from '~/domain/shared/quarter'
import { Refusal } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { emptySql, sql } from '~/platform/db.server'
import { FACTS_SEEN, readySql } from './gate-sql.server'
import { paymentReference } from './reference'

export type PrepareBatch = {
  programmeId: string
  quarter: Quarter
  title: string
  /** Only these regencies; all where empty. */
  regencyCodes: readonly string[]
  sectorCode?: string | undefined
  /** At most so many lines, in the order of regency and registration number. */
  limit: number
}

type Candidate = {
  tranche_id: string
  beneficiary_id: string
  regency_code: string
  sector_code: string
  number: number
  person_number: number
  amount: bigint
  attempt: number
  previous_id: string | null
  facts: string
}

/**
 * Gathers the ready money tranches of a quarter into a draft batch. Refuses `disbursement.programme_not_open` and
 * `disbursement.nothing_ready`; a tranche that is in another batch, paid or held is not ready (M2, M4, M5).
 */
export async function prepareBatch(
  actor: Actor,
  input: PrepareBatch,
  at: Date,
  key?: string,
): Promise<{ id: string; lines: number }> {
  authorize(actor, 'batch.prepare')
  return write(
    actor,
    async (tx, record) => {
      const programme = await tx.programme.findUnique({
        where: { id: input.programmeId },
        select: { id: true, code: true, status: true },
      })
      if (!programme) throw new Refusal('not_found')
      if (programme.status !== 'open') throw new Refusal('disbursement.programme_not_open')
      const candidates = await findCandidates(tx, input, quarterOf(dayIn(at)))
      if (candidates.length === 0) throw new Refusal('disbursement.nothing_ready')
      const batch = await createBatch(tx, actor, input, at)
      await enterPayments(tx, record, actor, { batch, programme, candidates, quarter: input.quarter }, at)
      record({
        kind: 'batch.prepared',
        subject: { type: 'batch', id: batch.id },
        programmeId: programme.id,
        facts: {
          number: batch.number,
          quarter: input.quarter,
          lines: candidates.length,
          totalRupiah: String(candidates.reduce((sum, one) => sum + one.amount, 0n)),
        },
      })
      return { id: batch.id, lines: candidates.length }
    },
    { key, form: 'batch.prepare', at },
  )
}

function findCandidates(tx: Transaction, input: PrepareBatch, now: Quarter): Promise<Candidate[]> {
  const regencies = [...input.regencyCodes]
  return tx.$queryRaw<Candidate[]>`
    SELECT f.id AS tranche_id, f.beneficiary_id, f.regency_code, f.sector_code, f.number, f.person_number, f.amount_rupiah AS amount,
      coalesce(last.attempt + 1, 0) AS attempt, last.id AS previous_id, ${FACTS_SEEN}::text AS facts
    FROM tranche_facts f
    LEFT JOIN LATERAL (SELECT p.id, p.attempt FROM payment p WHERE p.tranche_id = f.id ORDER BY p.attempt DESC LIMIT 1) last ON true
    WHERE f.programme_id = ${input.programmeId}::uuid AND f.quarter = ${input.quarter} AND f.form = 'money' AND ${readySql(now)}
      ${regencies.length > 0 ? sql`AND f.regency_code = ANY(${regencies}::text[])` : emptySql}
      ${input.sectorCode ? sql`AND f.sector_code = ${input.sectorCode}` : emptySql}
    ORDER BY f.regency_code, f.person_number, f.number
    LIMIT ${input.limit}::int`
}

async function createBatch(tx: Transaction, actor: Actor, input: PrepareBatch, at: Date) {
  const { _max } = await tx.batch.aggregate({
    where: { programmeId: input.programmeId },
    _max: { number: true },
  })
  return tx.batch.create({
    select: { id: true, number: true },
    data: {
      programmeId: input.programmeId,
      number: (_max.number ?? 0) + 1,
      quarter: input.quarter,
      form: 'money',
      title: input.title,
      preparedBy: actor.userId,
      preparedAt: at,
    },
  })
}

type Entry = {
  batch: { id: string }
  programme: { id: string; code: string }
  candidates: readonly Candidate[]
  quarter: Quarter
}

/** The lines of the batch: a payment for each tranche, a retry linked to the attempt before it. */
async function enterPayments(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  entry: Entry,
  at: Date,
): Promise<void> {
  const { batch, programme, candidates } = entry
  const references = candidates.map((one) =>
    paymentReference({
      programmeCode: programme.code,
      regencyCode: one.regency_code,
      personNumber: one.person_number,
      tranche: one.number,
      attempt: one.attempt,
    }),
  )
  const entered = await tx.$queryRaw<{ id: string; tranche_id: string; reference: string }[]>`
    INSERT INTO payment (id, batch_id, programme_id, quarter, status, tranche_id, beneficiary_id, regency_code, sector_code, line_number, attempt, previous_id, reference, amount_rupiah, gates)
    SELECT gen_random_uuid(), ${batch.id}::uuid, ${programme.id}::uuid, ${entry.quarter}, 'batched', p.tranche_id, p.beneficiary_id, p.regency_code, p.sector_code,
      p.line_number, p.attempt, p.previous_id, p.reference, p.amount, p.facts::jsonb
    FROM unnest(${candidates.map((one) => one.tranche_id)}::uuid[], ${candidates.map((one) => one.beneficiary_id)}::uuid[], ${candidates.map((one) => one.regency_code)}::text[],
                ${candidates.map((one) => one.sector_code)}::text[], ${candidates.map((_, index) => index + 1)}::int[], ${candidates.map((one) => one.attempt)}::int[],
                ${candidates.map((one) => one.previous_id)}::uuid[], ${references}::text[], ${candidates.map((one) => one.amount)}::bigint[], ${candidates.map((one) => one.facts)}::text[])
      AS p (tranche_id, beneficiary_id, regency_code, sector_code, line_number, attempt, previous_id, reference, amount, facts)
    RETURNING id, tranche_id, reference`
  const changed = await tx.$executeRaw`
    UPDATE tranche SET status = 'batched', version = version + 1
    WHERE id = ANY(${entered.map((row) => row.tranche_id)}::uuid[]) AND status IN ('planned', 'failed', 'returned')`
  if (changed !== entered.length) throw new Refusal('changed_meanwhile')
  await tx.$executeRaw`
    INSERT INTO payment_move (payment_id, from_status, to_status, actor_id, at)
    SELECT id, NULL, 'batched', ${actor.userId}::uuid, ${at} FROM unnest(${entered.map((row) => row.id)}::uuid[]) AS p (id)`
  const byTranche = new Map(candidates.map((one) => [one.tranche_id, one]))
  record.many(
    entered.map((row) => ({
      kind: 'payment.batched' as const,
      subject: { type: 'payment' as const, id: row.id },
      beneficiaryId: byTranche.get(row.tranche_id)?.beneficiary_id,
      programmeId: programme.id,
      regencyCode: byTranche.get(row.tranche_id)?.regency_code,
      facts: { batch: batch.id, tranche: row.tranche_id, reference: row.reference },
    })),
  )
}
