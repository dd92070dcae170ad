import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listProgrammes } from '~/domain/programme/queries.server'
import { may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { LinkButton } from '~/ui/button'
import { integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Money } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('programme.list.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { programmes: await listProgrammes(actor), mayWrite: may(actor, 'programme.write') }
}

type Row = Awaited<ReturnType<typeof listProgrammes>>[number]

export default function Programmes() {
  const { programmes, mayWrite } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('programme.column.programme'),
      lead: true,
      cell: (row) => (
        <a href={`/program/${row.id}`} className="text-accent underline">
          {row.code} · {row.name}
        </a>
      ),
    },
    { key: 'year', header: t('programme.column.year'), numeric: true, cell: (row) => row.fiscalYear },
    {
      key: 'status',
      header: t('programme.column.status'),
      cell: (row) => (
        <Badge tone={row.status === 'open' ? 'success' : row.status === 'draft' ? 'warning' : 'neutral'}>
          {t(`programme.status.${row.status}`)}
        </Badge>
      ),
    },
    {
      key: 'budget',
      header: t('programme.column.budget'),
      numeric: true,
      cell: (row) => <Money rupiah={row.budgetRupiah} />,
    },
    {
      key: 'places',
      header: t('programme.column.places'),
      numeric: true,
      cell: (row) => integer(row.places, locale),
    },
    {
      key: 'people',
      header: t('programme.column.people'),
      numeric: true,
      cell: (row) => integer(row.people, locale),
    },
  ]
  const create = mayWrite && (
    <LinkButton to="/program/baru" tone="primary" icon="plus">
      {t('programme.list.new')}
    </LinkButton>
  )
  return (
    <Page
      title={t('programme.list.title')}
      lead={t('programme.list.lead')}
      help="program"
      actions={
        <>
          <LinkButton to="/program/angka-kemiskinan">{t('programme.list.poverty')}</LinkButton>
          <LinkButton to="/program/penerima-lama">{t('programme.list.past')}</LinkButton>
          {create}
        </>
      }
    >
      <Table
        caption={t('programme.list.title')}
        columns={columns}
        rows={programmes}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('programme.list.empty')} action={create || undefined} icon="programme">
            {t('programme.list.empty.text')}
          </EmptyState>
        }
      />
    </Page>
  )
}
