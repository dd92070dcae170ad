import type { Handlers } from '~/platform/queue.server'

/** Every job by the name it is enqueued under. */
export const handlers = {} satisfies Handlers

/** What runs by the clock, in UTC, in crontab's words. */
export const crontab = ''
