import { ROLES } from '~/domain/shared/actor'
import type { FieldSource } from '~/ui/field'
import { DateInput, Select } from '~/ui/inputs'
import { useTexts } from '~/ui/texts'

type Props = {
  fields: { role: FieldSource; regencyCode: FieldSource; expiresOn: FieldSource }
  regencies: readonly { code: string; name: string }[]
  today: string
}

/** Role, reach and last day: the three entries that give someone a role. */
export function GrantFields({ fields, regencies, today }: Props) {
  const t = useTexts()
  return (
    <>
      <Select
        field={fields.role}
        label={t('admin.role.label')}
        required
        width="max-w-80"
        options={ROLES.map((value) => ({ value, label: t(`status.role.${value}`) }))}
      />
      <Select
        field={fields.regencyCode}
        label={t('admin.role.regency')}
        hint={t('admin.role.regency.hint')}
        empty={t('admin.role.wholeProvince')}
        width="max-w-80"
        options={regencies.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <DateInput
        field={fields.expiresOn}
        label={t('admin.role.expiresOn')}
        hint={t('admin.role.expiresOn.hint')}
        min={today}
      />
    </>
  )
}
