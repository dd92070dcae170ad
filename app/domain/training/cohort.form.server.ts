import { z } from 'zod'
import { dayField, idField, textField, versionField, wholeField } from '~/domain/shared/fields.form.server'

const MOST_SEATS = 500

const cohortFields = {
  name: textField(3, 100),
  venue: textField(3, 150),
  capacity: wholeField(1, MOST_SEATS),
  sectorCode: z.string().max(40).optional(),
  trainerIds: z.array(idField).min(1, 'required').max(20),
  startsOn: dayField,
  endsOn: dayField,
}

const endsAfterStart = (entered: { startsOn: string; endsOn: string }) => entered.endsOn >= entered.startsOn
const endsBeforeStart = { path: ['endsOn'], message: 'training.error.ends_before_start' }

export const newCohortForm = z
  .object({ ...cohortFields, programmeId: idField, regencyCode: z.string().min(1).max(5) })
  .refine(endsAfterStart, endsBeforeStart)

export const changeCohortForm = z
  .object({ ...cohortFields, version: versionField })
  .refine(endsAfterStart, endsBeforeStart)

export const closeCohortForm = z.object({ passedSeen: wholeField(0, MOST_SEATS) })

export const enrolForm = z.object({
  beneficiaryIds: z.array(idField).min(1, 'training.error.nobody_chosen').max(MOST_SEATS),
})

export const leaveForm = z.object({ reason: textField(5, 300) })

export const recommendForm = z.object({
  sectorCode: z.string().min(1).max(40),
  note: z.string().trim().max(500).optional(),
})
