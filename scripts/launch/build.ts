import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateClient } from '../generate'
import { compressAssets } from './compress-assets'
import { ROOT } from './root'

const SOURCES = [
  'app',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
]
const SKIPPED = /(^|\/)generated(\/|$)|\.test\.tsx?$/
const MARK = join(ROOT, 'build', 'sources.sha256')

/** Builds the portal if a source changed since the last build; true if it did. */
export async function buildIfChanged(begins: () => void = () => undefined): Promise<boolean> {
  generateClient()
  const now = fingerprint()
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === now) return false
  begins()
  await build()
  return true
}

export async function build(): Promise<void> {
  generateClient()
  const before = fingerprint()
  await runVite()
  await compressAssets(join(ROOT, 'build', 'client', 'assets'))
  writeFileSync(MARK, before)
}

async function runVite(): Promise<void> {
  const cli = join(ROOT, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js')
  const env = { ...process.env, NODE_ENV: 'production' as const }
  const child = spawn(process.execPath, [cli, 'vite:build', '--logLevel', 'warn'], { cwd: ROOT, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0) throw new Error(`the build failed:\n${output}`)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesAt).filter((path) => !SKIPPED.test(path))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
  }
  return hash.digest('hex')
}

function filesAt(path: string): string[] {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (path.includes('.')) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort()
}
