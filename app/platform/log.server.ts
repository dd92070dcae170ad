import { env } from './env.server'

type Level = 'error' | 'warn' | 'info' | 'debug'
/** Facts of a log line: ids, counts, durations; never a name, number or text of a person. */
type Facts = Record<string, string | number | boolean | null | undefined>

const ORDER: Record<Level, number> = { error: 0, warn: 1, info: 2, debug: 3 }

function line(level: Level, message: string, facts: Facts): string {
  const at = new Date().toISOString()
  if (env().BERDAYA_MODE === 'serve') return JSON.stringify({ at, level, message, ...facts })
  const rest = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  )
  return [at.slice(11, 19), level.toUpperCase().padEnd(5), message, ...rest].join(' ')
}

function write(level: Level, message: string, facts: Facts = {}): void {
  if (ORDER[level] > ORDER[env().LOG_LEVEL]) return
  const stream = level === 'error' || level === 'warn' ? process.stderr : process.stdout
  stream.write(`${line(level, message, facts)}\n`)
}

export const log = {
  error: (message: string, facts?: Facts) => write('error', message, facts),
  warn: (message: string, facts?: Facts) => write('warn', message, facts),
  info: (message: string, facts?: Facts) => write('info', message, facts),
  debug: (message: string, facts?: Facts) => write('debug', message, facts),
  /** A defect: its stack goes to the log under a reference that the person sees. */
  defect: (error: unknown, facts?: Facts) =>
    write('error', error instanceof Error ? (error.message.split('\n')[0] ?? 'error') : 'error', {
      ...facts,
      stack: error instanceof Error ? error.stack : String(error),
    }),
}
