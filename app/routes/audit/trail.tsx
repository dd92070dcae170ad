import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { EVENT_KINDS } from '~/domain/audit/event'
import { listEvents, type TrailRow } from '~/domain/audit/queries.server'
import { trailFilterFrom } from '~/domain/audit/trail-filter'
import { listChoices } from '~/domain/disbursement/reach.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { FilterBar } from '~/ui/filter-bar'
import { DateInput, Select, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Instant } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('audit.trail.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const params = new URL(args.request.url).searchParams
  const filter = trailFilterFrom(params)
  const events = await listEvents(actor, filter, params.get('setelah'))
  return { ...events, filter, regencies: (await listChoices(actor, 'audit.read')).regencies }
}

export default function Trail() {
  const { rows, after, filter, regencies } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const t = useTexts()
  return (
    <Page
      title={t('audit.trail.title')}
      lead={t('audit.trail.lead')}
      breadcrumbs={[{ label: t('audit.title'), to: '/audit' }]}
      actions={
        <LinkButton to={`/audit/jejak/ekspor${search}`} document>
          {t('audit.trail.export')}
        </LinkButton>
      }
      help="audit"
    >
      <FilterBar>
        <Select
          name="kejadian"
          label={t('audit.filter.kind')}
          empty={t('audit.filter.all')}
          defaultValue={filter.kind ?? ''}
          options={EVENT_KINDS.map((kind) => ({ value: kind, label: t(`audit.event.${kind}`) }))}
        />
        <Select
          name="wilayah"
          label={t('audit.filter.regency')}
          empty={t('audit.filter.all')}
          defaultValue={filter.regencyCode ?? ''}
          options={regencies.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextInput name="pelaku" label={t('audit.filter.actor')} defaultValue={filter.actorName} />
        <DateInput name="dari" label={t('audit.filter.from')} defaultValue={filter.from ?? ''} />
        <DateInput name="sampai" label={t('audit.filter.to')} defaultValue={filter.to ?? ''} />
      </FilterBar>
      <Table
        caption={t('audit.trail.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => String(row.id)}
        empty={<EmptyState title={t('audit.trail.none')}>{t('audit.trail.none.text')}</EmptyState>}
      />
      <Pagination after={after} />
    </Page>
  )
}

/** Where the subject of an event can be seen; null where it has no page of its own. */
function pageOf({ subjectType, subjectId, beneficiaryId }: TrailRow): string | null {
  if (beneficiaryId) return `/penerima/${beneficiaryId}/jejak`
  if (subjectType === 'batch') return `/penyaluran/batch/${subjectId}`
  if (subjectType === 'programme') return `/program/${subjectId}`
  if (subjectType === 'decree') return `/verifikasi/keputusan/${subjectId}`
  if (subjectType === 'cohort') return `/pelatihan/${subjectId}`
  if (subjectType === 'bank_file') return `/penyaluran/jawaban-bank/${subjectId}`
  return null
}

function useColumns(): Column<TrailRow>[] {
  const t = useTexts()
  return [
    { key: 'id', header: t('audit.column.number'), numeric: true, cell: (row) => String(row.id) },
    { key: 'at', header: t('audit.column.at'), cell: (row) => <Instant at={row.at} /> },
    {
      key: 'kind',
      header: t('audit.column.event'),
      lead: true,
      cell: (row) => t.find(`audit.event.${row.kind}`) ?? row.kind,
    },
    { key: 'actor', header: t('audit.column.actor'), cell: (row) => row.actorName },
    {
      key: 'subject',
      header: t('audit.column.subject'),
      cell: (row) => {
        const to = pageOf(row)
        return to ? (
          <a href={to} className="text-accent underline">
            {t('audit.trail.open')}
          </a>
        ) : (
          '–'
        )
      },
    },
    {
      key: 'facts',
      header: t('audit.column.facts'),
      cell: (row) => <span className="text-sm break-all">{factsText(row.facts)}</span>,
    },
  ]
}

function factsText(facts: Record<string, unknown>): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(' · ')
}
