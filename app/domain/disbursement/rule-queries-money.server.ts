import { type Sql, sql } from '~/platform/db.server'
import type { RuleName } from './rules'

/** The rules about frozen batches, sums, the ledger, the bank's word and the trail: see `rule-queries.server`. */
export const MONEY_QUERIES: Record<Extract<RuleName, 'M6' | 'M7' | 'M8' | 'M9' | 'M10'>, Sql> = {
  M6: sql`
    SELECT w.what, 'payment' AS subject_type, p.id::text AS subject_id, p.reference AS detail
    FROM payment p JOIN batch b ON b.id = p.batch_id JOIN tranche t ON t.id = p.tranche_id LEFT JOIN bank_account a ON a.id = p.bank_account_id
    CROSS JOIN LATERAL (VALUES
      ('line_not_frozen', p.payee_name IS NULL OR p.bank_code IS NULL OR p.account_enc IS NULL OR p.bank_account_id IS NULL),
      ('payee_edited', p.payee_name IS DISTINCT FROM a.holder_name OR p.bank_code IS DISTINCT FROM a.bank_code),
      ('amount_edited', p.amount_rupiah <> t.amount_rupiah)
    ) AS w (what, broken)
    WHERE b.form = 'money' AND b.status NOT IN ('draft','sent_back') AND p.status <> 'withdrawn' AND w.broken
    UNION ALL
    SELECT 'withdrawn_without_reason', 'payment', p.id::text, p.reference
    FROM payment_move m JOIN payment p ON p.id = m.payment_id WHERE m.from_status = 'approved' AND m.to_status = 'withdrawn' AND coalesce(m.reason, '') = ''`,

  M7: sql`
    SELECT 'total_does_not_tie' AS what, 'batch' AS subject_type, b.id::text AS subject_id,
      b.frozen_total_rupiah || ' (' || b.frozen_count || ') / ' || coalesce(sum(p.amount_rupiah), 0) || ' (' || count(p.id) || ')' AS detail
    FROM batch b LEFT JOIN payment p ON p.batch_id = b.id
      AND NOT EXISTS (SELECT 1 FROM payment_move m WHERE m.payment_id = p.id AND m.to_status = 'withdrawn' AND m.reason IS NULL)
    WHERE b.status NOT IN ('draft','sent_back')
    GROUP BY b.id HAVING b.frozen_total_rupiah IS DISTINCT FROM coalesce(sum(p.amount_rupiah), 0) OR b.frozen_count IS DISTINCT FROM count(p.id)`,

  M8: sql`
    SELECT 'posting_not_zero' AS what, 'system' AS subject_type, posting_id::text AS subject_id, sum(amount_rupiah)::text AS detail
    FROM ledger_entry GROUP BY posting_id HAVING sum(amount_rupiah) <> 0
    UNION ALL
    SELECT 'balance_differs', 'programme', coalesce(l.programme_id, m.programme_id)::text,
      concat_ws(' ', coalesce(l.account, m.account), coalesce(l.regency_code, m.regency_code), coalesce(l.sector_code, m.sector_code), coalesce(l.quarter, m.quarter))
    FROM (SELECT programme_id, account, regency_code, sector_code, quarter, sum(amount_rupiah) AS amount FROM ledger_entry GROUP BY 1, 2, 3, 4, 5) l
    FULL JOIN money_balance m USING (programme_id, account, regency_code, sector_code, quarter) WHERE l.amount IS DISTINCT FROM m.amount_rupiah
    UNION ALL
    SELECT 'balance_below_zero', 'programme', programme_id::text, concat_ws(' ', account, regency_code, sector_code, quarter, amount_rupiah)
    FROM money_balance WHERE account <> 'appropriation' AND amount_rupiah < 0
    UNION ALL
    SELECT 'budget_differs', 'programme', p.id::text, p.budget_rupiah || ' / ' || coalesce(-sum(m.amount_rupiah), 0)
    FROM programme p LEFT JOIN money_balance m ON m.programme_id = p.id AND m.account = 'appropriation'
    WHERE p.status <> 'draft' GROUP BY p.id HAVING coalesce(-sum(m.amount_rupiah), 0) <> p.budget_rupiah
    UNION ALL
    SELECT 'payment_not_in_ledger', 'payment', p.id::text, p.reference
    FROM payment p LEFT JOIN (SELECT payment_id, sum(amount_rupiah) FILTER (WHERE account = 'in_transit') AS in_transit, sum(amount_rupiah) FILTER (WHERE account = 'delivered') AS delivered
      FROM ledger_entry WHERE payment_id IS NOT NULL GROUP BY payment_id) l ON l.payment_id = p.id
    WHERE coalesce(l.in_transit, 0) <> CASE WHEN p.status = 'sent' THEN p.amount_rupiah ELSE 0 END
       OR coalesce(l.delivered, 0) <> CASE WHEN p.status = 'paid' THEN p.amount_rupiah ELSE 0 END
    UNION ALL
    SELECT 'granted_not_in_ledger', 'programme', t.programme_id::text, sum(t.amount_rupiah) || ' / ' || coalesce(max(m.amount), 0)
    FROM tranche t LEFT JOIN (SELECT programme_id, sum(amount_rupiah) AS amount FROM money_balance WHERE account IN ('committed','in_transit','delivered','returned') GROUP BY 1) m ON m.programme_id = t.programme_id
    WHERE t.status <> 'cancelled' GROUP BY t.programme_id HAVING sum(t.amount_rupiah) <> coalesce(max(m.amount), 0)`,

  M9: sql`
    SELECT 'posted_with_open_lines' AS what, 'bank_file' AS subject_type, f.id::text AS subject_id, f.file_name AS detail
    FROM bank_file f WHERE f.state = 'posted' AND EXISTS (SELECT 1 FROM bank_file_line l WHERE l.file_id = f.id AND l.outcome IS NULL)
    UNION ALL
    SELECT 'control_differs', 'bank_file', f.id::text, f.file_name
    FROM bank_file f LEFT JOIN bank_file_line l ON l.file_id = f.id WHERE f.state = 'posted'
    GROUP BY f.id HAVING count(l.line_number) <> f.control_count OR coalesce(sum(l.amount_rupiah), 0) <> f.control_total_rupiah
    UNION ALL
    SELECT 'line_not_posted', 'bank_file', f.id::text, l.reference
    FROM bank_file f JOIN bank_file_line l ON l.file_id = f.id AND l.outcome = 'post' WHERE f.state = 'posted'
      AND NOT EXISTS (SELECT 1 FROM bank_entry e WHERE e.file_id = f.id AND e.payment_id = l.payment_id)
    UNION ALL
    SELECT 'entry_without_file', 'payment', e.payment_id::text, e.identity
    FROM bank_entry e LEFT JOIN bank_file f ON f.id = e.file_id WHERE f.state IS DISTINCT FROM 'posted'
    UNION ALL
    SELECT 'settled_without_entry', 'payment', p.id::text, p.reference
    FROM payment p WHERE p.status IN ('paid','failed','returned') AND NOT EXISTS (SELECT 1 FROM bank_entry e WHERE e.payment_id = p.id AND e.status = p.status)
    UNION ALL
    SELECT 'entry_twice', 'payment', e.payment_id::text, min(e.identity)
    FROM bank_entry e GROUP BY e.payment_id, e.status HAVING count(*) > 1`,

  M10: sql`
    SELECT 'move_without_event' AS what, 'payment' AS subject_type, m.payment_id::text AS subject_id, m.to_status AS detail
    FROM payment_move m WHERE NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.subject_type = 'payment' AND e.subject_id = m.payment_id::text AND e.kind = 'payment.' || m.to_status)
    UNION ALL
    SELECT 'status_without_move', 'payment', p.id::text, p.status
    FROM payment p WHERE p.status IS DISTINCT FROM (SELECT m.to_status FROM payment_move m WHERE m.payment_id = p.id ORDER BY m.id DESC LIMIT 1)
    UNION ALL
    SELECT 'decision_without_event', 'batch', a.batch_id::text, a.decision
    FROM batch_approval a WHERE NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.subject_type = 'batch' AND e.subject_id = a.batch_id::text AND e.actor_id = a.approver_id
      AND e.kind = CASE a.decision WHEN 'approve' THEN 'batch.approved' WHEN 'refuse' THEN 'batch.refused' ELSE 'batch.sent_back' END)
    UNION ALL
    SELECT 'batch_without_event', 'batch', b.id::text, b.status
    FROM batch b WHERE b.status IN ('exported','settled') AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.subject_type = 'batch' AND e.subject_id = b.id::text AND e.kind = 'batch.exported')
    UNION ALL
    SELECT 'file_without_event', 'bank_file', f.id::text, f.file_name
    FROM bank_file f WHERE f.state = 'posted' AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.subject_type = 'bank_file' AND e.subject_id = f.id::text AND e.kind = 'bank_file.posted')`,
}
