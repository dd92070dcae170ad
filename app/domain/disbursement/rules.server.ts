import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { db, joinSql, type Sql, sql } from '~/platform/db.server'
import { RULE_QUERIES } from './rule-queries.server'
import { RULES, type RuleName, type RuleResult, type Violation } from './rules'

const MOST_SHOWN = 200

/** Looks for violations of one rule in the whole database: how many, the first of them, and how long it took. */
export async function checkRule(rule: RuleName): Promise<RuleResult> {
  const from = performance.now()
  const rows = await db.$queryRaw<(Violation & { total: number })[]>`
    SELECT v.what, v.subject_type AS "subjectType", v.subject_id AS "subjectId", v.detail, count(*) OVER ()::int AS total
    FROM (${RULE_QUERIES[rule]}) v ORDER BY v.what, v.subject_id LIMIT ${MOST_SHOWN}::int`
  const durationMs = Math.round(performance.now() - from)
  const violations = rows.map(({ what, subjectType, subjectId, detail }) => ({
    what,
    subjectType,
    subjectId,
    detail,
  }))
  return { rule, count: rows[0]?.total ?? 0, violations, durationMs }
}

/** All rules, one after another. */
export async function checkRules(): Promise<RuleResult[]> {
  const results: RuleResult[] = []
  for (const rule of RULES) results.push(await checkRule(rule))
  return results
}

/** Runs all rules and notes what came out, so that the page can say when each last ran and how long it took. */
export async function runRules(actor: Actor, at: Date, key?: string): Promise<{ violations: number }> {
  authorize(actor, 'rules.read')
  const results = await checkRules()
  return write(
    actor,
    async (_tx, record) => {
      record({
        kind: 'rules.checked',
        subject: { type: 'system', id: 'rules' },
        facts: Object.fromEntries(results.map((result) => [result.rule, [result.count, result.durationMs]])),
      })
      return { violations: results.reduce((sum, result) => sum + result.count, 0) }
    },
    { key, form: 'rules.run', at },
  )
}

export type LastRun = {
  at: Date
  actorName: string
  results: { rule: RuleName; count: number; durationMs: number }[]
}

/** The newest run of the rules; null before the first. */
export async function lastRun(actor: Actor): Promise<LastRun | null> {
  authorize(actor, 'rules.read')
  const event = await db.auditEvent.findFirst({ where: { kind: 'rules.checked' }, orderBy: { id: 'desc' } })
  if (!event) return null
  const facts = event.facts as Record<string, [number, number]>
  const results = RULES.flatMap((rule) => {
    const [count, durationMs] = facts[rule] ?? []
    return count === undefined || durationMs === undefined ? [] : [{ rule, count, durationMs }]
  })
  return { at: event.at, actorName: event.actorName, results }
}

/** The violations of one rule as they stand now. */
export function findViolations(actor: Actor, rule: RuleName): Promise<RuleResult> {
  authorize(actor, 'rules.read')
  return checkRule(rule)
}

/** Rules with violations among those asked for, in one query: for the health check and the tests' every step. */
export async function brokenRules(
  rules: readonly RuleName[] = RULES,
): Promise<{ rule: string; what: string; detail: string }[]> {
  const parts = rules.map(
    (rule): Sql => sql`SELECT ${rule}::text AS rule, v.what, v.detail FROM (${RULE_QUERIES[rule]}) v`,
  )
  return db.$queryRaw<{ rule: string; what: string; detail: string }[]>`${joinSql(parts, ' UNION ALL ')}`
}
