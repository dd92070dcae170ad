-- Reason: what must hold whatever the code does stands in the database too (design.md, the money rules).

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- ── allowed values ──
ALTER TABLE role_grant ADD CONSTRAINT role_grant_role CHECK (role IN ('admin','coordinator','verifier','companion','trainer','treasurer','approver','auditor','dpo'));
ALTER TABLE user_account ADD CONSTRAINT user_account_email_lower CHECK (email = lower(email));
ALTER TABLE programme ADD CONSTRAINT programme_status CHECK (status IN ('draft','open','closed'));
ALTER TABLE programme ADD CONSTRAINT programme_money CHECK (budget_rupiah > 0 AND approval_threshold_rupiah > 0);
ALTER TABLE programme ADD CONSTRAINT programme_attendance CHECK (attendance_percent BETWEEN 1 AND 100);
ALTER TABLE programme ADD CONSTRAINT programme_policies CHECK (earlier_recipients IN ('block','warn') AND same_family_card IN ('block','warn') AND objection_days BETWEEN 0 AND 90);
ALTER TABLE programme_quota ADD CONSTRAINT programme_quota_persons CHECK (persons >= 0);
ALTER TABLE programme_sector ADD CONSTRAINT programme_sector_form CHECK (form IN ('money','goods') AND ceiling_rupiah > 0);
ALTER TABLE programme_tranche ADD CONSTRAINT programme_tranche_plan CHECK (number BETWEEN 1 AND 8 AND share_bp BETWEEN 1 AND 10000 AND quarter ~ '^[0-9]{4}-Q[1-4]$');
ALTER TABLE beneficiary ADD CONSTRAINT beneficiary_status CHECK (status IN ('proposed','verified','sent_back','rejected','waitlisted','decreed','training','trained','not_passed','assigned','disbursing','completed','graduated','withdrawn','replaced','deceased'));
ALTER TABLE beneficiary ADD CONSTRAINT beneficiary_values CHECK (sex IN ('L','P') AND (decile IS NULL OR decile BETWEEN 1 AND 10) AND (household_size IS NULL OR household_size BETWEEN 1 AND 30) AND (monthly_income_rupiah IS NULL OR monthly_income_rupiah >= 0));
ALTER TABLE beneficiary ADD CONSTRAINT beneficiary_region CHECK (left(village_code, length(district_code)) = district_code AND left(district_code, length(regency_code)) = regency_code);
ALTER TABLE identity_hash ADD CONSTRAINT identity_hash_kind CHECK (kind IN ('nik','kk','phone','account'));
ALTER TABLE hold ADD CONSTRAINT hold_kind CHECK (kind IN ('suspended','finding'));
ALTER TABLE exit_proposal ADD CONSTRAINT exit_proposal_values CHECK (to_status IN ('withdrawn','replaced','deceased') AND (decision IS NULL OR decision IN ('confirmed','refused')));
ALTER TABLE exit_proposal ADD CONSTRAINT exit_proposal_two_people CHECK (decided_by IS NULL OR decided_by <> proposed_by);
ALTER TABLE hold ADD CONSTRAINT hold_two_people CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by);
ALTER TABLE heir ADD CONSTRAINT heir_two_people CHECK (confirmed_by IS NULL OR confirmed_by <> recorded_by);
ALTER TABLE bank_account ADD CONSTRAINT bank_account_two_people CHECK (verified_by IS NULL OR verified_by <> entered_by);
ALTER TABLE intake_file ADD CONSTRAINT intake_file_state CHECK (state IN ('uploaded','mapping','checking','checked','writing','written','refused','cancelled'));
ALTER TABLE intake_row ADD CONSTRAINT intake_row_verdict CHECK (verdict IN ('accepted','warning','rejected'));
ALTER TABLE verification ADD CONSTRAINT verification_decision CHECK (decision IN ('verified','sent_back','rejected') AND (decision = 'verified' OR reason IS NOT NULL));
ALTER TABLE decree_line ADD CONSTRAINT decree_line_action CHECK (action IN ('added','removed'));
ALTER TABLE cohort ADD CONSTRAINT cohort_values CHECK (status IN ('open','closed') AND capacity BETWEEN 1 AND 500 AND ends_on >= starts_on);
ALTER TABLE training_session ADD CONSTRAINT training_session_values CHECK (status IN ('planned','held','cancelled') AND ends_at > starts_at);
ALTER TABLE enrolment ADD CONSTRAINT enrolment_outcome CHECK (outcome IS NULL OR outcome IN ('passed','not_passed','left'));
ALTER TABLE attendance ADD CONSTRAINT attendance_mark_values CHECK (mark IN ('present','late','excused','sick','absent'));
ALTER TABLE attendance_mark ADD CONSTRAINT attendance_mark_mark CHECK (mark IS NULL OR mark IN ('present','late','excused','sick','absent'));
ALTER TABLE business_plan ADD CONSTRAINT business_plan_status CHECK (status IN ('draft','submitted','accepted','sent_back','superseded'));
ALTER TABLE plan_line ADD CONSTRAINT plan_line_total CHECK (quantity > 0 AND unit_price_rupiah > 0 AND total_rupiah = quantity * unit_price_rupiah);
ALTER TABLE "grant" ADD CONSTRAINT grant_values CHECK (amount_rupiah > 0 AND form IN ('money','goods'));
ALTER TABLE tranche ADD CONSTRAINT tranche_values CHECK (number BETWEEN 1 AND 8 AND amount_rupiah > 0 AND form IN ('money','goods') AND quarter ~ '^[0-9]{4}-Q[1-4]$'
  AND status IN ('planned','batched','approved','sent','paid','failed','returned','partly_handed_over','handed_over','cancelled'));
