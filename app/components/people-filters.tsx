import { useSearchParams } from '@remix-run/react'
import { useId } from 'react'
import { STATUSES } from '~/domain/beneficiary/lifecycle'
import { type PeopleFilter, paramsOf } from '~/domain/beneficiary/people-filter'
import type { FilterChoices } from '~/domain/beneficiary/person-row'
import { type SectorName, sectorLabel } from '~/domain/enterprise/sectors'
import { Button } from '~/ui/button'
import { CONTROL } from '~/ui/field'
import { type ActiveFilter, FilterBar } from '~/ui/filter-bar'
import { Form } from '~/ui/form'
import { Select } from '~/ui/inputs'
import { useTexts } from '~/ui/texts'

type Option = { value: string; label: string }
type Props = {
  filter: PeopleFilter
  choices: FilterChoices
  sectors: readonly SectorName[]
  years: readonly { code: string; name: string }[]
  programmeCode: string
}

/** Looks for a name, a NIK or a registration number. Sent as a POST, so that no personal number comes into an address. */
export function PeopleSearch({ filter }: { filter: PeopleFilter }) {
  const t = useTexts()
  const id = useId()
  const others = paramsOf({ ...filter, search: '' })
  return (
    <Form
      action="/penerima/cari"
      role="search"
      className="grid gap-1 rounded-card border border-line bg-surface p-3"
      data-chrome
    >
      <input type="hidden" name="saringan" value={others.toString()} />
      <label htmlFor={id} className="font-semibold">
        {t('beneficiaries.search.label')}
      </label>
      <span id={`${id}-hint`} className="text-sm text-muted">
        {t('beneficiaries.search.hint')}
      </span>
      <div className="flex gap-2">
        <input
          id={id}
          type="search"
          name="cari"
          aria-describedby={`${id}-hint`}
          defaultValue={filter.search}
          key={filter.search}
          className={CONTROL}
          autoComplete="off"
          maxLength={100}
        />
        <Button type="submit" icon="search">
          {t('common.search.label')}
        </Button>
      </div>
    </Form>
  )
}

/** What narrows the list, each in the address and each to be taken away again. */
export function PeopleFilters({ filter, choices, sectors, years, programmeCode }: Props) {
  const t = useTexts()
  const [params] = useSearchParams()
  const fields: { name: string; label: string; options: Option[]; value: string | null }[] = [
    {
      name: 'program',
      label: t('beneficiaries.filter.programme'),
      options: years.map(({ code, name }) => ({ value: code, label: name })),
      value: params.get('program') ? programmeCode : null,
    },
    {
      name: 'wilayah',
      label: t('beneficiaries.field.regency'),
      options: named(choices.regencies),
      value: filter.regencyCode,
    },
    {
      name: 'kecamatan',
      label: t('beneficiaries.field.district'),
      options: named(choices.districts),
      value: filter.districtCode,
    },
    {
      name: 'status',
      label: t('beneficiaries.field.status'),
      options: STATUSES.map((value) => ({ value, label: t(`status.beneficiary.${value}`) })),
      value: filter.status,
    },
    {
      name: 'sektor',
      label: t('beneficiaries.field.sector'),
      options: sectors.map(({ code }) => ({
        value: code,
        label: sectorLabel(sectors, code, t.locale) ?? code,
      })),
      value: filter.sectorCode,
    },
    {
      name: 'angkatan',
      label: t('beneficiaries.field.cohort'),
      options: choices.cohorts.map(({ id, name }) => ({ value: id, label: name })),
      value: filter.cohortId,
    },
    {
      name: 'desil',
      label: t('beneficiaries.field.decile'),
      options: deciles(t('beneficiaries.filter.noDecile')),
      value: filter.decile === null ? null : String(filter.decile),
    },
    {
      name: 'tangguh',
      label: t('beneficiaries.filter.hold'),
      options: [
        { value: 'ya', label: t('beneficiaries.filter.hold.yes') },
        { value: 'tidak', label: t('beneficiaries.filter.hold.no') },
      ],
      value: filter.onHold === null ? null : filter.onHold ? 'ya' : 'tidak',
    },
  ]
  const active: ActiveFilter[] = [
    ...(filter.search ? [{ name: 'cari', label: t('common.search.label'), value: filter.search }] : []),
    ...fields.flatMap(({ name, label, options, value }) =>
      value ? [{ name, label, value: options.find((option) => option.value === value)?.label ?? value }] : [],
    ),
  ]
  return (
    <FilterBar active={active} keep={['cari']} folded>
      {fields
        .filter(({ options }) => options.length > 1)
        .map(({ name, label, options, value }) => (
          <Select
            key={name}
            name={name}
            label={label}
            options={options}
            empty={t('beneficiaries.filter.all')}
            defaultValue={value ?? ''}
          />
        ))}
    </FilterBar>
  )
}

function named(places: readonly { code: string; name: string }[]): Option[] {
  return places.map(({ code, name }) => ({ value: code, label: name }))
}

function deciles(none: string): Option[] {
  return [
    ...Array.from({ length: 10 }, (_, index) => ({ value: String(index + 1), label: String(index + 1) })),
    { value: '0', label: none },
  ]
}
