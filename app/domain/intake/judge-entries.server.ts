import type { Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import type { Deed } from '~/domain/shared/permissions'
import { may } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { textsFor } from '~/platform/i18n.server'
import type { Candidate, RowProblem } from './candidate'
import { cellText } from './cell-text'
import { FileDuplicates, matchProblems } from './duplicates'
import { type RawRow, readRow } from './import-row'
import type { requireOpenProgramme } from './intake-file.server'
import { findKnownMatches } from './known-matches.server'
import { loadLookups } from './lookups.server'
import { problemSentence } from './problem-sentence'

export type EntriesToJudge = {
  entries: readonly RawRow[]
  deed: Deed
  /** The person who is being corrected, so that they are not their own duplicate. */
  except?: string
  warningsSeen: boolean
  at: Date
}

/**
 * People entered by hand, by the rules of the import file. Refuses `intake.entry_refused` for the first that breaks a rule,
 * with the sentence beside its field, and `intake.warnings` until the warnings were read.
 */
export async function judgeEntries(
  tx: Transaction,
  actor: Actor,
  programme: Awaited<ReturnType<typeof requireOpenProgramme>>,
  { entries, deed, except, warningsSeen, at }: EntriesToJudge,
): Promise<Candidate[]> {
  const context = {
    ...(await loadLookups(tx)),
    on: dayIn(at),
    regencyCode: null,
    mayRegister: (regencyCode: string) => may(actor, deed, regencyCode),
    dtsenVersion: null,
  }
  const read = entries.map((entry) => readRow(entry, context))
  const known = await findKnownMatches(
    tx,
    actor,
    programme,
    read.map(({ values }) => values),
    except ?? null,
  )
  const seen = new FileDuplicates(programme)
  const warnings: RowProblem[] = []
  const t = textsFor(actor.locale)
  for (const [index, { values, problems }] of read.entries()) {
    const matches = known[index]
    const all = [
      ...problems,
      ...(matches ? matchProblems(values, matches, programme) : []),
      ...seen.look(index + 1, values, false).problems,
    ]
    const error = all.find((problem) => problem.severity === 'error')
    if (error) {
      const params = { name: cellText(entries[index]?.nama ?? null), reason: problemSentence(error, t) }
      refuse('intake.entry_refused', params, { kind: 'invalid', field: error.column })
    }
    warnings.push(...all)
  }
  if (warnings.length > 0 && !warningsSeen)
    refuse(
      'intake.warnings',
      { warnings: warnings.map((one) => problemSentence(one, t)).join(' ') },
      { kind: 'invalid' },
    )
  return read.map(({ values }) => values as Candidate)
}
