import { migrateDatabase } from '../migrations/migrate-database'
import type { Command } from './command'
import { withDatabase } from './with-database'

export const migrate: Command = {
  usage: '',
  about: 'brings the database up to this version',
  words: 0,
  run: ({ tell }) =>
    withDatabase({ share: true, tell }, async (pool) => {
      const applied = await migrateDatabase(pool)
      const text =
        applied.length === 0 ? 'nothing to migrate' : applied.map((name) => `applied ${name}`).join('\n')
      return { text, data: { applied } }
    }),
}