ALTER TABLE batch ADD CONSTRAINT batch_values CHECK (form IN ('money','goods') AND status IN ('draft','submitted','sent_back','refused','approved','exported','settled'));
ALTER TABLE batch ADD CONSTRAINT batch_export_needs_sp2d CHECK (status NOT IN ('exported','settled') OR sp2d_number IS NOT NULL);
ALTER TABLE payment ADD CONSTRAINT payment_values CHECK (amount_rupiah > 0 AND attempt >= 0
  AND status IN ('batched','approved','sent','paid','failed','returned','withdrawn'));
ALTER TABLE payment ADD CONSTRAINT payment_reference_length CHECK (length(reference) BETWEEN 8 AND 35);
ALTER TABLE batch_approval ADD CONSTRAINT batch_approval_decision CHECK (decision IN ('approve','refuse','send_back') AND level IN (1,2) AND (decision = 'approve' OR reason IS NOT NULL));
ALTER TABLE bank_file ADD CONSTRAINT bank_file_state CHECK (state IN ('checked','posted','discarded'));
ALTER TABLE bank_entry ADD CONSTRAINT bank_entry_status CHECK (status IN ('paid','failed','returned','pending'));
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_account CHECK (amount_rupiah <> 0 AND account IN ('appropriation','available','committed','in_transit','delivered','returned','paid_back'));

-- ── references between rows of different stages ──
ALTER TABLE beneficiary ADD FOREIGN KEY (programme_id) REFERENCES programme (id);
ALTER TABLE beneficiary ADD FOREIGN KEY (village_code) REFERENCES region (code);
ALTER TABLE identity_hash ADD FOREIGN KEY (beneficiary_id) REFERENCES beneficiary (id);
ALTER TABLE beneficiary_move ADD FOREIGN KEY (beneficiary_id) REFERENCES beneficiary (id);
ALTER TABLE verification ADD FOREIGN KEY (beneficiary_id) REFERENCES beneficiary (id);
ALTER TABLE decree_line ADD FOREIGN KEY (decree_id) REFERENCES decree (id);
ALTER TABLE decree_line ADD FOREIGN KEY (beneficiary_id) REFERENCES beneficiary (id);
ALTER TABLE training_session ADD FOREIGN KEY (cohort_id) REFERENCES cohort (id);
ALTER TABLE enrolment ADD FOREIGN KEY (cohort_id) REFERENCES cohort (id);
ALTER TABLE enrolment ADD FOREIGN KEY (beneficiary_id) REFERENCES beneficiary (id);
ALTER TABLE attendance ADD FOREIGN KEY (session_id) REFERENCES training_session (id);
ALTER TABLE attendance ADD FOREIGN KEY (enrolment_id) REFERENCES enrolment (id);
ALTER TABLE business_plan ADD FOREIGN KEY (beneficiary_id) REFERENCES beneficiary (id);
ALTER TABLE "grant" ADD FOREIGN KEY (beneficiary_id) REFERENCES beneficiary (id);
ALTER TABLE "grant" ADD FOREIGN KEY (plan_id) REFERENCES business_plan (id);
ALTER TABLE payment ADD FOREIGN KEY (previous_id) REFERENCES payment (id);
ALTER TABLE bank_entry ADD FOREIGN KEY (payment_id) REFERENCES payment (id);
ALTER TABLE bank_account ADD FOREIGN KEY (beneficiary_id) REFERENCES beneficiary (id);

