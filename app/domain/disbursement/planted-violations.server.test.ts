import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pool } from '~/platform/db.server'
import { aBatch, anAnswer, answersFor, type Year } from '../../../e2e/support/batches'
import { useDatabase } from '../../../e2e/support/database'
import { aYearOfDisbursement, NOVEMBER, recipients } from '../../../e2e/support/disbursement'
import { postBankFile } from './post-bank-file.server'
import { RULES, type RuleName } from './rules'
import { brokenRules, checkRule, lastRun, runRules } from './rules.server'

/** Writes as a superuser with every trigger asleep: what no screen and no command could do. */
async function behindTheBack(statement: string, values: unknown[] = []): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    const { rowCount } = await client.query(statement, values)
    if (!rowCount) throw new Error(`nothing was planted by: ${statement}`)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

type Planted = { rule: RuleName; what: string; plant: (year: Year, batchId: string) => Promise<void> }

const PLANTED: Planted[] = [
  {
    rule: 'M1',
    what: 'tranche_sum',
    plant: () => behindTheBack('UPDATE tranche SET amount_rupiah = amount_rupiah + 1 WHERE number = 2'),
  },
  {
    rule: 'M1',
    what: 'above_ceiling',
    plant: () => behindTheBack('UPDATE programme_sector SET ceiling_rupiah = 4999999'),
  },
  {
    rule: 'M1',
    what: 'above_budget',
    plant: () => behindTheBack('UPDATE programme SET budget_rupiah = 9999999'),
  },
  { rule: 'M1', what: 'above_quota', plant: () => behindTheBack('UPDATE programme_quota SET persons = 1') },
  {
    rule: 'M2',
    what: 'two_live_payments',
    plant: async () => {
      await pool.query('DROP INDEX payment_one_live_per_tranche')
      try {
        await behindTheBack(
          `INSERT INTO payment SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'line_number', p.line_number + 100, 'attempt', 1, 'reference', p.reference || '-R1'))).* FROM payment p`,
        )
      } finally {
        restores.push(
          `CREATE UNIQUE INDEX payment_one_live_per_tranche ON payment (tranche_id) WHERE status IN ('batched','approved','sent','paid')`,
        )
      }
    },
  },
  {
    rule: 'M2',
    what: 'tranche_out_of_step',
    plant: () => behindTheBack(`UPDATE tranche SET status = 'planned' WHERE number = 1`),
  },
  {
    rule: 'M3',
    what: 'approver_touched_person',
    plant: (year) =>
      behindTheBack(
        `INSERT INTO involvement (beneficiary_id, user_id, deed, at) SELECT beneficiary_id, $1::uuid, 'verified', $2 FROM payment`,
        [year.approver.userId, new Date('2026-03-01T00:00:00Z')],
      ),
  },
  {
    rule: 'M3',
    what: 'approver_prepared_batch',
    plant: (year) => behindTheBack('UPDATE batch SET prepared_by = $1::uuid', [year.approver.userId]),
  },
  { rule: 'M3', what: 'approvals_missing', plant: () => behindTheBack('DELETE FROM batch_approval') },
  {
    rule: 'M3',
    what: 'account_by_one_person',
    plant: () =>
      withoutCheck(
        'bank_account',
        'bank_account_two_people',
        'UPDATE bank_account SET verified_by = entered_by',
      ),
  },
  {
    rule: 'M3',
    what: 'exporter_posted',
    plant: (year) => behindTheBack('UPDATE bank_file SET posted_by = $1::uuid', [year.treasurer.userId]),
  },
  { rule: 'M4', what: 'no_decree', plant: () => behindTheBack('DELETE FROM decree_line') },
  {
    rule: 'M4',
    what: 'not_trained',
    plant: () => behindTheBack(`UPDATE enrolment SET outcome = 'not_passed'`),
  },
  {
    rule: 'M4',
    what: 'plan_not_accepted',
    plant: () => behindTheBack(`UPDATE business_plan SET status = 'sent_back'`),
  },
  {
    rule: 'M4',
    what: 'account_not_verified',
    plant: () => behindTheBack('UPDATE bank_account SET verified_at = NULL'),
  },
  {
    rule: 'M4',
    what: 'sp2d_differs',
    plant: () => behindTheBack('UPDATE batch SET sp2d_amount_rupiah = sp2d_amount_rupiah - 1'),
  },
  {
    rule: 'M4',
    what: 'paid_before_sp2d',
    plant: () => behindTheBack(`UPDATE payment SET settled_on = '2026-11-23' WHERE status = 'paid'`),
  },
  {
    rule: 'M5',
    what: 'sent_while_suspended',
    plant: () =>
      behindTheBack(
        `INSERT INTO hold (id, beneficiary_id, kind, reason, proposed_by, proposed_at, confirmed_by, confirmed_at) SELECT gen_random_uuid(), beneficiary_id, 'suspended', 'uji', gen_random_uuid(), '2026-11-01', gen_random_uuid(), '2026-11-01' FROM payment`,
      ),
  },
  {
    rule: 'M5',
    what: 'sent_after_exit',
    plant: () =>
      behindTheBack(
        `INSERT INTO beneficiary_move (beneficiary_id, from_status, to_status, actor_id, actor_name, at) SELECT beneficiary_id, 'assigned', 'withdrawn', gen_random_uuid(), 'uji', '2026-11-01' FROM payment`,
      ),
  },
  {
    rule: 'M6',
    what: 'payee_edited',
    plant: () => behindTheBack(`UPDATE payment SET payee_name = 'ORANG LAIN'`),
  },
  {
    rule: 'M6',
    what: 'amount_edited',
    plant: () => behindTheBack('UPDATE payment SET amount_rupiah = amount_rupiah + 1 WHERE line_number = 1'),
  },
  {
    rule: 'M7',
    what: 'total_does_not_tie',
    plant: () => behindTheBack('UPDATE batch SET frozen_total_rupiah = frozen_total_rupiah + 1'),
  },
  {
    rule: 'M7',
    what: 'total_does_not_tie',
    plant: () => behindTheBack('DELETE FROM payment WHERE line_number = 1'),
  },
  {
    rule: 'M8',
    what: 'posting_not_zero',
    plant: () =>
      behindTheBack(`UPDATE ledger_entry SET amount_rupiah = amount_rupiah + 1 WHERE account = 'delivered'`),
  },
  {
    rule: 'M8',
    what: 'balance_differs',
    plant: () =>
      behindTheBack(`UPDATE money_balance SET amount_rupiah = amount_rupiah + 1 WHERE account = 'committed'`),
  },
  {
    rule: 'M8',
    what: 'balance_below_zero',
    plant: () => behindTheBack(`UPDATE money_balance SET amount_rupiah = -1 WHERE account = 'available'`),
  },
  {
    rule: 'M8',
    what: 'payment_not_in_ledger',
    plant: () => behindTheBack(`DELETE FROM ledger_entry WHERE kind = 'payment.paid'`),
  },
  {
    rule: 'M9',
    what: 'control_differs',
    plant: () => behindTheBack('UPDATE bank_file SET control_total_rupiah = control_total_rupiah + 1'),
  },
  {
    rule: 'M9',
    what: 'posted_with_open_lines',
    plant: () => behindTheBack('UPDATE bank_file_line SET outcome = NULL'),
  },
  { rule: 'M9', what: 'settled_without_entry', plant: () => behindTheBack('DELETE FROM bank_entry') },
  {
    rule: 'M9',
    what: 'entry_without_file',
    plant: () => behindTheBack(`UPDATE bank_file SET state = 'discarded'`),
  },
  {
    rule: 'M10',
    what: 'move_without_event',
    plant: () => behindTheBack(`DELETE FROM audit_event WHERE kind = 'payment.paid'`),
  },
  {
    rule: 'M10',
    what: 'status_without_move',
    plant: () => behindTheBack(`DELETE FROM payment_move WHERE to_status = 'paid'`),
  },
  {
    rule: 'M10',
    what: 'decision_without_event',
    plant: () => behindTheBack(`DELETE FROM audit_event WHERE kind = 'batch.approved'`),
  },
]

