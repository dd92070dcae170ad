import { useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type Deed, may } from '~/domain/shared/permissions'
import type { FieldProps } from '~/ui/field'
import { FilterBar } from '~/ui/filter-bar'
import { Select } from '~/ui/inputs'
import { EmptyState } from '~/ui/notice'
import { Tabs } from '~/ui/tabs'
import { useTexts } from '~/ui/texts'
import { useActor } from './actor'

const TABS = [
  { to: '/verifikasi', text: 'verification.tab.queue', deed: 'verification.read' },
  { to: '/verifikasi/peringkat', text: 'verification.tab.rank', deed: 'verification.read' },
  { to: '/verifikasi/sanggahan', text: 'verification.tab.objections', deed: 'verification.read' },
  { to: '/verifikasi/keputusan', text: 'verification.tab.decrees', deed: 'decree.read' },
  { to: '/verifikasi/daftar-tunggu', text: 'verification.tab.waitlist', deed: 'verification.read' },
] as const satisfies readonly { to: string; text: string; deed: Deed }[]

/** The screens of verification beside one another, those the reader may open. */
export function VerificationTabs() {
  const t = useTexts()
  const actor = useActor()
  const tabs = TABS.filter(({ deed }) => actor && may(actor, deed)).map(({ to, text }) => ({
    to,
    label: t(text),
  }))
  return <Tabs label={t('verification.tabs')} tabs={tabs} />
}

/** Shown while no year was opened. */
export function NoProgramme() {
  const t = useTexts()
  return (
    <EmptyState title={t('verification.noProgramme')} icon="programme">
      {t('verification.noProgramme.text')}
    </EmptyState>
  )
}

type Year = { code: string; name: string; fiscalYear: number }
type Props = {
  years: readonly Year[]
  regencies?: readonly { code: string; name: string }[]
  children?: ReactNode
}

/** Narrows a list to a year, where there are several, and to a regency, where the reader has several. */
export function VerificationFilter({ years, regencies = [], children }: Props) {
  const t = useTexts()
  const [params] = useSearchParams()
  if (years.length < 2 && regencies.length < 2) return null
  const chosen = (name: string): Pick<FieldProps, 'name' | 'defaultValue'> => ({
    name,
    defaultValue: params.get(name) ?? '',
  })
  return (
    <FilterBar>
      {years.length > 1 && (
        <Select
          {...chosen('program')}
          label={t('verification.year.label')}
          empty={false}
          options={years.map((year) => ({ value: year.code, label: `${year.fiscalYear} · ${year.code}` }))}
        />
      )}
      {regencies.length > 1 && (
        <Select
          {...chosen('wilayah')}
          label={t('verification.filter.regency')}
          empty={t('verification.filter.all')}
          options={regencies.map((regency) => ({ value: regency.code, label: regency.name }))}
        />
      )}
      {children}
    </FilterBar>
  )
}
