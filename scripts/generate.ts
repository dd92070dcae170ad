import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const output = join(root, 'app', 'generated')
const mark = join(output, 'schema.sha256')

/** Makes the Prisma client from the schema, without a download, unless it stands already; true if it made one. */
export function generateClient(): boolean {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'prisma', 'schema.prisma')))
    .update(readFileSync(join(root, 'node_modules', '@prisma', 'client', 'package.json')))
    .digest('hex')
  if (
    existsSync(mark) &&
    existsSync(join(output, 'prisma', 'client.ts')) &&
    readFileSync(mark, 'utf8') === hash
  ) {
    return false
  }
  // `generate` only checks that an engine file exists and never runs it: Node itself stands in for it.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js')
  const run = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}${run.stderr}`)
  writeFileSync(mark, hash)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) generateClient()
