import type { Command } from './command'
import { withDatabase } from './with-database'

const SHOWN = 5

export const rulesCheck: Command = {
  usage: '',
  about: 'runs the money rules M1 to M10 over the whole database; exit 1 where one is broken',
  words: 0,
  run: ({ tell }) =>
    withDatabase({ share: true, tell }, async () => {
      const { checkRules } = await import('../../app/domain/disbursement/rules.server')
      const results = await checkRules()
      const lines = results.flatMap(({ rule, count, durationMs, violations }) => [
        `${rule.padEnd(4)} ${count === 0 ? 'holds' : `BROKEN ${count} times`} (${durationMs} ms)`,
        ...violations
          .slice(0, SHOWN)
          .map(
            ({ what, subjectType, subjectId, detail }) =>
              `       ${what}: ${subjectType} ${subjectId} ${detail}`,
          ),
      ])
      const broken = results.some((result) => result.count > 0)
      return {
        text: lines.join('\n'),
        data: { holds: !broken, rules: results },
        refused: broken,
      }
    }),
}
