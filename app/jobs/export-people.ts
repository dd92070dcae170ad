import { z } from 'zod'
import { actingUser } from '~/domain/account/acting-user.server'
import { makeExportFile } from '~/domain/beneficiary/export-file.server'
import { EXPORT_FORMATS } from '~/domain/beneficiary/export-people.server'
import { filterFrom } from '~/domain/beneficiary/people-filter'
import { now } from '~/platform/clock.server'
import { job } from '~/platform/queue.server'

/** Makes a long export in the name of whoever asked for it. */
export const exportPeopleFile = job(
  z.object({
    jobRunId: z.uuid(),
    actorId: z.uuid(),
    programmeId: z.uuid(),
    format: z.enum(EXPORT_FORMATS),
    filter: z.string(),
  }),
  async ({ jobRunId, actorId, programmeId, format, filter }) => {
    const actor = await actingUser({ id: actorId })
    await makeExportFile(
      actor,
      jobRunId,
      {
        programmeId,
        format,
        filter: filterFrom(new URLSearchParams(filter)),
      },
      now(),
    )
  },
)
