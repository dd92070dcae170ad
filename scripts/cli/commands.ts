import { backup } from './backup'
import type { Command } from './command'
import { demoReset } from './demo-reset'
import { importFile } from './import'
import { migrate } from './migrate'
import { rekey } from './rekey'
import { restore } from './restore'
import { rulesCheck } from './rules-check'
import { userCreate } from './user-create'

/** Every command of `npm run berdaya --`, by its name of one or two words. */
export const COMMANDS: Record<string, Command> = {
  backup,
  'demo reset': demoReset,
  import: importFile,
  migrate,
  rekey,
  restore,
  'rules check': rulesCheck,
  'user create': userCreate,
}