-- ── one of a kind ──
CREATE UNIQUE INDEX identity_hash_one_nik_a_year ON identity_hash (programme_id, key_id, hash) WHERE kind = 'nik';
CREATE UNIQUE INDEX payment_one_live_per_tranche ON payment (tranche_id) WHERE status IN ('batched','approved','sent','paid');
CREATE UNIQUE INDEX payment_attempt ON payment (tranche_id, attempt);
CREATE UNIQUE INDEX bank_account_one_live ON bank_account (beneficiary_id) WHERE superseded_at IS NULL AND heir_id IS NULL;
CREATE UNIQUE INDEX enrolment_one_open ON enrolment (beneficiary_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX business_plan_one_open ON business_plan (beneficiary_id) WHERE status IN ('draft','submitted','accepted');
CREATE UNIQUE INDEX exit_proposal_one_open ON exit_proposal (beneficiary_id) WHERE decision IS NULL;
CREATE UNIQUE INDEX batch_approval_once ON batch_approval (batch_id, round, approver_id);
CREATE UNIQUE INDEX bank_file_posted_once ON bank_file (programme_id, sha256) WHERE state = 'posted';
CREATE UNIQUE INDEX batch_sp2d_once ON batch (sp2d_number) WHERE sp2d_number IS NOT NULL;

ALTER TABLE training_session ADD CONSTRAINT training_session_trainer_free
  EXCLUDE USING gist (trainer_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'cancelled');
ALTER TABLE training_session ADD CONSTRAINT training_session_venue_free
  EXCLUDE USING gist (lower(venue) WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'cancelled');

-- ── search ──
CREATE INDEX beneficiary_name_trgm ON beneficiary USING gin (programme_id, regency_code, search_name gin_trgm_ops);
CREATE INDEX beneficiary_by_name ON beneficiary (programme_id, search_name, id);
CREATE INDEX beneficiary_by_regency_name ON beneficiary (programme_id, regency_code, search_name, id);
CREATE INDEX beneficiary_by_status_name ON beneficiary (programme_id, status, regency_code, search_name, id);
CREATE INDEX beneficiary_queue ON beneficiary (programme_id, regency_code, decile, income_per_head_rupiah, registered_at, id) WHERE status = 'proposed';

-- ── append-only ──
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'append_only', HINT = 'append_only';
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_event','ledger_entry','batch_approval','payment_move','beneficiary_move','involvement','attendance_mark','bank_entry','decree','decree_line','verification','programme_version'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- ── the life of a beneficiary: the same table of moves as domain/beneficiary/lifecycle.ts ──
CREATE TABLE allowed_move (from_status text NOT NULL, to_status text NOT NULL, PRIMARY KEY (from_status, to_status));
INSERT INTO allowed_move VALUES
  ('proposed','verified'), ('proposed','sent_back'), ('proposed','rejected'),
  ('sent_back','proposed'),
  ('verified','decreed'), ('verified','waitlisted'),
  ('waitlisted','verified'),
  ('decreed','training'),
  ('training','trained'), ('training','not_passed'),
  ('not_passed','training'),
  ('trained','assigned'),
  ('assigned','disbursing'),
  ('disbursing','completed'),
  ('completed','graduated');
INSERT INTO allowed_move
  SELECT s, e FROM unnest(ARRAY['proposed','sent_back','verified','waitlisted','decreed','training','not_passed','trained','assigned','disbursing','completed']) s,
                   unnest(ARRAY['withdrawn','replaced','deceased']) e;

CREATE FUNCTION check_beneficiary_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> OLD.status AND NOT EXISTS (SELECT 1 FROM allowed_move WHERE from_status = OLD.status AND to_status = NEW.status) THEN
    RAISE EXCEPTION 'a beneficiary does not move from % to %', OLD.status, NEW.status USING ERRCODE = '23514', CONSTRAINT = 'allowed_move', HINT = 'allowed_move';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER beneficiary_allowed_move BEFORE UPDATE OF status ON beneficiary FOR EACH ROW EXECUTE FUNCTION check_beneficiary_move();

CREATE FUNCTION check_first_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'proposed' THEN
    RAISE EXCEPTION 'a beneficiary starts as proposed' USING ERRCODE = '23514', CONSTRAINT = 'allowed_move', HINT = 'allowed_move';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER beneficiary_first_status BEFORE INSERT ON beneficiary FOR EACH ROW EXECUTE FUNCTION check_first_status();

-- ── counts by status and regency, kept with every change ──
CREATE FUNCTION count_status_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO status_balance AS b (programme_id, regency_code, status, persons)
    SELECT programme_id, regency_code, status, count(*) FROM new_rows GROUP BY 1,2,3 ORDER BY 1,2,3
  ON CONFLICT (programme_id, regency_code, status) DO UPDATE SET persons = b.persons + EXCLUDED.persons;
  RETURN NULL;
END $$;
CREATE TRIGGER beneficiary_count_insert AFTER INSERT ON beneficiary REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_status_insert();
CREATE FUNCTION count_status_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO status_balance AS b (programme_id, regency_code, status, persons)
    SELECT programme_id, regency_code, status, sum(n)::int FROM (
      SELECT programme_id, regency_code, status, 1 AS n FROM new_rows
      UNION ALL SELECT programme_id, regency_code, status, -1 FROM old_rows) d
    GROUP BY 1,2,3 HAVING sum(n) <> 0 ORDER BY 1,2,3
  ON CONFLICT (programme_id, regency_code, status) DO UPDATE SET persons = b.persons + EXCLUDED.persons;
  RETURN NULL;
END $$;
CREATE TRIGGER beneficiary_count_update AFTER UPDATE ON beneficiary REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_status_update();
CREATE TRIGGER beneficiary_no_delete BEFORE DELETE ON beneficiary FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- M1: persons with a place never exceed the regency's quota.
CREATE FUNCTION check_quota() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE placed int; allowed int;
BEGIN
  SELECT coalesce(sum(persons), 0) INTO placed FROM status_balance
    WHERE programme_id = NEW.programme_id AND regency_code = NEW.regency_code
      AND status IN ('decreed','training','trained','not_passed','assigned','disbursing','completed','graduated');
  SELECT persons INTO allowed FROM programme_quota WHERE programme_id = NEW.programme_id AND regency_code = NEW.regency_code;
  IF placed > coalesce(allowed, 0) THEN
    RAISE EXCEPTION 'quota of % exceeded: % of %', NEW.regency_code, placed, coalesce(allowed, 0) USING ERRCODE = '23514', CONSTRAINT = 'quota', HINT = 'quota';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER status_balance_quota AFTER INSERT OR UPDATE ON status_balance DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status IN ('decreed','training','trained','not_passed','assigned','disbursing','completed','graduated')) EXECUTE FUNCTION check_quota();

