import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listReveals } from '~/domain/account/reveal-queries.server'
import { requireActor } from '~/platform/respond.server'
import { FilterBar, SearchInput } from '~/ui/filter-bar'
import { titleOf } from '~/ui/meta'
import { Instant } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('admin.reveals.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const address = new URL(args.request.url).searchParams
  const search = address.get('cari') || undefined
  return { ...(await listReveals(actor, { search, after: address.get('setelah') ?? undefined })), search }
}

type Reveal = ReturnType<typeof useLoaderData<typeof loader>>['reveals'][number]

export default function Reveals() {
  const { reveals, after, search } = useLoaderData<typeof loader>()
  const t = useTexts()
  const columns: Column<Reveal>[] = [
    { key: 'when', header: t('admin.reveals.when'), cell: ({ at }) => <Instant at={at} /> },
    { key: 'who', header: t('admin.reveals.who'), lead: true, cell: ({ actorName }) => actorName },
    {
      key: 'person',
      header: t('admin.reveals.person'),
      cell: ({ registrationNumber }) => registrationNumber ?? '–',
    },
    { key: 'regency', header: t('admin.reveals.regency'), cell: ({ regencyName }) => regencyName ?? '–' },
    {
      key: 'field',
      header: t('admin.reveals.field'),
      cell: ({ field }) => (field && t.find(`admin.reveals.field.${field}`)) ?? field ?? '–',
    },
    { key: 'reason', header: t('admin.reveals.reason'), cell: ({ reason }) => reason ?? '–' },
  ]
  const active = search ? [{ name: 'cari', label: t('admin.reveals.search'), value: search }] : []
  return (
    <Page
      title={t('admin.reveals.title')}
      lead={t('admin.reveals.lead')}
      breadcrumbs={[{ label: t('admin.title'), to: '/admin' }]}
      help="admin"
      ask={t('admin.ask')}
    >
      <FilterBar search={<SearchInput label={t('admin.reveals.search')} />} active={active} />
      <Table
        caption={t('admin.reveals.title')}
        columns={columns}
        rows={reveals}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="eye" title={t('admin.reveals.empty')}>
            {t('admin.reveals.empty.text')}
          </EmptyState>
        }
      />
      <Pagination after={after} />
    </Page>
  )
}
