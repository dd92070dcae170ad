import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { handlers } from '.'

function enqueuedNames(): Set<string> {
  const sources = readdirSync('app', { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'),
    )
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  const calls = sources.flatMap((source) => [...source.matchAll(/\benqueue\(\s*\w+,\s*'([^']+)'/g)])
  return new Set(calls.map(([, name = '']) => name))
}

it('has a handler for every job that is enqueued, and no other', () => {
  expect([...enqueuedNames()].sort()).toEqual(Object.keys(handlers).sort())
})