-- M3: whoever registered a person does not verify them.
CREATE FUNCTION check_verifier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM beneficiary WHERE id = NEW.beneficiary_id AND registered_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'whoever registered a person does not verify them' USING ERRCODE = '23514', CONSTRAINT = 'separation_of_duties', HINT = 'separation_of_duties';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verification_two_people BEFORE INSERT ON verification FOR EACH ROW EXECUTE FUNCTION check_verifier();

-- The last seat of a cohort goes to one person only.
CREATE FUNCTION check_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE seats int; taken int;
BEGIN
  SELECT capacity INTO seats FROM cohort WHERE id = NEW.cohort_id FOR UPDATE;
  SELECT count(*) INTO taken FROM enrolment WHERE cohort_id = NEW.cohort_id AND outcome IS DISTINCT FROM 'left';
  IF taken > seats THEN
    RAISE EXCEPTION 'cohort is full' USING ERRCODE = '23514', CONSTRAINT = 'cohort_capacity', HINT = 'cohort_capacity';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolment_capacity AFTER INSERT ON enrolment FOR EACH ROW EXECUTE FUNCTION check_capacity();

-- M1: a grant stays under the ceiling of its sector, and its tranches sum to it.
CREATE FUNCTION check_grant() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ceiling bigint;
BEGIN
  SELECT ceiling_rupiah INTO ceiling FROM programme_sector WHERE programme_id = NEW.programme_id AND sector_code = NEW.sector_code AND form = NEW.form;
  IF ceiling IS NULL OR NEW.amount_rupiah > ceiling THEN
    RAISE EXCEPTION 'grant above the ceiling of its sector' USING ERRCODE = '23514', CONSTRAINT = 'sector_ceiling', HINT = 'sector_ceiling';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grant_ceiling BEFORE INSERT OR UPDATE ON "grant" FOR EACH ROW EXECUTE FUNCTION check_grant();
