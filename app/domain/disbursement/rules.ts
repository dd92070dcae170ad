/** The money rules, in the order in which they are shown. Each has its sentence in `messages/disbursement` under `rule.`. */
export const RULES = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10'] as const
export type RuleName = (typeof RULES)[number]

/** Something in the database that a rule forbids. `what` has its sentence in `messages/disbursement` under `violation.`. */
export type Violation = { what: string; subjectType: string; subjectId: string; detail: string }

export type RuleResult = { rule: RuleName; count: number; violations: Violation[]; durationMs: number }

export function isRule(name: string): name is RuleName {
  return (RULES as readonly string[]).includes(name)
}
