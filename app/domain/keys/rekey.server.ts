import { refuse } from '~/domain/shared/refusal'
import type { LookupKind } from '~/platform/crypto.server'
import { env } from '~/platform/env.server'
import { addHashes, removeOldHashes, renewPastRecipients } from './renew-hashes.server'
import { countBoxes, resealColumn } from './reseal-boxes.server'
import { SEALED_COLUMNS } from './sealed-columns'

export type Rekeyed = {
  boxesRenewed: number
  hashesAdded: number
  hashesRemoved: number
  pastRecipientsAdded: number
  /** Past recipients that only an older lookup key finds: that key must stay configured, or their list be imported anew. */
  boundToOldKeys: { keyId: string; rows: number }[]
}

const KINDS = ['nik', 'kk', 'phone', 'account'] as const satisfies readonly LookupKind[]

type Report = (step: string, done: number, total: number | null) => void

/**
 * Brings everything under the newest data and lookup keys while the portal runs, and takes away what belongs to
 * lookup keys no longer configured. Begun again, it goes on where it was. Refuses `keys.missing` before it changes
 * anything, where a box lies under a data key that is not configured.
 */
export async function rekey(at: Date, report: Report = () => undefined): Promise<Rekeyed> {
  const older = await boxesUnderOlderKeys()
  const result: Rekeyed = {
    boxesRenewed: 0,
    hashesAdded: 0,
    hashesRemoved: 0,
    pastRecipientsAdded: 0,
    boundToOldKeys: [],
  }
  for (const sealed of SEALED_COLUMNS) {
    const step = `${sealed.table}.${sealed.column}`
    const total = older.get(step) ?? 0
    if (total > 0) result.boxesRenewed += await resealColumn(sealed, at, (done) => report(step, done, total))
  }
  for (const kind of KINDS) {
    result.hashesAdded += await addHashes(kind, at, (done) => report(`identity_hash ${kind}`, done, null))
  }
  const past = await renewPastRecipients(at)
  result.pastRecipientsAdded = past.added
  result.boundToOldKeys = past.boundToOldKeys
  result.hashesRemoved = await removeOldHashes(at)
  return result
}

async function boxesUnderOlderKeys(): Promise<Map<string, number>> {
  const [newest, ...others] = env().DATA_KEYS.map(({ id }) => id)
  const counts = new Map<string, number>()
  for (const sealed of SEALED_COLUMNS) {
    for (const { keyId, boxes } of await countBoxes(sealed)) {
      if (keyId === newest) continue
      if (!others.includes(keyId)) refuse('keys.missing', { keyId, boxes })
      const step = `${sealed.table}.${sealed.column}`
      counts.set(step, (counts.get(step) ?? 0) + boxes)
    }
  }
  return counts
}