CREATE FUNCTION check_tranche_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE g uuid; total bigint; granted bigint;
BEGIN
  g := CASE TG_TABLE_NAME WHEN 'grant' THEN NEW.id ELSE NEW.grant_id END;
  SELECT amount_rupiah INTO granted FROM "grant" WHERE id = g;
  SELECT coalesce(sum(amount_rupiah), 0) INTO total FROM tranche WHERE grant_id = g;
  IF total <> granted THEN
    RAISE EXCEPTION 'tranches do not sum to the grant' USING ERRCODE = '23514', CONSTRAINT = 'tranche_sum', HINT = 'tranche_sum';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER grant_tranche_sum AFTER INSERT OR UPDATE OF amount_rupiah ON "grant" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_tranche_sum();
CREATE CONSTRAINT TRIGGER tranche_grant_sum AFTER INSERT OR UPDATE OF amount_rupiah ON tranche DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_tranche_sum();
CREATE TRIGGER tranche_no_delete BEFORE DELETE ON tranche FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- M5, M6: what is frozen stays frozen; nothing goes to someone who is suspended or gone.
CREATE FUNCTION check_payment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE b_status text; tranche_amount bigint; person record;
BEGIN
  SELECT status INTO b_status FROM batch WHERE id = NEW.batch_id;
  IF TG_OP = 'INSERT' THEN
    IF b_status NOT IN ('draft','sent_back') THEN
      RAISE EXCEPTION 'a submitted batch takes no more lines' USING ERRCODE = '23514', CONSTRAINT = 'batch_frozen', HINT = 'batch_frozen';
    END IF;
  ELSE
    IF NEW.batch_id <> OLD.batch_id OR NEW.tranche_id <> OLD.tranche_id OR NEW.beneficiary_id <> OLD.beneficiary_id
       OR NEW.reference <> OLD.reference OR NEW.attempt <> OLD.attempt OR NEW.amount_rupiah <> OLD.amount_rupiah THEN
      RAISE EXCEPTION 'a payment is never edited' USING ERRCODE = '23514', CONSTRAINT = 'batch_frozen', HINT = 'batch_frozen';
    END IF;
    IF b_status NOT IN ('draft','sent_back') AND (NEW.payee_name, NEW.bank_code, NEW.account_enc, NEW.line_number) IS DISTINCT FROM (OLD.payee_name, OLD.bank_code, OLD.account_enc, OLD.line_number)
       AND current_setting('berdaya.rekey', true) IS DISTINCT FROM 'on' THEN
      RAISE EXCEPTION 'a submitted batch is frozen' USING ERRCODE = '23514', CONSTRAINT = 'batch_frozen', HINT = 'batch_frozen';
    END IF;
    IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (('batched','approved'),('batched','withdrawn'),('approved','sent'),('approved','withdrawn'),('sent','paid'),('sent','failed'),('sent','returned'),('paid','returned')) THEN
      RAISE EXCEPTION 'a payment does not move from % to %', OLD.status, NEW.status USING ERRCODE = '23514', CONSTRAINT = 'payment_move', HINT = 'payment_move';
    END IF;
  END IF;
  SELECT amount_rupiah INTO tranche_amount FROM tranche WHERE id = NEW.tranche_id;
  IF NEW.amount_rupiah <> tranche_amount THEN
    RAISE EXCEPTION 'a payment pays its tranche, no more and no less' USING ERRCODE = '23514', CONSTRAINT = 'payment_amount', HINT = 'payment_amount';
  END IF;
  IF NEW.status IN ('batched','approved','sent') AND (TG_OP = 'INSERT' OR NEW.status <> OLD.status) THEN
    SELECT status, on_hold INTO person FROM beneficiary WHERE id = NEW.beneficiary_id FOR SHARE;
    IF person.on_hold OR person.status IN ('withdrawn','replaced')
       OR (person.status = 'deceased' AND NOT EXISTS (SELECT 1 FROM bank_account a JOIN heir h ON h.id = a.heir_id
             WHERE a.id = NEW.bank_account_id AND h.beneficiary_id = NEW.beneficiary_id AND h.confirmed_at IS NOT NULL AND a.verified_at IS NOT NULL)) THEN
      RAISE EXCEPTION 'nothing goes to someone who is suspended or gone' USING ERRCODE = '23514', CONSTRAINT = 'payee_stands', HINT = 'payee_stands';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_rules BEFORE INSERT OR UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION check_payment();
