import type { AgainstLine } from '~/domain/verification/priority'
import { DescriptionList } from '~/ui/description-list'
import { rupiah } from '~/ui/format'
import { Day } from '~/ui/money'
import { useLocale, useTexts } from '~/ui/texts'

type Props = {
  registrationNumber: string
  nik: string
  familyCard: string
  birthDate: string
  sex: string
  address: string
  village: string
  district: string
  regency: string
  decile: number | null
  dtsenVersion: string | null
  householdSize: number | null
  monthlyIncomeRupiah: bigint | null
  incomePerHeadRupiah: bigint | null
  againstLine: AgainstLine
  wishedSector: { id: string; en: string } | null
  note: string | null
  registeredBy: string | null
}

/** What the proposal says of a candidate, numbers masked. */
export function CandidateFacts({ person }: { person: Props }) {
  const t = useTexts()
  const locale = useLocale()
  const perHead = person.incomePerHeadRupiah
  const decile = person.decile ?? t('verification.unknown')
  return (
    <DescriptionList
      columns={3}
      entries={[
        { label: t('verification.candidate.number'), value: person.registrationNumber },
        { label: t('verification.candidate.nik'), value: <span className="figures">{person.nik}</span> },
        {
          label: t('verification.candidate.kk'),
          value: <span className="figures">{person.familyCard}</span>,
        },
        { label: t('verification.candidate.born'), value: <Day on={person.birthDate} /> },
        {
          label: t('verification.candidate.sex'),
          value: t(person.sex === 'L' ? 'verification.candidate.sex.L' : 'verification.candidate.sex.P'),
        },
        { label: t('verification.candidate.registeredBy'), value: person.registeredBy },
        {
          label: t('verification.candidate.address'),
          value: [person.address, person.village, person.district, person.regency].join(', '),
          wide: true,
        },
        {
          label: t('verification.candidate.decile'),
          value: person.dtsenVersion
            ? t('verification.candidate.decile.of', { decile, version: person.dtsenVersion })
            : decile,
        },
        { label: t('verification.candidate.household'), value: person.householdSize },
        {
          label: t('verification.candidate.income'),
          value:
            person.monthlyIncomeRupiah === null
              ? t('verification.unknown')
              : rupiah(person.monthlyIncomeRupiah),
        },
        {
          label: t('verification.column.income'),
          value:
            perHead === null
              ? t('verification.unknown')
              : `${rupiah(perHead)}, ${t(`verification.line.${person.againstLine}`)}`,
        },
        { label: t('verification.candidate.wish'), value: person.wishedSector?.[locale] },
        { label: t('verification.candidate.note'), value: person.note, wide: true },
      ]}
    />
  )
}
