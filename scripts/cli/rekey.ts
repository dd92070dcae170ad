import type { Command } from './command'
import { withDatabase } from './with-database'

export const rekey: Command = {
  usage: '',
  about: 'brings everything under the newest DATA_KEYS and LOOKUP_KEYS, while the portal runs',
  words: 0,
  run: ({ tell }) =>
    withDatabase({ share: true, tell }, async () => {
      const { rekey: renew } = await import('../../app/domain/keys/rekey.server')
      const result = await renew(new Date(), (step, done, total) =>
        tell(`${step}: ${done}${total === null ? '' : ` of ${total}`}`),
      )
      const lines = [
        `${result.boxesRenewed} values encrypted anew`,
        `${result.hashesAdded} lookup hashes added, ${result.hashesRemoved} removed`,
        ...result.boundToOldKeys.map(
          ({ keyId, rows }) =>
            `${rows} past recipients are known under lookup key ${keyId} alone: keep it in LOOKUP_KEYS, or import their list again`,
        ),
      ]
      return { text: lines.join('\n'), data: result }
    }),
}
