import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { PeopleCounts } from '~/components/people-counts'
import { PeopleFilters, PeopleSearch } from '~/components/people-filters'
import { PeopleTable } from '~/components/people-table'
import { choicesOf, countsOf, listPeople } from '~/domain/beneficiary/list-people.server'
import { filterFrom, pageFrom, paramsOf } from '~/domain/beneficiary/people-filter'
import { listSectors } from '~/domain/enterprise/queries.server'
import { chosenProgramme, listOpenedYears } from '~/domain/programme/queries.server'
import { authorize, may } from '~/domain/shared/permissions'
import type { Texts } from '~/messages/texts'
import { now } from '~/platform/clock.server'
import { requireActor } from '~/platform/respond.server'
import { Button, LinkButton } from '~/ui/button'
import { integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { EmptyState, Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.list.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.read')
  const params = new URL(args.request.url).searchParams
  const filter = filterFrom(params)
  const programme = await chosenProgramme(args.request)
  if (!programme) return { programme: null }
  const [list, counts, choices, sectors, years] = await Promise.all([
    listPeople(actor, programme.id, filter, pageFrom(params), now()),
    countsOf(actor, programme.id),
    choicesOf(actor, programme.id, filter),
    listSectors(),
    listOpenedYears(),
  ])
  return { programme, ...list, counts, choices, sectors, years, filter }
}

export default function People() {
  const loaded = useLoaderData<typeof loader>()
  const t = useTexts()
  if (!loaded.programme) {
    return (
      <Page title={t('beneficiaries.list.title')} breadcrumbs={[]} help="penerima">
        <EmptyState title={t('beneficiaries.empty.noProgramme')}>
          {t('beneficiaries.empty.noProgramme.text')}
        </EmptyState>
      </Page>
    )
  }
  return <PeopleOfYear {...loaded} />
}

type Loaded = Extract<Awaited<ReturnType<typeof loader>>, { rows: unknown }>

function PeopleOfYear({
  programme,
  rows,
  total,
  before,
  after,
  withTypo,
  counts,
  choices,
  sectors,
  years,
  filter,
}: Loaded) {
  const t = useTexts()
  const actor = useActor()
  const mayAct = actor !== null && (may(actor, 'exit.propose') || may(actor, 'person.correct'))
  const filtered = paramsOf(filter).size > 0
  return (
    <Page
      title={t('beneficiaries.list.title')}
      lead={programme.name}
      breadcrumbs={[]}
      help="penerima"
      actions={<ListActions params={paramsOf(filter)} />}
    >
      <PeopleSearch filter={filter} />
      <PeopleFilters {...{ filter, choices, sectors, years }} programmeCode={programme.code} />
      <PeopleCounts counts={counts} regencyCode={filter.regencyCode} status={filter.status} />
      {withTypo && <Notice tone="info">{t('beneficiaries.search.typo', { text: filter.search })}</Notice>}
      <form method="get" action="/penerima/massal" className="grid gap-3">
        <PeopleTable
          rows={rows}
          sectors={sectors}
          selectable={mayAct && rows.length > 0}
          defaultSort={filter.sort}
          empty={
            <EmptyState title={t(filtered ? 'beneficiaries.empty.filtered' : 'beneficiaries.empty.none')}>
              {t(filtered ? 'beneficiaries.empty.filtered.text' : 'beneficiaries.empty.none.text')}
            </EmptyState>
          }
        />
        {mayAct && rows.length > 0 && <BulkButtons />}
      </form>
      <Pagination before={before} after={after} summary={countText(t, total)} />
    </Page>
  )
}

function countText(t: Texts, { persons, more }: Loaded['total']): string {
  return more
    ? t('beneficiaries.list.moreThan', { count: integer(persons, t.locale) })
    : t.plural('beneficiaries.list.count', persons)
}

function ListActions({ params }: { params: URLSearchParams }) {
  const t = useTexts()
  const actor = useActor()
  if (!actor) return null
  return (
    <>
      {may(actor, 'bankAccount.read') && (
        <LinkButton to="/penerima/rekening">{t('beneficiaries.accounts.title')}</LinkButton>
      )}
      {may(actor, 'exit.read') && (
        <LinkButton to="/penerima/keputusan">{t('beneficiaries.decisions.title')}</LinkButton>
      )}
      {may(actor, 'person.export') && (
        <LinkButton to={`/penerima/ekspor?${params}`} icon="download">
          {t('beneficiaries.export.title')}
        </LinkButton>
      )}
      {may(actor, 'person.register') && (
        <LinkButton to="/penerima/baru" icon="plus" tone="primary">
          {t('beneficiaries.list.register')}
        </LinkButton>
      )}
    </>
  )
}

function BulkButtons() {
  const t = useTexts()
  const actor = useActor()
  return (
    <div data-chrome className="flex flex-wrap items-center gap-2">
      <span className="text-muted">{t('beneficiaries.bulk.withChosen')}</span>
      {actor && may(actor, 'person.correct') && (
        <Button type="submit" name="tindakan" value="pendamping">
          {t('beneficiaries.bulk.companion')}
        </Button>
      )}
      {actor && may(actor, 'exit.propose') && (
        <Button type="submit" name="tindakan" value="penangguhan">
          {t('beneficiaries.bulk.suspend')}
        </Button>
      )}
    </div>
  )
}
