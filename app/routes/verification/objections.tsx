import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NoProgramme, VerificationFilter, VerificationTabs } from '~/components/verification-frame'
import { chosenProgramme, listOpenedYears } from '~/domain/programme/queries.server'
import { addDays } from '~/domain/shared/day'
import { authorize, may } from '~/domain/shared/permissions'
import { listPeriods, type PeriodLine } from '~/domain/verification/objection-queries.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Day } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('verification.objections.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'verification.read')
  const [programme, years] = await Promise.all([chosenProgramme(args.request), listOpenedYears()])
  const periods = programme ? await listPeriods(actor, programme.id) : []
  return {
    programme,
    years,
    periods,
    mayPublish: may(actor, 'objection.write') && programme?.status === 'open',
  }
}

export default function Objections() {
  const { programme, years, periods, mayPublish } = useLoaderData<typeof loader>()
  const t = useTexts()
  const publish = mayPublish && (
    <LinkButton to="/verifikasi/sanggahan/pengumuman" tone="primary">
      {t('verification.objections.publish')}
    </LinkButton>
  )
  return (
    <Page
      title={t('verification.objections.title')}
      lead={programme ? t('verification.objections.lead', { n: programme.objectionDays }) : undefined}
      actions={publish}
      help="verifikasi#sanggahan"
    >
      <VerificationTabs />
      {programme ? <VerificationFilter years={years} /> : <NoProgramme />}
      {programme && <Periods periods={periods} />}
    </Page>
  )
}

function Periods({ periods }: { periods: readonly PeriodLine[] }) {
  const t = useTexts()
  const locale = useLocale()
  const columns: Column<PeriodLine>[] = [
    {
      key: 'regency',
      header: t('verification.column.regency'),
      lead: true,
      cell: (row) => (
        <a href={`/verifikasi/sanggahan/${row.id}`} className="text-accent underline">
          {row.regency}
        </a>
      ),
    },
    {
      key: 'published',
      header: t('verification.column.published'),
      cell: (row) => <Day on={row.publishedOn} />,
    },
    {
      key: 'until',
      header: t('verification.column.until'),
      cell: (row) => <Day on={addDays(row.closesOn, -1)} />,
    },
    {
      key: 'people',
      header: t('verification.column.people'),
      numeric: true,
      cell: (row) => integer(row.persons, locale),
    },
    {
      key: 'objections',
      header: t('verification.column.objections'),
      numeric: true,
      cell: (row) => integer(row.objections, locale),
    },
    {
      key: 'unanswered',
      header: t('verification.column.unanswered'),
      numeric: true,
      cell: (row) => integer(row.unanswered, locale),
    },
  ]
  return (
    <Table
      caption={t('verification.objections.title')}
      columns={columns}
      rows={periods}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t('verification.objections.empty')}>
          {t('verification.objections.empty.text')}
        </EmptyState>
      }
    />
  )
}
