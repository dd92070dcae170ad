-- Reason: M4 stands in the database too: what a tranche needs is read by one view, and a batch is neither submitted,
-- approved nor exported while one of its lines lacks it; and a bank's answer is posted whole, each payment by its entry.

CREATE INDEX "tranche_programme_id_quarter_regency_code_beneficiary_id_nu_idx" ON "tranche" ("programme_id", "quarter", "regency_code", "beneficiary_id", "number");
CREATE INDEX "bank_file_line_reference_idx" ON "bank_file_line" ("reference");
CREATE INDEX "batch_approval_approver_id_idx" ON "batch_approval" ("approver_id");

CREATE VIEW tranche_facts AS
SELECT t.id, t.programme_id, t.grant_id, t.beneficiary_id, t.regency_code, t.sector_code, t.number, t.quarter, t.amount_rupiah, t.form, t.status, t.version,
  pr.fiscal_year,
  b.name AS person_name, b.number AS person_number, b.status AS person_status, b.on_hold,
  EXISTS (SELECT 1 FROM decree_line d WHERE d.beneficiary_id = t.beneficiary_id AND d.action = 'added') AS decreed,
  EXISTS (SELECT 1 FROM enrolment e WHERE e.beneficiary_id = t.beneficiary_id AND e.outcome = 'passed') AS trained,
  coalesce(p.status = 'accepted', false) AS plan_accepted,
  a.id AS account_id, a.bank_code, a.number_enc, a.holder_name,
  CASE WHEN a.id IS NULL THEN 'none' WHEN a.verified_at IS NOT NULL THEN 'verified' WHEN a.refused_at IS NOT NULL THEN 'refused' ELSE 'entered' END AS account_state,
  EXISTS (SELECT 1 FROM heir h WHERE h.beneficiary_id = t.beneficiary_id AND h.confirmed_at IS NOT NULL) AS heir_confirmed,
  NOT EXISTS (SELECT 1 FROM tranche e WHERE e.grant_id = t.grant_id AND e.number < t.number AND e.status NOT IN ('paid', 'handed_over', 'cancelled')) AS earlier_settled,
  EXISTS (SELECT 1 FROM payment e WHERE e.tranche_id = t.id AND e.status IN ('failed', 'returned')) AS retried
FROM tranche t
JOIN programme pr ON pr.id = t.programme_id
JOIN beneficiary b ON b.id = t.beneficiary_id
JOIN "grant" g ON g.id = t.grant_id
LEFT JOIN business_plan p ON p.id = g.plan_id
LEFT JOIN LATERAL (
  SELECT a.* FROM bank_account a LEFT JOIN heir h ON h.id = a.heir_id
  WHERE a.beneficiary_id = t.beneficiary_id AND a.superseded_at IS NULL
    AND CASE WHEN b.status = 'deceased' THEN h.confirmed_at IS NOT NULL ELSE a.heir_id IS NULL END
  ORDER BY a.entered_at DESC LIMIT 1
) a ON true;

CREATE FUNCTION check_batch_gates() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE threshold bigint;
BEGIN
  IF EXISTS (SELECT 1 FROM payment p JOIN tranche t ON t.id = p.tranche_id WHERE p.batch_id = NEW.id AND p.status <> 'withdrawn' AND t.number > 1) THEN
    RAISE EXCEPTION 'a later tranche waits for the report of use' USING ERRCODE = '23514', CONSTRAINT = 'later_tranche', HINT = 'later_tranche';
  END IF;
  IF EXISTS (SELECT 1 FROM payment p JOIN tranche_facts f ON f.id = p.tranche_id
             WHERE p.batch_id = NEW.id AND p.status <> 'withdrawn'
               AND (NOT f.decreed OR NOT f.trained OR NOT f.plan_accepted OR f.form <> NEW.form OR f.quarter <> NEW.quarter OR f.on_hold
                    OR f.person_status NOT IN ('assigned', 'disbursing', 'deceased')
                    OR (NEW.form = 'money' AND (f.account_state <> 'verified' OR p.bank_account_id IS DISTINCT FROM f.account_id
                        OR p.payee_name IS NULL OR p.bank_code IS DISTINCT FROM f.bank_code OR p.account_enc IS NULL)))) THEN
    RAISE EXCEPTION 'a line of the batch lacks what it needs' USING ERRCODE = '23514', CONSTRAINT = 'tranche_gates', HINT = 'tranche_gates';
  END IF;
  IF NEW.status = 'submitted' THEN
    SELECT approval_threshold_rupiah INTO threshold FROM programme WHERE id = NEW.programme_id;
    IF NEW.approvals_needed IS NULL OR NEW.approvals_needed < 1 OR (NEW.frozen_total_rupiah > threshold AND NEW.approvals_needed < 2) THEN
      RAISE EXCEPTION 'a batch above the threshold needs two approvals' USING ERRCODE = '23514', CONSTRAINT = 'batch_approvals', HINT = 'batch_approvals';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER batch_gates BEFORE UPDATE OF status ON batch FOR EACH ROW
  WHEN (NEW.status IS DISTINCT FROM OLD.status AND NEW.status IN ('submitted', 'approved', 'exported')) EXECUTE FUNCTION check_batch_gates();

-- M9: a bank file posts whole, agrees with the typed control figures, and each line has an outcome.
CREATE FUNCTION check_bank_file_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE n int; total numeric; open_lines int;
BEGIN
  SELECT count(*), coalesce(sum(amount_rupiah), 0), count(*) FILTER (WHERE outcome IS NULL) INTO n, total, open_lines FROM bank_file_line WHERE file_id = NEW.id;
  IF n = 0 OR open_lines > 0 OR n <> NEW.control_count OR total <> NEW.control_total_rupiah THEN
    RAISE EXCEPTION 'a bank file posts whole or not at all' USING ERRCODE = '23514', CONSTRAINT = 'bank_file_whole', HINT = 'bank_file_whole';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bank_file_whole BEFORE UPDATE ON bank_file FOR EACH ROW WHEN (NEW.state = 'posted' AND OLD.state <> 'posted') EXECUTE FUNCTION check_bank_file_whole();

CREATE FUNCTION check_payment_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM bank_entry e WHERE e.payment_id = NEW.id AND e.status = NEW.status AND e.amount_rupiah = NEW.amount_rupiah) THEN
    RAISE EXCEPTION 'a payment settles by a bank entry only' USING ERRCODE = '23514', CONSTRAINT = 'payment_entry', HINT = 'payment_entry';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_entry BEFORE UPDATE OF status ON payment FOR EACH ROW
  WHEN (NEW.status IS DISTINCT FROM OLD.status AND NEW.status IN ('paid', 'failed', 'returned')) EXECUTE FUNCTION check_payment_entry();
