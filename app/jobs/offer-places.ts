import { z } from 'zod'
import { offerPlaces } from '~/domain/verification/offer-places.server'
import { now } from '~/platform/clock.server'
import { job } from '~/platform/queue.server'

/** A place of the regency may have fallen free: offers it to whoever is next on the waiting list. */
export const offerFreedPlaces = job(
  z.object({ programmeId: z.uuid(), regencyCode: z.string() }),
  async ({ programmeId, regencyCode }) => {
    await offerPlaces(programmeId, regencyCode, now())
  },
)
