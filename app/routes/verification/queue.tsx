import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NoProgramme, VerificationFilter, VerificationTabs } from '~/components/verification-frame'
import { chosenProgramme, listOpenedYears } from '~/domain/programme/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { listQueue, type QueueRow } from '~/domain/verification/queue-queries.server'
import { filtersIn } from '~/platform/address.server'
import { requireActor } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { dayOf, rupiah, shortDay } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { EmptyState, Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('verification.queue.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'verification.read')
  const [programme, years] = await Promise.all([chosenProgramme(args.request), listOpenedYears()])
  const { regencyCode, after, before } = filtersIn(args, {
    regencyCode: 'wilayah',
    after: 'setelah',
    before: 'sebelum',
  })
  const queue = programme && (await listQueue(actor, { programme, regencyCode, after, before }))
  return { programme, years, queue }
}

export default function Queue() {
  const { queue, years } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page title={t('verification.queue.title')} help="verifikasi#antrean">
      <VerificationTabs />
      {queue ? (
        <>
          <Notice tone="info">
            <p>{t('verification.queue.order')}</p>
            {queue.line && (
              <p>
                {t('verification.queue.line', {
                  line: rupiah(queue.line.lineRupiah),
                  source: queue.line.source,
                })}
              </p>
            )}
          </Notice>
          <VerificationFilter years={years} regencies={queue.regencies} />
          <QueueTable rows={queue.rows} />
          <Pagination
            before={queue.before}
            after={queue.after}
            summary={t.plural('verification.queue.count', queue.waiting)}
          />
        </>
      ) : (
        <NoProgramme />
      )}
    </Page>
  )
}

function QueueTable({ rows }: { rows: readonly QueueRow[] }) {
  const t = useTexts()
  const locale = useLocale()
  const columns: Column<QueueRow>[] = [
    {
      key: 'name',
      header: t('verification.column.name'),
      lead: true,
      cell: (row) => (
        <div>
          <a href={`/verifikasi/${row.id}`} className="text-accent underline">
            {row.name}
          </a>
          <span className="block text-sm font-normal text-muted">{row.registrationNumber}</span>
          {row.sentBackBefore && <Badge tone="info">{t('verification.queue.again')}</Badge>}
          {row.registeredItMyself && <Badge tone="warning">{t('verification.queue.own')}</Badge>}
        </div>
      ),
    },
    {
      key: 'village',
      header: t('verification.column.village'),
      cell: (row) => `${row.village}, ${row.district}`,
    },
    {
      key: 'decile',
      header: t('verification.column.decile'),
      numeric: true,
      cell: (row) => row.decile ?? t('verification.unknown'),
    },
    {
      key: 'income',
      header: t('verification.column.income'),
      cell: (row) =>
        row.incomePerHeadRupiah === null ? (
          <span className="text-muted">{t('verification.unknown')}</span>
        ) : (
          <div>
            <span className="figures">{rupiah(row.incomePerHeadRupiah)}</span>
            <span className="block text-sm text-muted">{t(`verification.line.${row.againstLine}`)}</span>
          </div>
        ),
    },
    {
      key: 'since',
      header: t('verification.column.since'),
      cell: (row) => shortDay(dayOf(row.registeredAt), locale),
    },
  ]
  return (
    <Table
      caption={t('verification.queue.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t('verification.queue.empty')} icon="check">
          {t('verification.queue.empty.text')}
        </EmptyState>
      }
    />
  )
}
