import { describe, expect, it } from 'vitest'
import { db, sql } from '~/platform/db.server'
import { useDatabase } from '../../../e2e/support/database'
import { holdsOf, isReady, type TrancheFacts } from './gate'
import { holdsSql, readySql } from './gate-sql.server'

const NOW = '2026-Q4'
const yes = [true, false]

/** Every combination of what the gates look at. */
function everyFact(): TrancheFacts[] {
  const base = { fiscalYear: 2026, earlierSettled: true }
  const people = ['assigned', 'withdrawn', 'replaced', 'deceased', 'disbursing'].flatMap((personStatus) =>
    yes.flatMap((onHold) => yes.map((heirConfirmed) => ({ personStatus, onHold, heirConfirmed }))),
  )
  const files = yes.flatMap((decreed) =>
    yes.flatMap((trained) => yes.map((planAccepted) => ({ decreed, trained, planAccepted }))),
  )
  const money = (['money', 'goods'] as const).flatMap((form) =>
    (['none', 'entered', 'refused', 'verified'] as const).map((accountState) => ({ form, accountState })),
  )
  const plan = [1, 2].flatMap((number) =>
    ['2026-Q3', '2026-Q4', '2027-Q1'].flatMap((quarter) =>
      yes.flatMap((retried) =>
        (['planned', 'failed', 'sent'] as const).map((status) => ({ number, quarter, retried, status })),
      ),
    ),
  )
  const all = people.flatMap((a) => files.flatMap((b) => money.map((c) => ({ ...base, ...a, ...b, ...c }))))
  return all.flatMap((some, index) => {
    const rest = plan[index % plan.length]
    const other = plan[(index * 7 + 5) % plan.length]
    if (!rest || !other) return []
    return [
      { ...some, ...rest },
      { ...some, ...other, earlierSettled: false, fiscalYear: 2025 },
    ]
  })
}

describe('the gates in SQL', () => {
  useDatabase()

  it('say the same as the gates in code, for every combination of facts', async () => {
    const facts = everyFact()
    const rows = await db.$queryRaw<{ n: number; holds: string[]; ready: boolean }[]>`
      SELECT f.n::int AS n, ${holdsSql(NOW)} AS holds, ${readySql(NOW)} AS ready
      FROM (SELECT ordinality AS n, (x->>'number')::int AS number, x->>'quarter' AS quarter, x->>'form' AS form, x->>'status' AS status, (x->>'fiscalYear')::int AS fiscal_year,
              x->>'personStatus' AS person_status, (x->>'onHold')::boolean AS on_hold, (x->>'heirConfirmed')::boolean AS heir_confirmed, (x->>'decreed')::boolean AS decreed,
              (x->>'trained')::boolean AS trained, (x->>'planAccepted')::boolean AS plan_accepted, x->>'accountState' AS account_state,
              (x->>'earlierSettled')::boolean AS earlier_settled, (x->>'retried')::boolean AS retried
            FROM jsonb_array_elements(${sql`${JSON.stringify(facts)}::jsonb`}) WITH ORDINALITY AS e (x, ordinality)) f
      ORDER BY f.n`
    expect(rows).toHaveLength(facts.length)
    const different = rows.filter((row, index) => {
      const fact = facts[index] as TrancheFacts
      return (
        JSON.stringify(row.holds) !== JSON.stringify(holdsOf(fact, NOW)) || row.ready !== isReady(fact, NOW)
      )
    })
    expect(different).toEqual([])
  })
})
