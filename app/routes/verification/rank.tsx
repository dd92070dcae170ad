import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StandingBadge } from '~/components/standing-badge'
import { NoProgramme, VerificationFilter, VerificationTabs } from '~/components/verification-frame'
import { chosenProgramme, listOpenedYears } from '~/domain/programme/queries.server'
import { authorize } from '~/domain/shared/permissions'
import {
  getRegencyRank,
  listRegencyRanks,
  type RankedPerson,
  type RegencyRank,
} from '~/domain/verification/rank-queries.server'
import { filtersIn } from '~/platform/address.server'
import { today } from '~/platform/clock.server'
import { requireActor } from '~/platform/respond.server'
import { integer, rupiah } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('verification.rank.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'verification.read')
  const [programme, years] = await Promise.all([chosenProgramme(args.request), listOpenedYears()])
  if (!programme) return { programme, years, regencies: [], chosen: null }
  const regencies = await listRegencyRanks(actor, programme.id, today())
  const { wanted } = filtersIn(args, { wanted: 'wilayah' })
  const code =
    regencies.find((regency) => regency.code === wanted)?.code ??
    (regencies.length === 1 ? regencies[0]?.code : undefined)
  const chosen = code ? { code, ...(await getRegencyRank(actor, programme.id, code, today())) } : null
  return { programme, years, regencies, chosen }
}

export default function Rank() {
  const { programme, years, regencies, chosen } = useLoaderData<typeof loader>()
  const t = useTexts()
  const name = regencies.find((regency) => regency.code === chosen?.code)?.name ?? ''
  return (
    <Page title={t('verification.rank.title')} lead={t('verification.rank.lead')} help="verifikasi#peringkat">
      <VerificationTabs />
      {!programme && <NoProgramme />}
      {programme && <VerificationFilter years={years} regencies={regencies} />}
      {programme && regencies.length > 1 && <Regencies regencies={regencies} code={programme.code} />}
      {chosen && (
        <Section title={t('verification.rank.of', { regency: name })} id="peringkat">
          <p className="text-muted">{t('verification.rank.free', chosen)}</p>
          <People people={chosen.people} />
        </Section>
      )}
    </Page>
  )
}

function Regencies({ regencies, code }: { regencies: readonly RegencyRank[]; code: string }) {
  const t = useTexts()
  const locale = useLocale()
  const count = (key: string, header: string, pick: (row: RegencyRank) => number): Column<RegencyRank> => ({
    key,
    header,
    numeric: true,
    cell: (row) => integer(pick(row), locale),
  })
  const columns: Column<RegencyRank>[] = [
    {
      key: 'name',
      header: t('verification.column.regency'),
      lead: true,
      cell: (row) => (
        <a
          href={`/verifikasi/peringkat?program=${code}&wilayah=${row.code}#peringkat`}
          className="text-accent underline"
        >
          {row.name}
        </a>
      ),
    },
    count('quota', t('verification.column.quota'), (row) => row.quota),
    count('placed', t('verification.column.placed'), (row) => row.placed),
    count('free', t('verification.column.free'), (row) => row.free),
    count('unpublished', t('verification.standing.unpublished'), (row) => row.counts.unpublished),
    count('published', t('verification.standing.published'), (row) => row.counts.published),
    count('objected', t('verification.standing.objected'), (row) => row.counts.objected),
    count('ready', t('verification.standing.ready'), (row) => row.counts.ready),
    count('waiting', t('verification.standing.waiting'), (row) => row.counts.waiting),
  ]
  return (
    <Table
      caption={t('verification.rank.title')}
      columns={columns}
      rows={regencies}
      rowKey={(row) => row.code}
    />
  )
}

function People({ people }: { people: readonly RankedPerson[] }) {
  const t = useTexts()
  const columns: Column<RankedPerson>[] = [
    { key: 'rank', header: t('verification.column.rank'), numeric: true, cell: (row) => row.rank },
    {
      key: 'name',
      header: t('verification.column.name'),
      lead: true,
      cell: (row) => (
        <a href={`/penerima/${row.beneficiaryId}`} className="text-accent underline">
          {row.name}
        </a>
      ),
    },
    { key: 'village', header: t('verification.column.village'), cell: (row) => row.village },
    {
      key: 'decile',
      header: t('verification.column.decile'),
      numeric: true,
      cell: (row) => row.decile ?? t('verification.unknown'),
    },
    {
      key: 'income',
      header: t('verification.column.income'),
      numeric: true,
      cell: (row) =>
        row.incomePerHeadRupiah === null ? t('verification.unknown') : rupiah(row.incomePerHeadRupiah),
    },
    {
      key: 'standing',
      header: t('verification.column.standing'),
      cell: (row) => (
        <div>
          <StandingBadge standing={row.standing} />
          <span className="block text-sm text-muted">
            {t(row.withinQuota ? 'verification.rank.within' : 'verification.rank.beyond')}
          </span>
        </div>
      ),
    },
  ]
  return (
    <Table
      caption={t('verification.rank.title')}
      columns={columns}
      rows={people}
      rowKey={(row) => row.beneficiaryId}
      empty={<EmptyState title={t('verification.rank.empty')} />}
    />
  )
}
