-- Reason: places go by need, so the order of need has its index; an offered place is a row of its own that somebody
-- confirms; and what people already hold bounds what a programme year may still change.

DROP INDEX beneficiary_queue;
CREATE INDEX beneficiary_by_need ON beneficiary
  (programme_id, regency_code, status, (coalesce(decile, 11)), (coalesce(income_per_head_rupiah, 9223372036854775807)), registered_at, number)
  WHERE status IN ('proposed', 'verified', 'waitlisted');

CREATE TABLE "waitlist_offer" (
  "id" UUID NOT NULL,
  "beneficiary_id" UUID NOT NULL,
  "programme_id" UUID NOT NULL,
  "regency_code" TEXT NOT NULL,
  "offered_at" TIMESTAMPTZ(6) NOT NULL,
  "confirmed_by" UUID,
  "confirmed_at" TIMESTAMPTZ(6),
  CONSTRAINT "waitlist_offer_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "waitlist_offer_beneficiary_id_key" ON "waitlist_offer" ("beneficiary_id");
CREATE INDEX "waitlist_offer_programme_id_regency_code_idx" ON "waitlist_offer" ("programme_id", "regency_code");
ALTER TABLE waitlist_offer ADD FOREIGN KEY (beneficiary_id) REFERENCES beneficiary (id);
ALTER TABLE waitlist_offer ADD CONSTRAINT waitlist_offer_confirmed CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL));

ALTER TABLE objection ADD CONSTRAINT objection_answered CHECK ((answered_by IS NULL) = (answered_at IS NULL) AND (answered_by IS NULL) = (upheld IS NULL) AND (answered_by IS NULL) = (answer IS NULL));
ALTER TABLE objection_period ADD CONSTRAINT objection_period_days CHECK (closes_on >= published_on AND persons > 0);
CREATE UNIQUE INDEX objection_period_entry_once ON objection_period_entry (beneficiary_id);
CREATE UNIQUE INDEX decree_line_once ON decree_line (beneficiary_id, action);

-- M1: a quota never falls below the people who already have a place.
CREATE FUNCTION check_quota_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE placed int; allowed int;
BEGIN
  SELECT coalesce(sum(persons), 0) INTO placed FROM status_balance
    WHERE programme_id = OLD.programme_id AND regency_code = OLD.regency_code
      AND status IN ('decreed','training','trained','not_passed','assigned','disbursing','completed','graduated');
  allowed := CASE WHEN TG_OP = 'DELETE' THEN 0 ELSE NEW.persons END;
  IF placed > allowed THEN
    RAISE EXCEPTION 'quota of % below the % placed', OLD.regency_code, placed USING ERRCODE = '23514', CONSTRAINT = 'quota_change', HINT = 'quota_change';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER programme_quota_change AFTER UPDATE OR DELETE ON programme_quota FOR EACH ROW EXECUTE FUNCTION check_quota_change();

-- M1: the tranche plan of an open year always shares out the whole grant.
CREATE FUNCTION check_tranche_plan() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE p uuid; total int;
BEGIN
  IF TG_TABLE_NAME = 'programme' THEN p := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN p := OLD.programme_id;
  ELSE p := NEW.programme_id;
  END IF;
  IF EXISTS (SELECT 1 FROM programme WHERE id = p AND status <> 'draft') THEN
    SELECT coalesce(sum(share_bp), 0) INTO total FROM programme_tranche WHERE programme_id = p;
    IF total <> 10000 THEN
      RAISE EXCEPTION 'the tranche plan shares out % of 10000', total USING ERRCODE = '23514', CONSTRAINT = 'tranche_plan', HINT = 'tranche_plan';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER programme_tranche_plan_whole AFTER INSERT OR UPDATE OR DELETE ON programme_tranche DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_tranche_plan();
CREATE CONSTRAINT TRIGGER programme_plan_whole AFTER INSERT OR UPDATE OF status ON programme DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_tranche_plan();

-- A programme year opens once and closes once; what decides about people and money follows its own doors.
CREATE FUNCTION check_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (('draft','open'), ('open','closed')) THEN
    RAISE EXCEPTION 'a programme year does not move from % to %', OLD.status, NEW.status USING ERRCODE = '23514', CONSTRAINT = 'programme_move', HINT = 'programme_move';
  END IF;
  IF OLD.status <> 'draft' AND (NEW.code, NEW.fiscal_year) IS DISTINCT FROM (OLD.code, OLD.fiscal_year) THEN
    RAISE EXCEPTION 'code and year of an opened programme stay' USING ERRCODE = '23514', CONSTRAINT = 'programme_identity', HINT = 'programme_identity';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER programme_rules BEFORE UPDATE ON programme FOR EACH ROW EXECUTE FUNCTION check_programme();
