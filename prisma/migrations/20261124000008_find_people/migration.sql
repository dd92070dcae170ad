-- Reason: a list of people is found, counted and turned at the same cost whether it holds 1,500 or 1,500,000. Names are
-- found word by word: the vocabulary grows slowly, and each word knows its people in the order of their names. Counts of
-- filtered lists are kept as balances, and they also tell the query which way is the shorter (docs/decisions/006).

CREATE TABLE "name_word" (
  "word" TEXT NOT NULL,
  "one_letter_less" TEXT[],
  CONSTRAINT "name_word_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "name_word_one_letter_less_idx" ON "name_word" USING gin ("one_letter_less");
CREATE INDEX "name_word_part" ON "name_word" USING gin ("word" gin_trgm_ops);

CREATE TABLE "person_word" (
  "programme_id" UUID NOT NULL,
  "word" TEXT NOT NULL,
  "regency_code" TEXT NOT NULL,
  "search_name" TEXT NOT NULL,
  "beneficiary_id" UUID NOT NULL,
  CONSTRAINT "person_word_pkey" PRIMARY KEY ("programme_id", "word", "regency_code", "search_name", "beneficiary_id")
);

-- The word, and the word with any one letter taken out: two words that share one of these are a typo apart.
CREATE FUNCTION one_letter_less(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT array_agg(DISTINCT v) FROM (
    SELECT word AS v UNION ALL
    SELECT substr(word, 1, i - 1) || substr(word, i + 1) FROM generate_series(1, length(word)) i WHERE length(word) > 1) x
$$;

CREATE FUNCTION keep_words_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_word (programme_id, word, regency_code, search_name, beneficiary_id)
    SELECT DISTINCT n.programme_id, w, n.regency_code, n.search_name, n.id
    FROM new_rows n CROSS JOIN LATERAL string_to_table(n.search_name, ' ') w WHERE w <> '';
  INSERT INTO name_word (word, one_letter_less)
    SELECT w, one_letter_less(w) FROM (
      SELECT DISTINCT w FROM new_rows n CROSS JOIN LATERAL string_to_table(n.search_name, ' ') w
      WHERE w <> '' AND NOT EXISTS (SELECT 1 FROM name_word k WHERE k.word = w)) fresh
  ON CONFLICT (word) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER beneficiary_words_insert AFTER INSERT ON beneficiary REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_words_insert();

CREATE FUNCTION keep_words_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM person_word WHERE programme_id = OLD.programme_id AND word = ANY (string_to_array(OLD.search_name, ' '))
    AND regency_code = OLD.regency_code AND search_name = OLD.search_name AND beneficiary_id = OLD.id;
  INSERT INTO person_word (programme_id, word, regency_code, search_name, beneficiary_id)
    SELECT DISTINCT NEW.programme_id, w, NEW.regency_code, NEW.search_name, NEW.id FROM string_to_table(NEW.search_name, ' ') w WHERE w <> '';
  INSERT INTO name_word (word, one_letter_less)
    SELECT DISTINCT w, one_letter_less(w) FROM string_to_table(NEW.search_name, ' ') w WHERE w <> ''
  ON CONFLICT (word) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER beneficiary_words_update AFTER UPDATE OF search_name, regency_code ON beneficiary FOR EACH ROW
  WHEN ((OLD.search_name, OLD.regency_code) IS DISTINCT FROM (NEW.search_name, NEW.regency_code)) EXECUTE FUNCTION keep_words_update();

CREATE TABLE "people_balance" (
  "programme_id" UUID NOT NULL,
  "regency_code" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "sector_code" TEXT NOT NULL,
  "decile" INTEGER NOT NULL,
  "on_hold" BOOLEAN NOT NULL,
  "persons" INTEGER NOT NULL,
  CONSTRAINT "people_balance_pkey" PRIMARY KEY ("programme_id", "regency_code", "status", "sector_code", "decile", "on_hold")
);

CREATE FUNCTION count_people_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO people_balance AS b (programme_id, regency_code, status, sector_code, decile, on_hold, persons)
    SELECT programme_id, regency_code, status, coalesce(sector_code, ''), coalesce(decile, 0), on_hold, count(*) FROM new_rows
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT (programme_id, regency_code, status, sector_code, decile, on_hold) DO UPDATE SET persons = b.persons + EXCLUDED.persons;
  RETURN NULL;
END $$;
CREATE TRIGGER beneficiary_people_insert AFTER INSERT ON beneficiary REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_people_insert();
CREATE FUNCTION count_people_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO people_balance AS b (programme_id, regency_code, status, sector_code, decile, on_hold, persons)
    SELECT programme_id, regency_code, status, sector, decile, on_hold, sum(n)::int FROM (
      SELECT programme_id, regency_code, status, coalesce(sector_code, '') AS sector, coalesce(decile, 0) AS decile, on_hold, 1 AS n FROM new_rows
      UNION ALL SELECT programme_id, regency_code, status, coalesce(sector_code, ''), coalesce(decile, 0), on_hold, -1 FROM old_rows) d
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT (programme_id, regency_code, status, sector_code, decile, on_hold) DO UPDATE SET persons = b.persons + EXCLUDED.persons;
  RETURN NULL;
END $$;
CREATE TRIGGER beneficiary_people_update AFTER UPDATE ON beneficiary REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_people_update();

DROP INDEX beneficiary_name_trgm;
DROP INDEX beneficiary_by_name;
DROP INDEX beneficiary_by_regency_name;
DROP INDEX beneficiary_by_status_name;
CREATE INDEX beneficiary_by_name ON beneficiary (programme_id, search_name, id) INCLUDE (regency_code, status, sector_code, decile, on_hold);
CREATE INDEX beneficiary_by_status_since ON beneficiary (programme_id, status_since DESC, id DESC) INCLUDE (regency_code, status, sector_code, decile, on_hold);
CREATE INDEX beneficiary_by_facets ON beneficiary
  (programme_id, regency_code, status, (coalesce(sector_code, '')), (coalesce(decile, 0)), on_hold, search_name, id);
CREATE INDEX beneficiary_by_district ON beneficiary (programme_id, district_code, search_name, id) INCLUDE (regency_code, status, sector_code, decile, on_hold);
CREATE INDEX beneficiary_by_cohort ON beneficiary (cohort_id, search_name, id) WHERE cohort_id IS NOT NULL;
CREATE INDEX beneficiary_by_companion ON beneficiary (companion_id, search_name, id) WHERE companion_id IS NOT NULL;

-- People who were there before.
INSERT INTO person_word SELECT DISTINCT b.programme_id, w, b.regency_code, b.search_name, b.id
  FROM beneficiary b CROSS JOIN LATERAL string_to_table(b.search_name, ' ') w WHERE w <> '';
INSERT INTO name_word SELECT w, one_letter_less(w) FROM (SELECT DISTINCT word AS w FROM person_word) d;
INSERT INTO people_balance SELECT programme_id, regency_code, status, coalesce(sector_code, ''), coalesce(decile, 0), on_hold, count(*)
  FROM beneficiary GROUP BY 1, 2, 3, 4, 5, 6;
