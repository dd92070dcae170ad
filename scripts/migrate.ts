import { env, forgetEnv } from '../app/platform/env.server'
import { openDatabase } from './launch/open-database'
import { fail, say } from './launch/tell'
import { checkSchema, newMigration } from './migrations/author'
import { migrateDatabase } from './migrations/migrate-database'
import { openPool, pending } from './migrations/runner'

const USAGE = 'usage: npm run migrate -- [deploy | status | new <name> | check]'

async function withPool(work: (pool: ReturnType<typeof openPool>) => Promise<void>): Promise<void> {
  const database = await openDatabase({ share: true, tell: say })
  forgetEnv()
  const pool = openPool(env().DATABASE_URL)
  try {
    await work(pool)
  } finally {
    await pool.end()
    await database.close()
  }
}

async function main([command = 'deploy', name]: string[]): Promise<number> {
  if (command === 'deploy') {
    await withPool(async (pool) => {
      const applied = await migrateDatabase(pool)
      say(applied.length === 0 ? 'nothing to migrate' : applied.map((one) => `applied ${one}`).join('\n'))
    })
    return 0
  }
  if (command === 'status') {
    await withPool(async (pool) => {
      const waiting = await pending(pool)
      say(waiting.length === 0 ? 'migrated' : waiting.map((one) => `pending ${one}`).join('\n'))
    })
    return 0
  }
  if (command === 'new' && name) return newMigration(name)
  if (command === 'check') return checkSchema()
  process.stderr.write(`${USAGE}\n`)
  return 2
}

process.exit(await main(process.argv.slice(2)).catch(fail))
