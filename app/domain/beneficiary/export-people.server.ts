import { randomUUID } from 'node:crypto'
import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import { enqueue } from '~/platform/queue.server'
import type { Total } from './find-people.server'
import { search } from './list-people.server'
import { type PeopleFilter, paramsOf } from './people-filter'
import { peopleReach } from './reach.server'

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** A longer list is made by a job and fetched when it is there. */
export const EXPORT_AT_ONCE = 5_000

export type ExportPeople = { programmeId: string; filter: PeopleFilter; format: ExportFormat }
export type StartedExport = { jobRunId: string; atOnce: boolean }

/** How many people an export of this list holds. Refuses `not_allowed`. */
export async function countToExport(actor: Actor, programmeId: string, filter: PeopleFilter): Promise<Total> {
  const reach = await peopleReach(db, actor, 'person.export')
  return (await search(programmeId, reach, filter, null, 1)).found.total
}

/**
 * Notes that a list leaves the portal; a long one is made by a job, a short one by whoever called this. Refuses `not_allowed`, and
 * `beneficiary.nothing_to_export` for an empty list.
 */
export async function exportPeople(actor: Actor, input: ExportPeople, at: Date): Promise<StartedExport> {
  authorize(actor, 'person.export')
  const total = await countToExport(actor, input.programmeId, input.filter)
  if (total.persons === 0) refuse('beneficiary.nothing_to_export')
  const jobRunId = randomUUID()
  const atOnce = !total.more && total.persons <= EXPORT_AT_ONCE
  return write(
    actor,
    async (tx, record) => {
      await tx.jobRun.create({
        data: {
          id: jobRunId,
          kind: `people.export.${input.format}`,
          state: 'running',
          total: total.more ? 0 : total.persons,
          startedBy: actor.userId,
          createdAt: at,
        },
      })
      if (!atOnce) await enqueueExport(tx, actor, jobRunId, input)
      record({
        kind: 'person.exported',
        subject: { type: 'programme', id: input.programmeId },
        programmeId: input.programmeId,
        regencyCode: input.filter.regencyCode ?? undefined,
        facts: {
          format: input.format,
          people: total.persons,
          more: total.more,
          filter: paramsOf({ ...input.filter, search: '' }).toString(),
          byName: input.filter.search !== '',
        },
      })
      return { jobRunId, atOnce }
    },
    { at },
  )
}

function enqueueExport(tx: Transaction, actor: Actor, jobRunId: string, input: ExportPeople): Promise<void> {
  const { programmeId, format } = input
  const filter = paramsOf(input.filter).toString()
  return enqueue(
    tx,
    'people.export',
    { jobRunId, actorId: actor.userId, programmeId, format, filter },
    { maxAttempts: 1 },
  )
}
