import { backup } from './backup'
import type { Command } from './command'
import { demoReset } from './demo-reset'
import { migrate } from './migrate'
import { restore } from './restore'

/** Every command of `npm run berdaya --`, by its name of one or two words. */
export const COMMANDS: Record<string, Command> = {
  backup,
  'demo reset': demoReset,
  migrate,
  restore,
}
