import { z } from 'zod'
import { actingUser } from '~/domain/account/acting-user.server'
import { checkIntakeFile } from '~/domain/intake/check-file.server'
import { writeConfirmedFile } from '~/domain/intake/confirm-file.server'
import { now } from '~/platform/clock.server'
import { job } from '~/platform/queue.server'

/** Checks a large file in the name of whoever brought it. */
export const checkFile = job(
  z.object({ fileId: z.uuid(), actorId: z.uuid() }),
  async ({ fileId, actorId }) => {
    await checkIntakeFile(await actingUser({ id: actorId }), { fileId }, now())
  },
)

/** Writes the people of a large confirmed file, dated as it was confirmed. */
export const writeFile = job(
  z.object({ fileId: z.uuid(), actorId: z.uuid(), at: z.iso.datetime() }),
  async ({ fileId, actorId, at }) => {
    await writeConfirmedFile(await actingUser({ id: actorId }), { fileId }, new Date(at))
  },
)
