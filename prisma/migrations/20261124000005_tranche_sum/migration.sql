-- Reason: one expression may not name columns of two tables, so the check of a grant's sum looks at its table first.

CREATE OR REPLACE FUNCTION check_tranche_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE g uuid; total bigint; granted bigint;
BEGIN
  IF TG_TABLE_NAME = 'grant' THEN g := NEW.id;
  ELSE g := NEW.grant_id;
  END IF;
  SELECT amount_rupiah INTO granted FROM "grant" WHERE id = g;
  SELECT coalesce(sum(amount_rupiah), 0) INTO total FROM tranche WHERE grant_id = g;
  IF total <> granted THEN
    RAISE EXCEPTION 'tranches do not sum to the grant' USING ERRCODE = '23514', CONSTRAINT = 'tranche_sum', HINT = 'tranche_sum';
  END IF;
  RETURN NULL;
END $$;