const restores: string[] = []
async function withoutCheck(table: string, constraint: string, statement: string): Promise<void> {
  const { rows } = await pool.query<{ text: string }>(
    'SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = $1',
    [constraint],
  )
  await pool.query(`ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`)
  restores.push(`ALTER TABLE ${table} ADD CONSTRAINT ${constraint} ${rows[0]?.text}`)
  await behindTheBack(statement)
}

/** A batch that was paid, one payment that failed: something for every rule to look at. */
async function aPaidBatch(): Promise<{ year: Year; batchId: string }> {
  const year = await aYearOfDisbursement()
  await recipients(3, year.programme.id)
  const batchId = await aBatch(year, 'exported')
  const fileId = await anAnswer(year, await answersFor(batchId, (index) => (index === 2 ? 'FAILED' : 'PAID')))
  await postBankFile(year.otherTreasurer, { fileId }, NOVEMBER)
  return { year, batchId }
}

describe('the money rules', { timeout: 60_000 }, () => {
  useDatabase()

  it('hold after a whole disbursement, and every rule was planted at least once below', async () => {
    const { year } = await aPaidBatch()
    expect(await brokenRules()).toEqual([])
    expect(new Set(PLANTED.map((planted) => planted.rule))).toEqual(new Set(RULES))
    expect(await runRules(year.treasurer, NOVEMBER)).toEqual({ violations: 0 })
    expect((await lastRun(year.approver))?.results.map((result) => [result.rule, result.count])).toEqual(
      RULES.map((rule) => [rule, 0]),
    )
  })

  it.each(PLANTED)('$rule finds $what', async ({ rule, what, plant }) => {
    const { year, batchId } = await aPaidBatch()
    await plant(year, batchId)
    try {
      const result = await checkRule(rule)
      expect(result.count).toBeGreaterThan(0)
      expect(result.violations.map((violation) => violation.what)).toContain(what)
    } finally {
      await emptyPlanted()
      for (const statement of restores.splice(0)) await pool.query(statement)
    }
  })

  it('says how many there are and shows the first two hundred', async () => {
    await aPaidBatch()
    await behindTheBack(
      `INSERT INTO ledger_entry (posting_id, account, amount_rupiah, programme_id, regency_code, sector_code, quarter, kind, at) SELECT gen_random_uuid(), 'available', 1, $1::uuid, '64', '-', '-', 'grant.made', now() FROM generate_series(1, 250)`,
      [randomUUID()],
    )
    const result = await checkRule('M8')
    expect(result.count).toBeGreaterThanOrEqual(250)
    expect(result.violations).toHaveLength(200)
  })
})

/** What a dropped index or check let in must go before it is put back. */
async function emptyPlanted(): Promise<void> {
  if (restores.length === 0) return
  const client = await pool.connect()
  try {
    await client.query(
      `BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM payment; DELETE FROM bank_account; COMMIT`,
    )
  } finally {
    client.release()
  }
}
