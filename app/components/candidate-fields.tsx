import type { FieldMetadata } from '@conform-to/react'
import type { ColumnName } from '~/domain/intake/import-columns'
import { DateInput, RupiahInput, Select, TextArea, TextInput } from '~/ui/inputs'
import { Section } from '~/ui/page'
import { useTexts } from '~/ui/texts'

type PersonColumn = Exclude<
  ColumnName,
  'kecamatan' | 'kelurahan' | 'kabupaten_kota' | 'bank' | 'no_rekening' | 'nama_rekening'
>

export type CandidateChoices = {
  villages: readonly { code: string; name: string; district: string; regency: string }[]
  sectors: readonly { code: string; nameId: string; nameEn: string }[]
}

type Props = {
  fields: Record<PersonColumn, FieldMetadata<string | undefined>>
  choices: CandidateChoices
  /** A correction: personal numbers stay as they are when left empty. */
  isCorrection?: boolean
}

/** The fields of one person, named as the columns of the import file. */
export function CandidateFields({ fields, choices, isCorrection = false }: Props) {
  const t = useTexts()
  const label = (column: PersonColumn) => t(`intake.name.${column}`)
  const keep = isCorrection ? t('intake.correct.keep') : undefined
  const sectors = choices.sectors.map(({ code, nameId, nameEn }) => ({
    value: code,
    label: t.locale === 'id' ? nameId : nameEn,
  }))
  const villages = choices.villages.map(({ code, name, district, regency }) => ({
    value: code,
    label: `${regency} · ${district} · ${name}`,
  }))
  return (
    <>
      <Section title={t('intake.section.identity')}>
        <TextInput
          field={fields.nik}
          label={label('nik')}
          hint={keep ?? t('intake.hint.nik')}
          inputMode="numeric"
          width="max-w-60"
          autoComplete="off"
          required={!isCorrection}
        />
        <TextInput
          field={fields.no_kk}
          label={label('no_kk')}
          hint={keep}
          inputMode="numeric"
          width="max-w-60"
          autoComplete="off"
          required={!isCorrection}
        />
        <TextInput field={fields.nama} label={label('nama')} maxLength={100} required />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput field={fields.tempat_lahir} label={label('tempat_lahir')} maxLength={100} />
          <DateInput field={fields.tanggal_lahir} label={label('tanggal_lahir')} required />
        </div>
        <Select
          field={fields.jenis_kelamin}
          label={label('jenis_kelamin')}
          width="max-w-60"
          required
          options={[
            { value: 'P', label: t('intake.sex.P') },
            { value: 'L', label: t('intake.sex.L') },
          ]}
        />
      </Section>
      <Section title={t('intake.section.home')}>
        <TextInput field={fields.alamat} label={label('alamat')} maxLength={300} required />
        <div className="grid grid-cols-2 gap-4">
          <TextInput field={fields.rt} label={label('rt')} width="max-w-24" maxLength={10} />
          <TextInput field={fields.rw} label={label('rw')} width="max-w-24" maxLength={10} />
        </div>
        <Select field={fields.kode_wilayah} label={label('kode_wilayah')} required options={villages} />
        <TextInput
          field={fields.telepon}
          label={label('telepon')}
          hint={keep}
          type="tel"
          inputMode="tel"
          width="max-w-60"
          autoComplete="off"
        />
      </Section>
      <Section title={t('intake.section.welfare')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput
            field={fields.desil}
            label={label('desil')}
            hint={t('intake.hint.desil')}
            inputMode="numeric"
            width="max-w-24"
          />
          <TextInput
            field={fields.versi_dtsen}
            label={label('versi_dtsen')}
            placeholder="2026T1"
            width="max-w-40"
          />
          <RupiahInput field={fields.pendapatan_bulanan} label={label('pendapatan_bulanan')} />
          <TextInput
            field={fields.jumlah_anggota}
            label={label('jumlah_anggota')}
            inputMode="numeric"
            width="max-w-24"
          />
        </div>
        <Select
          field={fields.minat_sektor}
          label={label('minat_sektor')}
          width="max-w-80"
          options={sectors}
        />
        <TextArea field={fields.catatan} label={label('catatan')} maxLength={1000} rows={2} />
      </Section>
    </>
  )
}
