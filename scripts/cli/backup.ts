import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { filesFolder } from '../../app/platform/files.server'
import { writeBackup } from '../backup/write-backup'
import { type Command, Declined } from './command'
import { withDatabase } from './with-database'

export const backup: Command = {
  usage: '<file>',
  about: 'writes data and files, but not the keys, into one new file; the portal may go on running',
  words: 1,
  run: async ({ words: [name = ''], tell }) => {
    const path = resolve(name)
    if (existsSync(path)) throw new Declined(`${path} exists already`)
    return await withDatabase({ share: true, tell }, async (pool) => {
      const facts = await writeBackup(pool, filesFolder(), path)
      const text = [
        `${path}: ${facts.rows} rows of ${facts.tables} tables, ${facts.files} files`,
        `A restore needs DATA_KEYS with ${facts.dataKeys.join(', ') || 'none'}, LOOKUP_KEYS with ${facts.lookupKeys.join(', ') || 'none'}.`,
        'Keep the keys apart from this file.',
      ]
      return { text: text.join('\n'), data: { file: path, ...facts } }
    })
  },
}
