import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSectors } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import { ENROLLABLE } from '~/domain/training/cohort'
import { enrolForm } from '~/domain/training/cohort.form.server'
import { enrolPeople } from '~/domain/training/enrol-people.server'
import { type Candidate, listCandidates } from '~/domain/training/enrolment-queries.server'
import { filtersIn, idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { type ActiveFilter, FilterBar, SearchInput } from '~/ui/filter-bar'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { Select } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { EmptyState, Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.enrol'))

const FILTERS = {
  search: 'cari',
  sectorCode: 'sektor',
  districtCode: 'kecamatan',
  status: 'status',
  after: 'setelah',
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const filter = filtersIn(args, FILTERS)
  const [candidates, sectors] = await Promise.all([
    listCandidates(actor, idIn(args, 'cohortId'), filter),
    listSectors(),
  ])
  return { ...candidates, sectors, filter }
}

export function action(args: ActionFunctionArgs) {
  const cohortId = idIn(args, 'cohortId')
  return submit(args, {
    schema: enrolForm,
    command: (actor, input, at, key) => enrolPeople(actor, { ...input, cohortId }, at, key),
    done: ({ enrolled }, t) => ({
      to: `/pelatihan/${cohortId}#peserta`,
      message: t.plural('training.enrol.done', enrolled),
    }),
  })
}

export default function Enrol() {
  const { cohort, rows, waiting, after, filter, seats } = useLoaderData<typeof loader>()
  const t = useTexts()
  const filtered = Object.keys(filter).some((name) => name !== 'after')
  return (
    <Page
      title={t('training.enrol')}
      lead={t('training.enrol.lead', { regency: cohort.regency })}
      breadcrumbs={[
        { label: t('training.title'), to: '/pelatihan' },
        { label: cohort.name, to: `/pelatihan/${cohort.id}` },
      ]}
      help="pelatihan"
    >
      {seats === 0 ? (
        <Notice tone="warning">{t('training.enrol.full')}</Notice>
      ) : (
        <Notice>{t.plural('training.enrol.seats', seats)}</Notice>
      )}
      <Filters />
      <Form id="daftar">
        <Table
          caption={t('training.enrol')}
          columns={useColumns()}
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            filtered ? (
              <EmptyState title={t('training.enrol.empty.filtered')} icon="search" />
            ) : (
              <EmptyState title={t('training.enrol.empty.title')}>
                {t('training.enrol.empty.text')}
              </EmptyState>
            )
          }
        />
        <Pagination after={after} summary={t.plural('training.enrol.waiting', waiting)} />
        {rows.length > 0 && seats > 0 && (
          <FormActions>
            <SubmitButton icon="plus">{t('training.enrol.submit')}</SubmitButton>
          </FormActions>
        )}
      </Form>
    </Page>
  )
}

function Filters() {
  const { filter, sectors, districts } = useLoaderData<typeof loader>()
  const t = useTexts()
  const choices = {
    sektor: {
      label: t('training.enrol.wish'),
      value: filter.sectorCode,
      options: sectors.map(({ code }) => ({
        value: code,
        label: sectorLabel(sectors, code, t.locale) ?? code,
      })),
    },
    kecamatan: {
      label: t('training.enrol.district'),
      value: filter.districtCode,
      options: districts.map(({ code, name }) => ({ value: code, label: name })),
    },
    status: {
      label: t('training.enrol.status'),
      value: filter.status,
      options: ENROLLABLE.map((status) => ({ value: status, label: t(`status.beneficiary.${status}`) })),
    },
  }
  const active: ActiveFilter[] = Object.entries(choices).flatMap(([name, { label, value, options }]) =>
    value ? [{ name, label, value: options.find((option) => option.value === value)?.label ?? value }] : [],
  )
  if (filter.search) active.unshift({ name: 'cari', label: t('common.search.label'), value: filter.search })
  return (
    <FilterBar search={<SearchInput label={t('training.enrol.search')} />} active={active}>
      {Object.entries(choices).map(([name, { label, value, options }]) => (
        <Select key={name} name={name} label={label} options={options} defaultValue={value ?? ''} />
      ))}
    </FilterBar>
  )
}

function useColumns(): Column<Candidate>[] {
  const { sectors } = useLoaderData<typeof loader>()
  const t = useTexts()
  return [
    {
      key: 'choose',
      header: t('training.enrol.choose'),
      cell: (row) => (
        <label className="flex min-h-[44px] min-w-[44px] cursor-pointer items-center justify-center">
          <span className="sr-only">{t('training.enrol.chooseOne', { name: row.name })}</span>
          <input
            type="checkbox"
            name="beneficiaryIds"
            value={row.id}
            disabled={row.onHold}
            className="size-5 accent-accent"
          />
        </label>
      ),
    },
    { key: 'name', header: t('training.people.name'), lead: true, cell: (row) => row.name },
    {
      key: 'number',
      header: t('training.people.number'),
      cell: (row) => <span className="figures">{String(row.number).padStart(6, '0')}</span>,
    },
    { key: 'from', header: t('training.enrol.from'), cell: (row) => `${row.village}, ${row.district}` },
    {
      key: 'wish',
      header: t('training.enrol.wish'),
      cell: (row) => sectorLabel(sectors, row.wishedSector, t.locale) ?? '–',
    },
    {
      key: 'status',
      header: t('training.enrol.status'),
      cell: (row) => (
        <>
          {row.onHold ? (
            <Badge tone="danger">{t('training.enrol.hold')}</Badge>
          ) : (
            t(`status.beneficiary.${row.status}`)
          )}
          {row.earlierResult && (
            <span className="block text-sm text-muted">
              {t('training.enrol.earlier', { reason: row.earlierResult })}
            </span>
          )}
        </>
      ),
    },
  ]
}
