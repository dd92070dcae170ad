import { type Sql, sql } from '~/platform/db.server'
import { MONEY_QUERIES } from './rule-queries-money.server'
import type { RuleName } from './rules'

/**
 * One query a rule, over the tables alone: no view, function or code that enforces the rule takes part, so that a fault
 * there does not hide itself. Each gives `what`, `subject_type`, `subject_id` and `detail` of every violation.
 */
export const RULE_QUERIES: Record<RuleName, Sql> = {
  ...MONEY_QUERIES,

  M1: sql`
    SELECT 'tranche_sum' AS what, 'grant' AS subject_type, g.id::text AS subject_id, g.amount_rupiah || ' / ' || coalesce(sum(t.amount_rupiah), 0) AS detail
    FROM "grant" g LEFT JOIN tranche t ON t.grant_id = g.id GROUP BY g.id HAVING coalesce(sum(t.amount_rupiah), 0) <> g.amount_rupiah
    UNION ALL
    SELECT 'above_ceiling', 'grant', g.id::text, g.amount_rupiah || ' / ' || coalesce(s.ceiling_rupiah::text, '-')
    FROM "grant" g LEFT JOIN programme_sector s ON s.programme_id = g.programme_id AND s.sector_code = g.sector_code
    WHERE s.ceiling_rupiah IS NULL OR g.amount_rupiah > s.ceiling_rupiah
    UNION ALL
    SELECT 'above_budget', 'programme', p.id::text, sum(t.amount_rupiah) || ' / ' || p.budget_rupiah
    FROM programme p JOIN tranche t ON t.programme_id = p.id AND t.status <> 'cancelled' GROUP BY p.id HAVING sum(t.amount_rupiah) > p.budget_rupiah
    UNION ALL
    SELECT 'above_quota', 'programme', b.programme_id::text, b.regency_code || ': ' || count(*) || ' / ' || coalesce(max(q.persons), 0)
    FROM beneficiary b LEFT JOIN programme_quota q ON q.programme_id = b.programme_id AND q.regency_code = b.regency_code
    WHERE b.status IN ('decreed','training','trained','not_passed','assigned','disbursing','completed','graduated')
    GROUP BY b.programme_id, b.regency_code HAVING count(*) > coalesce(max(q.persons), 0)`,

  M2: sql`
    SELECT 'two_live_payments' AS what, 'tranche' AS subject_type, p.tranche_id::text AS subject_id, string_agg(p.reference, ', ') AS detail
    FROM payment p WHERE p.status IN ('batched','approved','sent','paid') GROUP BY p.tranche_id HAVING count(*) > 1
    UNION ALL
    SELECT 'tranche_out_of_step', 'tranche', t.id::text, t.status || ' / ' || coalesce(p.status, '-')
    FROM tranche t LEFT JOIN payment p ON p.tranche_id = t.id AND p.status IN ('batched','approved','sent','paid')
    WHERE t.form = 'money' AND (p.status IS DISTINCT FROM t.status) AND (p.status IS NOT NULL OR t.status IN ('batched','approved','sent','paid'))`,

  M3: sql`
    SELECT DISTINCT 'approver_touched_person' AS what, 'batch' AS subject_type, a.batch_id::text AS subject_id, p.reference || ': ' || i.deed AS detail
    FROM batch_approval a JOIN payment p ON p.batch_id = a.batch_id JOIN involvement i ON i.beneficiary_id = p.beneficiary_id AND i.user_id = a.approver_id
    WHERE a.decision = 'approve' AND i.at <= a.decided_at
      AND NOT EXISTS (SELECT 1 FROM payment_move m WHERE m.payment_id = p.id AND m.to_status = 'withdrawn' AND m.at <= a.decided_at)
    UNION ALL
    SELECT 'approver_prepared_batch', 'batch', b.id::text, b.number::text
    FROM batch b JOIN batch_approval a ON a.batch_id = b.id AND a.decision = 'approve' AND a.approver_id IN (b.prepared_by, b.submitted_by)
    UNION ALL
    SELECT 'approvals_missing', 'batch', b.id::text, b.number::text
    FROM batch b WHERE b.status IN ('approved','exported','settled')
      AND (SELECT count(DISTINCT a.approver_id) FROM batch_approval a WHERE a.batch_id = b.id AND a.decision = 'approve'
             AND a.round = (SELECT max(l.round) FROM batch_approval l WHERE l.batch_id = b.id)) < greatest(b.approvals_needed, 1)
    UNION ALL
    SELECT 'verifier_registered_person', 'beneficiary', v.beneficiary_id::text, ''
    FROM verification v JOIN beneficiary b ON b.id = v.beneficiary_id AND b.registered_by = v.decided_by
    UNION ALL
    SELECT 'account_by_one_person', 'beneficiary', a.beneficiary_id::text, '' FROM bank_account a WHERE a.verified_by = a.entered_by
    UNION ALL
    SELECT 'plan_accepted_by_writer', 'beneficiary', p.beneficiary_id::text, ''
    FROM business_plan p WHERE p.status = 'accepted' AND (p.decided_by = p.drafted_by OR p.decided_by = ANY (p.drafters))
    UNION ALL
    SELECT DISTINCT 'exporter_posted', 'bank_file', f.id::text, f.file_name
    FROM bank_file f JOIN bank_file_line l ON l.file_id = f.id JOIN payment p ON p.id = l.payment_id JOIN batch b ON b.id = p.batch_id
    WHERE f.state = 'posted' AND b.exported_by = f.posted_by AND (f.confirmed_by IS NULL OR f.confirmed_by = f.posted_by)`,

  M4: sql`
    SELECT w.what, 'payment' AS subject_type, p.id::text AS subject_id, p.reference AS detail
    FROM payment p JOIN batch b ON b.id = p.batch_id JOIN tranche t ON t.id = p.tranche_id JOIN "grant" g ON g.id = t.grant_id JOIN programme pr ON pr.id = p.programme_id
    LEFT JOIN business_plan pl ON pl.id = g.plan_id LEFT JOIN bank_account a ON a.id = p.bank_account_id
    CROSS JOIN LATERAL (VALUES
      ('no_decree', NOT EXISTS (SELECT 1 FROM decree_line d WHERE d.beneficiary_id = p.beneficiary_id AND d.action = 'added')),
      ('not_trained', NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.beneficiary_id = p.beneficiary_id AND e.outcome = 'passed')),
      ('plan_not_accepted', pl.status IS DISTINCT FROM 'accepted'),
      ('account_not_verified', t.form = 'money' AND (a.verified_at IS NULL OR a.verified_by = a.entered_by OR a.beneficiary_id <> p.beneficiary_id)),
      ('earlier_not_settled', EXISTS (SELECT 1 FROM tranche e WHERE e.grant_id = t.grant_id AND e.number < t.number AND e.status NOT IN ('paid','handed_over','cancelled'))),
      ('sp2d_missing', p.status IN ('sent','paid','failed','returned') AND b.sp2d_number IS NULL),
      ('paid_before_sp2d', p.settled_on < b.sp2d_on),
      ('retry_next_year', p.attempt > 0 AND extract(year FROM b.submitted_at) > pr.fiscal_year
        AND EXISTS (SELECT 1 FROM payment e WHERE e.tranche_id = p.tranche_id AND e.attempt < p.attempt AND e.status IN ('failed','returned')))
    ) AS w (what, broken)
    WHERE p.status IN ('approved','sent','paid','failed','returned') AND w.broken
    UNION ALL
    SELECT 'sp2d_differs', 'batch', b.id::text, b.sp2d_amount_rupiah || ' / ' || sum(p.amount_rupiah)
    FROM batch b JOIN payment p ON p.batch_id = b.id AND p.status <> 'withdrawn'
    WHERE b.status IN ('exported','settled') GROUP BY b.id HAVING b.sp2d_amount_rupiah IS DISTINCT FROM sum(p.amount_rupiah)`,

  M5: sql`
    SELECT w.what, 'payment' AS subject_type, p.id::text AS subject_id, p.reference AS detail
    FROM payment p JOIN batch b ON b.id = p.batch_id LEFT JOIN bank_account a ON a.id = p.bank_account_id LEFT JOIN heir h ON h.id = a.heir_id
    CROSS JOIN LATERAL (VALUES
      ('sent_while_suspended', EXISTS (SELECT 1 FROM hold s WHERE s.beneficiary_id = p.beneficiary_id AND s.confirmed_at <= b.exported_at AND (s.lifted_at IS NULL OR s.lifted_at > b.exported_at))),
      ('sent_after_exit', EXISTS (SELECT 1 FROM beneficiary_move m WHERE m.beneficiary_id = p.beneficiary_id AND m.to_status IN ('withdrawn','replaced') AND m.at <= b.exported_at)),
      ('sent_to_no_heir', h.confirmed_at IS NULL AND EXISTS (SELECT 1 FROM beneficiary_move m WHERE m.beneficiary_id = p.beneficiary_id AND m.to_status = 'deceased' AND m.at <= b.exported_at))
    ) AS w (what, broken)
    WHERE p.status IN ('sent','paid','failed','returned') AND b.exported_at IS NOT NULL AND w.broken`,
}
