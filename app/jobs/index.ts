import { mailResetLink } from '~/domain/account/forgotten-password.server'
import { sendMail } from '~/platform/mail.server'
import type { Handlers } from '~/platform/queue.server'
import { exportPeopleFile } from './export-people'
import { checkFile, writeFile } from './intake'
import { offerFreedPlaces } from './offer-places'

/** Every job by the name it is enqueued under. */
export const handlers = {
  'account.mail-reset-link': mailResetLink,
  'intake.check': checkFile,
  'intake.write': writeFile,
  'mail.send': sendMail,
  'people.export': exportPeopleFile,
  'waitlist.offer': offerFreedPlaces,
} satisfies Handlers

/** What runs by the clock, in UTC, in crontab's words. */
export const crontab = ''
