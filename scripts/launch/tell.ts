import { EnvProblem } from '../../app/platform/env.server'
import { StartProblem } from '../embedded-db/problem'
import { MigrationProblem } from '../migrations/runner'

export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** A sentence for what the person can mend, a stack for a defect. */
export function fail(error: unknown): never {
  const plain =
    error instanceof EnvProblem || error instanceof StartProblem || error instanceof MigrationProblem
  const text =
    error instanceof Error ? (plain ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

/** One line that is written over while something goes on, or a line now and then where there is no screen. */
export function progress(what: string): (done: number, total: number, part: string) => void {
  let last = 0
  return (done, total, part) => {
    const finished = done >= total
    if (!finished && Date.now() - last < (process.stdout.isTTY ? 100 : 5_000)) return
    last = Date.now()
    const line = `${what}: ${Math.floor((done * 100) / Math.max(1, total))} % ${part}`
    process.stdout.write(process.stdout.isTTY ? `\r${line.padEnd(78)}${finished ? '\n' : ''}` : `${line}\n`)
  }
}
