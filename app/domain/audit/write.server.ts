import type { Actor } from '~/domain/shared/actor'
import { Refusal } from '~/domain/shared/refusal'
import { now } from '~/platform/clock.server'
import { newPersonKey, sealForPerson, unwrapPersonKey } from '~/platform/crypto.server'
import { byteArray, type DbError, db, dbError, type Transaction } from '~/platform/db.server'
import type { AuditEvent } from './event'

export type { Transaction } from '~/platform/db.server'

/**
 * Notes an event of the running write; `many` takes a list, `flush` writes what was noted so far, so that a write of many
 * thousands stays flat in memory; `afterCommit` runs only once everything is kept.
 */
export type Recorder = {
  (event: AuditEvent): void
  many(events: readonly AuditEvent[]): void
  flush(): Promise<void>
  afterCommit(effect: () => Promise<void> | void): void
}

export type WriteOptions = {
  /** Idempotency key of the submitted form: the same key again returns the first result and does nothing. */
  key?: string | undefined
  form?: string
  /** When the person says it happened; the database notes its own clock beside it. */
  at?: Date
}

const ATTEMPTS = 12
const LONGEST_MS = 15 * 60_000

/**
 * The one door every write passes. Opens a serializable transaction, runs the work, writes its events, and refuses to
 * commit if nothing was recorded. A conflict with another transaction is tried again; a `Refusal` thrown inside rolls
 * everything back. With `options.key`, a second submission returns the stored result of the first.
 */
export async function write<Result>(
  actor: Actor,
  work: (tx: Transaction, record: Recorder) => Promise<Result>,
  options: WriteOptions = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeOnce(actor, work, options)
    } catch (error) {
      const failure = dbError(error)
      if (!failure || error instanceof Refusal) throw error
      if (isConflict(failure) && attempt < ATTEMPTS) {
        await pause(attempt)
        continue
      }
      throw refusalFor(failure) ?? error
    }
  }
}

async function writeOnce<Result>(
  actor: Actor,
  work: (tx: Transaction, record: Recorder) => Promise<Result>,
  options: WriteOptions,
): Promise<Result> {
  const effects: (() => Promise<void> | void)[] = []
  const result = await db.$transaction(
    async (tx) => {
      if (options.key) {
        const earlier = await tx.submission.findUnique({ where: { key: options.key } })
        if (earlier) return earlierResult<Result>(earlier, actor)
      }
      const events: AuditEvent[] = []
      const record = ((event: AuditEvent) => void events.push(event)) as Recorder
      record.many = (list) => {
        for (const event of list) events.push(event)
      }
      record.afterCommit = (effect) => void effects.push(effect)
      let written = 0
      record.flush = async () => {
        const noted = events.splice(0)
        written += noted.length
        if (noted.length > 0) await insertEvents(tx, actor, noted, options.at ?? now())
      }
      const outcome = await work(tx, record)
      await record.flush()
      if (written === 0) throw new Error('a write that records nothing is not kept')
      if (options.key) {
        const kept = outcome === undefined ? null : (outcome as object)
        await tx.submission.create({
          data: { key: options.key, actorId: actor.userId, form: options.form ?? '', result: kept ?? {} },
        })
      }
      await tx.$executeRawUnsafe('SET CONSTRAINTS ALL IMMEDIATE')
      return outcome
    },
    { isolationLevel: 'Serializable', maxWait: 30_000, timeout: LONGEST_MS },
  )
  for (const effect of effects) await effect()
  return result
}

function earlierResult<Result>(earlier: { actorId: string; result: unknown }, actor: Actor): Result {
  if (earlier.actorId !== actor.userId) throw new Refusal('already_done')
  return earlier.result as Result
}

const EVENTS_A_STATEMENT = 5_000

async function insertEvents(
  tx: Transaction,
  actor: Actor,
  events: readonly AuditEvent[],
  at: Date,
): Promise<void> {
  const keys = await personKeys(tx, events)
  for (let from = 0; from < events.length; from += EVENTS_A_STATEMENT) {
    const chunk = events.slice(from, from + EVENTS_A_STATEMENT)
    await tx.$executeRaw`
      INSERT INTO audit_event (kind, at, actor_id, actor_name, subject_type, subject_id, beneficiary_id, programme_id, regency_code, facts, personal_enc)
      SELECT kind, ${at}, ${actor.userId}::uuid, ${actor.name}, subject_type, subject_id, beneficiary_id, programme_id, regency_code, facts::jsonb, personal_enc
      FROM unnest(${chunk.map((event) => event.kind)}::text[], ${chunk.map((event) => event.subject.type)}::text[],
                  ${chunk.map((event) => event.subject.id)}::text[], ${chunk.map((event) => event.beneficiaryId ?? null)}::uuid[],
                  ${chunk.map((event) => event.programmeId ?? null)}::uuid[], ${chunk.map((event) => event.regencyCode ?? null)}::text[],
                  ${chunk.map((event) => JSON.stringify(event.facts ?? {}))}::text[], ${byteArray(chunk.map((event) => sealedPersonal(event, keys)))}::bytea[])
        AS e (kind, subject_type, subject_id, beneficiary_id, programme_id, regency_code, facts, personal_enc)`
  }
}

