import type { FieldSource } from '~/ui/field'
import { TextInput } from '~/ui/inputs'
import { useTexts } from '~/ui/texts'

/** A sector's name in both languages. */
export function SectorNameFields({ fields }: { fields: { nameId: FieldSource; nameEn: FieldSource } }) {
  const t = useTexts()
  return (
    <>
      <TextInput
        field={fields.nameId}
        label={t('admin.sectors.nameId')}
        required
        minLength={3}
        maxLength={60}
        autoComplete="off"
      />
      <TextInput
        field={fields.nameEn}
        label={t('admin.sectors.nameEn')}
        required
        minLength={3}
        maxLength={60}
        autoComplete="off"
      />
    </>
  )
}