CREATE FUNCTION check_payment_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a payment is never removed' USING ERRCODE = '23514', CONSTRAINT = 'append_only', HINT = 'append_only';
END $$;
CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment FOR EACH ROW EXECUTE FUNCTION check_payment_delete();

-- M6, M7: a batch freezes with the sum of its lines; its totals and SP2D stay.
CREATE FUNCTION check_batch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE n int; total bigint;
BEGIN
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (('draft','submitted'),('sent_back','submitted'),('submitted','sent_back'),('submitted','refused'),('submitted','approved'),('approved','exported'),('exported','settled'),('settled','exported')) THEN
    RAISE EXCEPTION 'a batch does not move from % to %', OLD.status, NEW.status USING ERRCODE = '23514', CONSTRAINT = 'batch_move', HINT = 'batch_move';
  END IF;
  IF NEW.status = 'submitted' AND OLD.status <> 'submitted' THEN
    SELECT count(*), coalesce(sum(amount_rupiah), 0) INTO n, total FROM payment WHERE batch_id = NEW.id AND status <> 'withdrawn';
    IF n = 0 OR NEW.frozen_count IS DISTINCT FROM n OR NEW.frozen_total_rupiah IS DISTINCT FROM total THEN
      RAISE EXCEPTION 'a batch freezes with the sum of its lines' USING ERRCODE = '23514', CONSTRAINT = 'batch_total', HINT = 'batch_total';
    END IF;
  ELSIF OLD.status NOT IN ('draft','sent_back') AND NEW.status NOT IN ('draft','sent_back') AND (NEW.frozen_count, NEW.frozen_total_rupiah, NEW.prepared_by, NEW.submitted_by, NEW.approvals_needed) IS DISTINCT FROM (OLD.frozen_count, OLD.frozen_total_rupiah, OLD.prepared_by, OLD.submitted_by, OLD.approvals_needed) THEN
    RAISE EXCEPTION 'a submitted batch is frozen' USING ERRCODE = '23514', CONSTRAINT = 'batch_frozen', HINT = 'batch_frozen';
  END IF;
  IF NEW.status = 'approved' AND OLD.status <> 'approved' AND (SELECT count(DISTINCT approver_id) FROM batch_approval a WHERE a.batch_id = NEW.id AND a.decision = 'approve'
       AND a.round = (SELECT max(round) FROM batch_approval WHERE batch_id = NEW.id)) < NEW.approvals_needed THEN
    RAISE EXCEPTION 'a batch needs its approvals' USING ERRCODE = '23514', CONSTRAINT = 'batch_approvals', HINT = 'batch_approvals';
  END IF;
  IF NEW.status = 'exported' AND OLD.status = 'approved' THEN
    SELECT coalesce(sum(amount_rupiah), 0) INTO total FROM payment WHERE batch_id = NEW.id AND status <> 'withdrawn';
    IF NEW.sp2d_amount_rupiah IS DISTINCT FROM total THEN
      RAISE EXCEPTION 'the SP2D must equal the batch' USING ERRCODE = '23514', CONSTRAINT = 'batch_sp2d', HINT = 'batch_sp2d';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER batch_rules BEFORE UPDATE ON batch FOR EACH ROW EXECUTE FUNCTION check_batch();
