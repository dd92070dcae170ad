import type { FieldSource } from '~/ui/field'
import { Select, TextInput } from '~/ui/inputs'
import { useTexts } from '~/ui/texts'

type Fields = Record<'topic' | 'venue' | 'trainerId' | 'startTime' | 'endTime', FieldSource>

/** What every session has, one or a whole schedule: topic, venue, trainer, clock. */
export function SessionEntries({
  fields,
  trainers,
}: {
  fields: Fields
  trainers: readonly { id: string; name: string }[]
}) {
  const t = useTexts()
  return (
    <>
      <TextInput field={fields.topic} label={t('training.schedule.topic')} required maxLength={150} />
      <TextInput field={fields.venue} label={t('training.field.venue')} required maxLength={150} />
      <Select
        field={fields.trainerId}
        label={t('training.schedule.trainer')}
        required
        options={trainers.map((trainer) => ({ value: trainer.id, label: trainer.name }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          field={fields.startTime}
          label={t('training.schedule.start')}
          required
          type="time"
          width="max-w-40"
        />
        <TextInput
          field={fields.endTime}
          label={t('training.schedule.end')}
          required
          type="time"
          width="max-w-40"
        />
      </div>
    </>
  )
}