function sealedPersonal(event: AuditEvent, keys: ReadonlyMap<string, Buffer>): Buffer<ArrayBuffer> | null {
  if (!event.personal || !event.beneficiaryId) return null
  const key = keys.get(event.beneficiaryId)
  return key ? sealForPerson(key, JSON.stringify(event.personal)) : null
}

/** Keys of the people whose values the events hold: found or made; an erased person's key stays gone. */
async function personKeys(tx: Transaction, events: readonly AuditEvent[]): Promise<Map<string, Buffer>> {
  const ids = new Set<string>()
  for (const event of events) {
    if (!event.personal) continue
    if (!event.beneficiaryId) throw new Error(`event ${event.kind} holds personal values of nobody`)
    ids.add(event.beneficiaryId)
  }
  const keys = new Map<string, Buffer>()
  if (ids.size === 0) return keys
  const wanted = [...ids]
  const found = await tx.$queryRaw<{ beneficiary_id: string; wrapped_key: Uint8Array | null }[]>`
    SELECT beneficiary_id, wrapped_key FROM person_key WHERE beneficiary_id = ANY(${wanted}::uuid[])`
  for (const row of found) {
    ids.delete(row.beneficiary_id)
    if (row.wrapped_key) keys.set(row.beneficiary_id, unwrapPersonKey(row.wrapped_key))
  }
  if (ids.size > 0) {
    const fresh = [...ids].map((id) => ({ id, ...newPersonKey() }))
    await tx.$executeRaw`
      INSERT INTO person_key (beneficiary_id, wrapped_key)
      SELECT * FROM unnest(${fresh.map((one) => one.id)}::uuid[], ${fresh.map((one) => one.wrapped)}::bytea[])`
    for (const one of fresh) keys.set(one.id, one.key)
  }
  return keys
}

function isConflict(failure: DbError): boolean {
  if (failure.code === '40001' || failure.code === '40P01') return true
  return failure.code === '23505' && ['submission_pkey', 'person_key_pkey'].includes(failure.constraint ?? '')
}

async function pause(attempt: number): Promise<void> {
  const longest = Math.min(1_000, 10 * 2 ** attempt)
  await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
}

/** What the database refused, as the sentence the person gets; other failures stay defects. */
const DATABASE_REFUSALS: Record<string, string> = {
  append_only: 'database.append_only',
  allowed_move: 'database.allowed_move',
  separation_of_duties: 'database.separation_of_duties',
  quota: 'database.quota',
  cohort_capacity: 'database.cohort_capacity',
  sector_ceiling: 'database.sector_ceiling',
  tranche_sum: 'database.tranche_sum',
  balance_not_negative: 'database.balance_not_negative',
  batch_frozen: 'database.batch_frozen',
  batch_move: 'database.batch_move',
  batch_total: 'database.batch_total',
  batch_approvals: 'database.batch_approvals',
  batch_sp2d: 'database.batch_sp2d',
  payment_move: 'database.payment_move',
  payment_amount: 'database.payment_amount',
  payee_stands: 'database.payee_stands',
  tranche_gates: 'database.tranche_gates',
  later_tranche: 'database.later_tranche',
  bank_file_whole: 'database.bank_file_whole',
  payment_entry: 'database.payment_entry',
  payment_one_live_per_tranche: 'database.payment_one_live_per_tranche',
  payment_attempt: 'database.payment_one_live_per_tranche',
  identity_hash_one_nik_a_year: 'database.identity_hash_one_nik_a_year',
  enrolment_one_open: 'database.enrolment_one_open',
  training_session_trainer_free: 'database.training_session_trainer_free',
  training_session_venue_free: 'database.training_session_venue_free',
  batch_approval_once: 'already_done',
  bank_entry_pkey: 'already_done',
  bank_file_posted_once: 'already_done',
  batch_sp2d_once: 'database.batch_sp2d_once',
  decree_number_key: 'database.decree_number_key',
  programme_code_key: 'database.programme_code_key',
  user_account_email_key: 'database.user_account_email_key',
  business_plan_one_open: 'changed_meanwhile',
  business_plan_two_people: 'database.separation_of_duties',
  exit_proposal_one_open: 'already_done',
  bank_account_one_live: 'changed_meanwhile',
  quota_change: 'database.quota_change',
  tranche_plan: 'database.tranche_plan',
  programme_move: 'changed_meanwhile',
  programme_identity: 'database.programme_identity',
  decree_line_once: 'changed_meanwhile',
  objection_period_entry_once: 'changed_meanwhile',
  waitlist_offer_beneficiary_id_key: 'changed_meanwhile',
}

function refusalFor(failure: DbError): Refusal | null {
  if (failure.code === '40001' || failure.code === '40P01') return new Refusal('changed_meanwhile')
  const code = failure.constraint ? DATABASE_REFUSALS[failure.constraint] : undefined
  return code ? new Refusal(code) : null
}
