import { spawn } from 'node:child_process'
import { ROOT } from '../launch/root'
import { type Counts, readReport } from './report'

export type Phase = {
  name: string
  /** Programs that run one after the other; the first that fails ends the phase. */
  steps: readonly (readonly string[])[]
  env?: Record<string, string>
  /** Where the runner leaves its JSON report, by which passed and failed are counted. */
  report?: string
}

export type Outcome = Counts & { name: string; ok: boolean; seconds: number; output: string }

const WIDTH = 34
const TAIL_LINES = 120

/** Runs a phase, prints its line, and after a failure what its programs said. */
export async function runPhase(phase: Phase): Promise<Outcome> {
  const begun = Date.now()
  let output = ''
  let ok = true
  for (const step of phase.steps) {
    const run = await runStep(step, phase.env)
    output += run.output
    ok = run.code === 0
    if (!ok) break
  }
  const counts = phase.report ? readReport(phase.report, begun) : { passed: 0, failed: 0 }
  if (!ok && counts.failed === 0) counts.failed = 1
  const outcome = {
    name: phase.name,
    ok: ok && counts.failed === 0,
    seconds: (Date.now() - begun) / 1_000,
    output,
    ...counts,
  }
  tell(outcome, phase)
  return outcome
}

function tell({ name, ok, seconds, passed, failed, output }: Outcome, { report }: Phase): void {
  const counts = report ? `  ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}` : ''
  process.stdout.write(
    `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(WIDTH)} ${seconds.toFixed(1).padStart(6)} s${counts}\n`,
  )
  if (!ok) process.stdout.write(`${output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n')}\n`)
}

function runStep(
  [program = '', ...args]: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, NO_COLOR: '1', ...env } })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => done({ code: -1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => done({ code: code ?? -1, output }))
  })
}
