import { z } from 'zod'
import { dayField, idField, textField, versionField } from '~/domain/shared/fields.form.server'
import { MARKS } from './attendance'

const timeField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'training.error.time')

const meetingFields = {
  topic: textField(3, 150),
  venue: textField(3, 150),
  trainerId: idField,
  startTime: timeField,
  endTime: timeField,
}

const endsAfterStart = (entered: { startTime: string; endTime: string }) =>
  entered.endTime > entered.startTime
const endsBeforeStart = { path: ['endTime'], message: 'training.error.ends_before_it_starts' }

/** What the schedule's preview is asked for. */
export const scheduleForm = z
  .object({
    ...meetingFields,
    firstDay: dayField,
    lastDay: dayField,
    weekdays: z
      .array(
        z
          .string()
          .regex(/^[1-7]$/)
          .transform(Number),
      )
      .min(1, 'training.error.no_weekday'),
  })
  .refine(endsAfterStart, endsBeforeStart)
  .refine((entered) => entered.lastDay >= entered.firstDay, {
    path: ['lastDay'],
    message: 'training.error.ends_before_start',
  })

export type ScheduleInput = z.output<typeof scheduleForm>

/** The days that were kept from the preview. */
export const planSessionsForm = z
  .object({ ...meetingFields, days: z.array(dayField).min(1, 'training.error.no_day') })
  .refine(endsAfterStart, endsBeforeStart)

export const changeSessionForm = z
  .object({ ...meetingFields, day: dayField, version: versionField })
  .refine(endsAfterStart, endsBeforeStart)

export const cancelSessionForm = z.object({ reason: textField(5, 300), version: versionField })

const reasonField = z.string().trim().min(5).max(300).optional()

/** A mark for one person, or for everyone who has none yet. */
export const attendanceForm = z.object({
  mark: z.enum(MARKS),
  enrolmentId: idField.optional(),
  seenVersion: versionField,
  reason: reasonField,
  /** Sent from a page that stays where it is. */
  inPlace: z.literal('yes').optional(),
})

export const undoForm = z.object({ seenVersion: versionField, reason: reasonField })
