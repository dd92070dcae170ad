import { parseArgs } from 'node:util'
import { Refusal } from '../app/domain/shared/refusal'
import { EnvProblem } from '../app/platform/env.server'
import { type Answer, type Command, Declined, WrongUse } from './cli/command'
import { COMMANDS } from './cli/commands'
import { StartProblem } from './embedded-db/problem'
import { ROOT } from './launch/root'
import { MigrationProblem } from './migrations/runner'

const COMMON = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

function overview(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { usage, about }]) => `  ${`${name} ${usage}`.padEnd(62)} ${about}`,
  )
  return `npm run berdaya -- <command> [--json]\n\n${lines.join('\n')}`
}

function find(args: string[]): { name: string; command: Command; rest: string[] } {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ')
    const command = COMMANDS[name]
    if (command) return { name, command, rest: args.slice(words) }
  }
  throw new WrongUse(overview())
}

async function answer(args: string[], json: boolean): Promise<Answer> {
  const { name, command, rest } = find(args)
  const usage = `npm run berdaya -- ${name} ${command.usage}`
  const { values, positionals } = parsed(command, rest, usage)
  if (values.help) return { text: `${usage}\n${command.about}`, data: { usage } }
  if (positionals.length !== command.words) throw new WrongUse(usage)
  const tell = (line: string) => void (json || process.stdout.write(`${line}\n`))
  return await command.run({ values, words: positionals, tell })
}

function parsed(command: Command, args: string[], usage: string) {
  try {
    const options = { ...COMMON, ...command.options }
    const result = parseArgs({ args, options, allowPositionals: true, strict: true })
    return result as { values: Record<string, string | boolean | undefined>; positionals: string[] }
  } catch (error) {
    throw new WrongUse(`${(error as Error).message}\n${usage}`)
  }
}

async function reasonOf(error: Error): Promise<string | null> {
  if (error instanceof Refusal) {
    const { textsFor } = await import('../app/platform/i18n.server')
    const { refusalSentence } = await import('../app/platform/refusal-sentence.server')
    return refusalSentence(error, textsFor(process.env.LANG?.startsWith('id') ? 'id' : 'en'))
  }
  const plain = [Declined, EnvProblem, StartProblem, MigrationProblem, WrongUse].some(
    (kind) => error instanceof kind,
  )
  return plain ? error.message : null
}

async function main(args: string[]): Promise<number> {
  const json = args.includes('--json')
  const print = (text: string, data: object) =>
    process.stdout.write(`${json ? JSON.stringify(data) : text}\n`)
  if (args.length === 0 || (args.length === 1 && ['--help', '-h'].includes(args[0] ?? ''))) {
    print(overview(), { commands: Object.keys(COMMANDS) })
    return args.length === 0 ? 2 : 0
  }
  try {
    const { text, data, refused } = await answer(args, json)
    print(text, data)
    return refused ? 1 : 0
  } catch (error) {
    const reason = await reasonOf(error as Error)
    const code = error instanceof Refusal ? error.code : (error as Error).name
    if (json) print('', { error: { code, reason: reason ?? 'a defect; see the other output' } })
    if (!json || reason === null) process.stderr.write(`${reason ?? (error as Error).stack}\n`)
    return error instanceof WrongUse ? 2 : 1
  }
}

process.chdir(ROOT)
process.exitCode = await main(process.argv.slice(2))
