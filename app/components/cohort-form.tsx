import { type SectorName, sectorLabel } from '~/domain/enterprise/sectors'
import { CheckboxGroup } from '~/ui/choices'
import type { FieldSource } from '~/ui/field'
import { DateInput, Select, TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { useTexts } from '~/ui/texts'

type CohortFields = Record<
  'name' | 'venue' | 'capacity' | 'sectorCode' | 'trainerIds' | 'startsOn' | 'endsOn',
  FieldSource
>

type Props = {
  fields: CohortFields
  trainers: readonly { id: string; name: string }[]
  sectors: readonly SectorName[]
}

/** The entries of a cohort, the same for a new one and a changed one. */
export function CohortFields({ fields, trainers, sectors }: Props) {
  const t = useTexts()
  return (
    <>
      <TextInput field={fields.name} label={t('training.field.name')} required maxLength={100} />
      <TextInput field={fields.venue} label={t('training.field.venue')} required maxLength={150} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          field={fields.capacity}
          label={t('training.field.capacity')}
          required
          type="number"
          min={1}
          max={500}
          width="max-w-40"
        />
        <Select
          field={fields.sectorCode}
          label={t('training.field.sector')}
          empty={t('training.field.sector.none')}
          options={sectors.map((sector) => ({
            value: sector.code,
            label: sectorLabel(sectors, sector.code, t.locale) ?? sector.code,
          }))}
        />
        <DateInput field={fields.startsOn} label={t('training.field.starts')} required />
        <DateInput field={fields.endsOn} label={t('training.field.ends')} required />
      </div>
      {trainers.length === 0 ? (
        <Notice tone="warning">{t('training.field.trainers.none')}</Notice>
      ) : (
        <CheckboxGroup
          field={fields.trainerIds}
          label={t('training.field.trainers')}
          required
          options={trainers.map((trainer) => ({ value: trainer.id, label: trainer.name }))}
        />
      )}
    </>
  )
}
