import { loadDemonstration } from '../launch/demonstration'
import { migrateDatabase } from '../migrations/migrate-database'
import { type Command, Declined } from './command'
import { withDatabase } from './with-database'

export const demoReset: Command = {
  usage: '--yes',
  about: 'throws away everything in the embedded database and loads the demonstration year anew',
  options: { yes: { type: 'boolean' } },
  words: 0,
  run: async ({ values, tell }) => {
    if (process.env.DATABASE_URL)
      throw new Declined('demonstration data loads only into the embedded database: unset DATABASE_URL')
    if (!values.yes) throw new Declined('this throws away everything in the embedded database: say --yes')
    return await withDatabase({ share: false, tell }, async (pool) => {
      await migrateDatabase(pool)
      const { rows } = await pool.query<{ foreign: boolean }>(
        'SELECT EXISTS (SELECT FROM user_account) AND NOT EXISTS (SELECT FROM user_account WHERE is_demo) AS foreign',
      )
      if (rows[0]?.foreign)
        throw new Declined('this database was never a demonstration: it has accounts, none of them one')
      await loadDemonstration(pool)
      return { text: 'the demonstration year is as new', data: { reset: true } }
    })
  },
}