CREATE TRIGGER batch_no_delete BEFORE DELETE ON batch FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- M3: nobody approves a batch that holds a person they touched, or that they prepared.
CREATE FUNCTION check_approver() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE b record;
BEGIN
  IF NEW.decision <> 'approve' THEN RETURN NEW; END IF;
  SELECT status, prepared_by, submitted_by INTO b FROM batch WHERE id = NEW.batch_id FOR UPDATE;
  IF b.status <> 'submitted' THEN
    RAISE EXCEPTION 'only a submitted batch is approved' USING ERRCODE = '23514', CONSTRAINT = 'batch_move', HINT = 'batch_move';
  END IF;
  IF NEW.approver_id IN (b.prepared_by, b.submitted_by)
     OR EXISTS (SELECT 1 FROM payment p JOIN involvement i ON i.beneficiary_id = p.beneficiary_id AND i.user_id = NEW.approver_id
                WHERE p.batch_id = NEW.batch_id AND p.status <> 'withdrawn') THEN
    RAISE EXCEPTION 'nobody approves what they touched' USING ERRCODE = '23514', CONSTRAINT = 'separation_of_duties', HINT = 'separation_of_duties';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER batch_approval_separation BEFORE INSERT ON batch_approval FOR EACH ROW EXECUTE FUNCTION check_approver();

-- M9, M3: whoever exported a batch does not post its answer alone.
CREATE FUNCTION check_poster() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'posted' AND OLD.state <> 'posted' THEN
    IF EXISTS (SELECT 1 FROM bank_file_line l JOIN payment p ON p.id = l.payment_id JOIN batch b ON b.id = p.batch_id
               WHERE l.file_id = NEW.id AND b.exported_by = NEW.posted_by)
       AND (NEW.confirmed_by IS NULL OR NEW.confirmed_by = NEW.posted_by) THEN
      RAISE EXCEPTION 'whoever exported does not post' USING ERRCODE = '23514', CONSTRAINT = 'separation_of_duties', HINT = 'separation_of_duties';
    END IF;
  ELSIF OLD.state = 'posted' THEN
    RAISE EXCEPTION 'a posted file stays posted' USING ERRCODE = '23514', CONSTRAINT = 'append_only', HINT = 'append_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bank_file_poster BEFORE UPDATE ON bank_file FOR EACH ROW EXECUTE FUNCTION check_poster();

-- M8: every posting sums to zero within the statement that writes it; balances follow in the same transaction.
CREATE FUNCTION check_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_rows GROUP BY posting_id HAVING sum(amount_rupiah) <> 0) THEN
    RAISE EXCEPTION 'a posting sums to zero' USING ERRCODE = '23514', CONSTRAINT = 'ledger_zero', HINT = 'ledger_zero';
  END IF;
  INSERT INTO money_balance AS b (programme_id, account, regency_code, sector_code, quarter, amount_rupiah, entries)
    SELECT programme_id, account, regency_code, sector_code, quarter, sum(amount_rupiah), count(*) FROM new_rows GROUP BY 1,2,3,4,5 ORDER BY 1,2,3,4,5
  ON CONFLICT (programme_id, account, regency_code, sector_code, quarter) DO UPDATE SET amount_rupiah = b.amount_rupiah + EXCLUDED.amount_rupiah, entries = b.entries + EXCLUDED.entries;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_rules AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION check_ledger();
-- M1: the sum of grants never exceeds the budget: only the appropriation may stand below zero.
CREATE FUNCTION check_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE below bigint;
BEGIN
  SELECT amount_rupiah INTO below FROM money_balance WHERE programme_id = NEW.programme_id AND account = NEW.account AND regency_code = NEW.regency_code AND sector_code = NEW.sector_code AND quarter = NEW.quarter;
  IF below < 0 THEN
    RAISE EXCEPTION '% would fall below zero', NEW.account USING ERRCODE = '23514', CONSTRAINT = 'balance_not_negative', HINT = 'balance_not_negative';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER money_balance_not_negative AFTER INSERT OR UPDATE ON money_balance DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.account <> 'appropriation') EXECUTE FUNCTION check_balance();

-- ── the four sectors that always exist, and the roles' second factor ──
INSERT INTO sector (code, name_id, name_en, sort_order) VALUES
  ('food', 'Makanan dan minuman', 'Food and drink', 1),
  ('livestock', 'Peternakan', 'Livestock', 2),
  ('fisheries', 'Perikanan', 'Fisheries', 3),
  ('tailoring', 'Menjahit', 'Tailoring', 4);
INSERT INTO role_policy (role, second_factor_required) VALUES
  ('admin', false), ('coordinator', false), ('verifier', false), ('companion', false), ('trainer', false),
  ('treasurer', false), ('approver', true), ('auditor', false), ('dpo', false);
ALTER TABLE role_policy ADD CONSTRAINT role_policy_approver CHECK (role <> 'approver' OR second_factor_required);
