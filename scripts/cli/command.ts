import type { ParseArgsConfig } from 'node:util'

/** What a command got: values of its options and the words after its name. */
export type Given = {
  values: Record<string, string | boolean | undefined>
  words: string[]
  /** Lines while it works; not printed with `--json`. */
  tell: (line: string) => void
}

/** What a command answers: text for people, `data` for `--json`; `refused` makes the exit code 1. */
export type Answer = { text: string; data: object; refused?: boolean }

export type Command = {
  /** After the name, e.g. `<file> --programme <code>`. */
  usage: string
  about: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** How many words it takes. */
  words: number
  run: (given: Given) => Promise<Answer>
}

/** A wrong use of a command: exit code 2. */
export class WrongUse extends Error {
  override name = 'WrongUse'
}

/** Something that the command does not do, with the reason: exit code 1. */
export class Declined extends Error {
  override name = 'Declined'
}
