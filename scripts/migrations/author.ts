import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../launch/tell'
import { schemaDifference } from './difference'
import { MIGRATIONS, readMigrations } from './runner'

/** Writes a migration folder with the SQL that leads from the migrations to schema.prisma. */
export async function newMigration(name: string): Promise<number> {
  const sql = await schemaDifference()
  const last = readMigrations().at(-1)?.name.slice(0, 14) ?? '20261124000000'
  const folder = join(MIGRATIONS, `${BigInt(last) + 1n}_${name.replace(/[^a-z0-9]+/gi, '_').toLowerCase()}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), `-- Reason: \n\n${sql}`)
  say(`${folder}: write the reason into its first line`)
  return 0
}

/** Fails if the migrations and schema.prisma differ in what the schema can say. */
export async function checkSchema(): Promise<number> {
  const sql = (await schemaDifference()).trim()
  if (sql === '') {
    say('migrations and schema agree')
    return 0
  }
  process.stderr.write(`the migrations do not lead to schema.prisma:\n${sql}\n`)
  return 1
}
