import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { REFUSALS } from '../app/domain/shared/refusal'
import en from '../app/messages/en/index'
import id from '../app/messages/id/index'
import { findTextProblems } from './text-problems'

const SOURCES = ['app', 'scripts', 'prisma']
const SKIPPED = /(^|\/)(generated|messages|node_modules)(\/|$)|\.test\.tsx?$/

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (SKIPPED.test(path)) continue
    if (entry.isDirectory()) yield* sourceFiles(path)
    else if (/\.tsx?$/.test(entry.name)) yield path
  }
}

const source = SOURCES.flatMap((folder) => [...sourceFiles(folder)])
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

const { problems, notes } = findTextProblems({ id, en, source, sharedRefusals: Object.keys(REFUSALS) })
for (const note of notes) process.stdout.write(`note: ${note}\n`)
for (const problem of problems) process.stderr.write(`${problem}\n`)
const count = Object.values<object>(id).reduce((sum, dictionary) => sum + Object.keys(dictionary).length, 0)
process.stdout.write(`texts: ${count} keys, ${problems.length} problems\n`)
process.exitCode = problems.length > 0 ? 1 : 0
