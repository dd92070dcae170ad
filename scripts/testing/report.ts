import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../launch/root'

export type Counts = { passed: number; failed: number }

type VitestReport = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/** Counts of a runner's report; a report that is missing or older than the run counts as one failure. */
export function readReport(path: string, notBefore: number): Counts {
  const full = join(ROOT, path)
  if (!existsSync(full) || statSync(full).mtimeMs < notBefore - 1_000) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(full, 'utf8')) as VitestReport | PlaywrightReport
  if ('stats' in report) {
    const { expected, unexpected, flaky } = report.stats
    return { passed: expected, failed: unexpected + flaky + report.errors.length }
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}
