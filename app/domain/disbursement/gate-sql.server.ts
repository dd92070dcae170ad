import { type Quarter, quarterParts } from '~/domain/shared/quarter'
import { type Sql, sql } from '~/platform/db.server'

/**
 * The holds of `gate.ts` in SQL, over a row `f` of the view `tranche_facts`, so that lists and batches are filtered
 * where the rows are. A test holds the two to the same answer for every combination of facts.
 */
export function holdsSql(now: Quarter): Sql {
  return sql`array_remove(ARRAY[
    CASE WHEN f.on_hold THEN 'suspended' END,
    CASE WHEN f.person_status IN ('withdrawn', 'replaced') THEN 'exited' END,
    CASE WHEN f.person_status = 'deceased' AND NOT f.heir_confirmed THEN 'heir_missing' END,
    CASE WHEN NOT f.decreed THEN 'no_decree' END,
    CASE WHEN NOT f.trained THEN 'not_trained' END,
    CASE WHEN NOT f.plan_accepted THEN 'no_plan' END,
    CASE WHEN f.form = 'money' AND f.account_state = 'none' THEN 'no_account' END,
    CASE WHEN f.form = 'money' AND f.account_state = 'entered' THEN 'account_unverified' END,
    CASE WHEN f.form = 'money' AND f.account_state = 'refused' THEN 'account_refused' END,
    CASE WHEN f.form = 'goods' THEN 'goods_later' END,
    CASE WHEN f.number > 1 AND NOT f.earlier_settled THEN 'earlier_open' END,
    CASE WHEN f.number > 1 THEN 'report_later' END,
    CASE WHEN f.quarter > ${now} THEN 'quarter_ahead' END,
    CASE WHEN f.retried AND ${quarterParts(now).year}::int > f.fiscal_year THEN 'year_closed' END
  ]::text[], NULL)`
}

/** The tranche may enter a batch now. */
export function readySql(now: Quarter): Sql {
  return sql`(f.status IN ('planned', 'failed', 'returned') AND cardinality(${holdsSql(now)}) = 0)`
}

/** The columns of `tranche_facts` that the gates look at, named as `TrancheFacts` names them. */
export const FACT_COLUMNS = sql`f.number, f.quarter, f.form, f.status, f.fiscal_year AS "fiscalYear", f.person_status AS "personStatus",
  f.on_hold AS "onHold", f.heir_confirmed AS "heirConfirmed", f.decreed, f.trained, f.plan_accepted AS "planAccepted",
  f.account_state AS "accountState", f.earlier_settled AS "earlierSettled", f.retried`

/** The facts as they were seen, to keep with a line of a batch. */
export const FACTS_SEEN = sql`jsonb_build_object('person', f.person_status, 'onHold', f.on_hold, 'decreed', f.decreed, 'trained', f.trained,
  'planAccepted', f.plan_accepted, 'account', f.account_state, 'earlierSettled', f.earlier_settled, 'retried', f.retried, 'quarter', f.quarter)`
