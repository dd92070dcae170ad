import type { Handlers } from '~/platform/queue.server'
import { offerFreedPlaces } from './offer-places'

/** Every job by the name it is enqueued under. */
export const handlers = {
  'waitlist.offer': offerFreedPlaces,
} satisfies Handlers

/** What runs by the clock, in UTC, in crontab's words. */
export const crontab = ''
