import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { SessionCards } from '~/components/session-cards'
import { CohortBadge } from '~/components/training-badges'
import { listSectors } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import type { Locale } from '~/domain/shared/actor'
import { may } from '~/domain/shared/permissions'
import { ratePercent } from '~/domain/training/attendance'
import { COHORT_STATUSES } from '~/domain/training/cohort'
import { type CohortRow, listCohorts, regenciesWithin } from '~/domain/training/cohort-queries.server'
import { trainerDay } from '~/domain/training/session-queries.server'
import { filtersIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { type ActiveFilter, FilterBar, SearchInput } from '~/ui/filter-bar'
import { percent, shortDay } from '~/ui/format'
import { Select } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.title'))

const FILTERS = {
  search: 'cari',
  regencyCode: 'wilayah',
  status: 'keadaan',
  sectorCode: 'sektor',
  after: 'setelah',
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const filter = filtersIn(args, FILTERS)
  const at = now()
  const [cohorts, regencies, sectors, day] = await Promise.all([
    listCohorts(actor, filter, at),
    regenciesWithin(actor, 'cohort.read'),
    listSectors(),
    actor.roles.some((held) => held.role === 'trainer') ? trainerDay(actor, at) : null,
  ])
  return { ...cohorts, filter, regencies, sectors, day }
}

export default function Cohorts() {
  const { rows, total, after, filter, regencies, sectors, day } = useLoaderData<typeof loader>()
  const t = useTexts()
  const actor = useActor()
  const mayCreate = actor !== null && may(actor, 'cohort.write')
  const statusOptions = COHORT_STATUSES.map((status) => ({
    value: status,
    label: t(`training.status.${status}`),
  }))
  const sectorOptions = sectors.map(({ code }) => ({
    value: code,
    label: sectorLabel(sectors, code, t.locale) ?? code,
  }))
  const regencyOptions = regencies.map(({ code, name }) => ({ value: code, label: name }))
  const chip = (
    name: string,
    label: string,
    value: string | undefined,
    options: { value: string; label: string }[],
  ) =>
    value ? [{ name, label, value: options.find((option) => option.value === value)?.label ?? value }] : []
  const active: ActiveFilter[] = [
    ...(filter.search ? [{ name: 'cari', label: t('common.search.label'), value: filter.search }] : []),
    ...chip('wilayah', t('training.field.regency'), filter.regencyCode, regencyOptions),
    ...chip('keadaan', t('training.field.status'), filter.status, statusOptions),
    ...chip('sektor', t('training.field.sector'), filter.sectorCode, sectorOptions),
  ]
  const emptyText = active.length > 0 ? 'filtered' : mayCreate ? 'coordinator' : day ? 'trainer' : 'reader'
  return (
    <Page
      title={t('training.title')}
      lead={t('training.lead')}
      breadcrumbs={[]}
      help="pelatihan"
      actions={
        mayCreate && (
          <LinkButton to="/pelatihan/baru" tone="primary" icon="plus">
            {t('training.new')}
          </LinkButton>
        )
      }
    >
      {day && (
        <>
          <Section title={t('training.day.toLog')}>
            <SessionCards sessions={day.toLog} none={t('training.day.toLog.none')} />
          </Section>
          <Section title={t('training.day.ahead')}>
            <SessionCards sessions={day.ahead} none={t('training.day.ahead.none')} />
          </Section>
        </>
      )}
      <Section title={t('training.cohorts')}>
        <FilterBar search={<SearchInput label={t('training.search')} />} active={active}>
          {regencies.length > 1 && (
            <Select
              name="wilayah"
              label={t('training.field.regency')}
              options={regencyOptions}
              defaultValue={filter.regencyCode ?? ''}
            />
          )}
          <Select
            name="keadaan"
            label={t('training.field.status')}
            options={statusOptions}
            defaultValue={filter.status ?? ''}
          />
          <Select
            name="sektor"
            label={t('training.field.sector')}
            options={sectorOptions}
            defaultValue={filter.sectorCode ?? ''}
          />
        </FilterBar>
        <Table
          caption={t('training.cohorts')}
          columns={useColumns()}
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t('training.empty.title')}>{t(`training.empty.${emptyText}`)}</EmptyState>
          }
        />
        {total > 0 && <Pagination after={after} summary={t.plural('training.count', total)} />}
      </Section>
    </Page>
  )
}

function useColumns(): Column<CohortRow>[] {
  const t = useTexts()
  return [
    {
      key: 'name',
      header: t('training.cohort'),
      lead: true,
      cell: (row) => (
        <>
          <a href={`/pelatihan/${row.id}`} className="text-accent underline">
            {row.name}
          </a>
          <span className="block text-sm font-normal text-muted">{row.venue}</span>
        </>
      ),
    },
    { key: 'regency', header: t('training.field.area'), cell: (row) => row.regency },
    {
      key: 'dates',
      header: t('training.session.when'),
      cell: (row) => `${shortDay(row.startsOn, t.locale)} – ${shortDay(row.endsOn, t.locale)}`,
    },
    { key: 'trainers', header: t('training.field.trainers'), cell: (row) => row.trainers },
    {
      key: 'seats',
      header: t('training.field.seats'),
      numeric: true,
      cell: (row) => t('training.field.seats.of', { taken: row.taken, capacity: row.capacity }),
    },
    {
      key: 'sessions',
      header: t('training.field.sessions'),
      cell: (row) => (
        <>
          {t('training.field.sessions.of', { held: row.held, sessions: row.sessions })}
          {row.toLog > 0 && (
            <span className="block text-warning">{t('training.field.sessions.toLog', { n: row.toLog })}</span>
          )}
        </>
      ),
    },
    { key: 'rate', header: t('training.field.rate'), numeric: true, cell: (row) => rateText(row, t.locale) },
    { key: 'status', header: t('training.field.status'), cell: (row) => <CohortBadge status={row.status} /> },
  ]
}

function rateText({ attended, counted }: CohortRow, locale: Locale): string {
  const rate = ratePercent({ attended, counted })
  return rate === null ? '–' : percent(rate, locale)
}
