import { cpus } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './launch/root'
import { type Outcome, type Phase, runPhase } from './testing/phase'

const node = process.execPath
const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name)
const script = (name: string, ...args: string[]) => [node, '--import', 'tsx', `scripts/${name}.ts`, ...args]

function vitest(name: string, report: string, args: string[], env: Record<string, string> = {}): Phase {
  const step = [
    bin('vitest'),
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  return { name, steps: [step], env, report }
}

const STATIC: Phase[] = [
  { name: 'types', steps: [script('generate'), [bin('tsc'), '--pretty', 'false']] },
  { name: 'lint and format', steps: [[bin('biome'), 'check', '--error-on-warnings', '.']] },
  {
    name: 'import rules',
    steps: [[bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'app', 'scripts', 'prisma', 'e2e']],
  },
  { name: 'texts of both languages', steps: [script('check-texts')] },
  { name: 'nothing unused', steps: [[bin('knip')]] },
  { name: 'migrations and schema agree', steps: [script('migrate', 'check')] },
]

const NEWEST = vitest('unit, and integration on newest', 'test-results/newest.json', [])
const OLDEST = vitest(
  'integration on oldest PostgreSQL',
  'test-results/oldest.json',
  ['--project', 'integration'],
  { POSTGRES: 'oldest' },
)
const BUILD: Phase = { name: 'build', steps: [script('build')] }
const END_TO_END: Phase = {
  name: 'end to end in a browser',
  steps: [script('browser'), [bin('playwright'), 'test']],
  report: 'test-results/e2e.json',
}

/** Static phases share the cores; whatever measures or waits runs alone. */
async function runAll(fast: boolean): Promise<Outcome[]> {
  const outcomes = await runTogether(STATIC, Math.max(1, Math.min(2, cpus().length)))
  for (const phase of fast ? [NEWEST] : [NEWEST, OLDEST, BUILD, END_TO_END])
    outcomes.push(await runPhase(phase))
  return outcomes
}

async function runTogether(phases: readonly Phase[], hands: number): Promise<Outcome[]> {
  const waiting = [...phases]
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let phase = waiting.shift(); phase; phase = waiting.shift()) outcomes.push(await runPhase(phase))
  }
  await Promise.all(Array.from({ length: hands }, work))
  return outcomes
}

const outcomes = await runAll(process.argv.includes('--fast'))
const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0)
process.exitCode = outcomes.every((outcome) => outcome.ok) ? 0 : 1
process.stdout.write(`${sum((one) => one.passed)} passed, ${sum((one) => one.failed)} failed\n`)
