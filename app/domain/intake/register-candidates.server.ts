import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import type { RawRow } from './import-row'
import { insertCandidates, takeNumbers } from './insert-candidates.server'
import { requireOpenProgramme } from './intake-file.server'
import { judgeEntries } from './judge-entries.server'

export type RegisterCandidates = { programmeId: string; entries: readonly RawRow[]; warningsSeen: boolean }

/**
 * Registers people without a file, one from the form or many from a program; all of them or none. Refuses
 * `intake.programme_not_open`, `intake.entry_refused` and `intake.warnings`.
 */
export async function registerCandidates(
  actor: Actor,
  { programmeId, entries, warningsSeen }: RegisterCandidates,
  at: Date,
  key?: string,
): Promise<{ ids: string[] }> {
  authorize(actor, 'person.register')
  if (entries.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const programme = await requireOpenProgramme(tx, programmeId)
      const candidates = await judgeEntries(tx, actor, programme, {
        entries,
        deed: 'person.register',
        warningsSeen,
        at,
      })
      const first = await takeNumbers(tx, programme.id, candidates.length)
      const people = await insertCandidates(
        tx,
        record,
        actor,
        { programmeId: programme.id, intakeFileId: null },
        candidates,
        first,
        at,
      )
      return { ids: people.map((person) => person.id) }
    },
    { key, form: 'intake.register', at },
  )
}
