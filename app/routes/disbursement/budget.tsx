import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DisbursementTabs, NoYear } from '~/components/disbursement-frame'
import { BUDGET_COLUMNS, type BudgetLine } from '~/domain/disbursement/budget'
import { getBudget } from '~/domain/disbursement/queries.budget.server'
import { listChoices } from '~/domain/disbursement/reach.server'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { BarChart } from '~/ui/chart'
import { quarter, rupiah, rupiahShort } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Money } from '~/ui/money'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Stat, StatGrid, StatLink } from '~/ui/stat'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('disbursement.budget.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'budget.read')
  const programme = await chosenProgramme(args.request)
  if (!programme) return null
  const [budget, choices] = await Promise.all([
    getBudget(actor, programme.id),
    listChoices(actor, 'budget.read'),
  ])
  return { ...budget, ...choices, year: programme.name }
}

export default function BudgetPage() {
  const found = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const title = t('disbursement.budget.title')
  if (!found) return <NoYear title={title} />
  const { province, total, byRegency, bySector, byQuarter } = found
  const regencyName = new Map(found.regencies.map(({ code, name }) => [code, name]))
  const sectorName = new Map(found.sectors.map(({ code, name }) => [code, name]))
  return (
    <Page
      title={title}
      lead={t('disbursement.budget.lead')}
      breadcrumbs={[{ label: t('disbursement.tranches.title'), to: '/penyaluran' }]}
      help="penyaluran#anggaran"
    >
      <DisbursementTabs />
      <StatGrid>
        {province && (
          <Stat
            label={t('disbursement.budget.ceiling')}
            value={rupiahShort(province.ceilingRupiah, locale)}
            note={rupiah(province.ceilingRupiah)}
          />
        )}
        {province && (
          <Stat
            label={t('disbursement.budget.left')}
            value={rupiahShort(province.leftRupiah, locale)}
            note={rupiah(province.leftRupiah)}
          />
        )}
        {BUDGET_COLUMNS.map((column) => (
          <StatLink
            key={column}
            to={`/penyaluran?uang=${column}`}
            label={t(`disbursement.budget.${column}`)}
            value={rupiahShort(total[column], locale)}
            note={rupiah(total[column])}
          />
        ))}
        {province && province.paidBackRupiah > 0n && (
          <Stat
            label={t('disbursement.budget.paidBack')}
            value={rupiahShort(province.paidBackRupiah, locale)}
            note={rupiah(province.paidBackRupiah)}
          />
        )}
      </StatGrid>
      {province &&
        (province.ties ? (
          <Notice tone="success">{t('disbursement.budget.ties')}</Notice>
        ) : (
          <Notice tone="danger">{t('disbursement.budget.tiesNot')}</Notice>
        ))}
      {total.granted === 0n && <Notice>{t('disbursement.budget.empty')}</Notice>}
      <BarChart
        title={t('disbursement.budget.chart')}
        bars={byRegency.map((line) => ({
          key: line.key,
          label: regencyName.get(line.key) ?? line.key,
          shown: rupiahShort(line.granted, locale),
          parts: BUDGET_COLUMNS.map((column) => ({
            value: Number(line[column]),
            label: t(`disbursement.budget.${column}`),
          })),
        }))}
      />
      <Lines
        title={t('disbursement.budget.byRegency')}
        filter="kabupaten"
        lines={byRegency}
        total={total}
        nameOf={(key) => regencyName.get(key) ?? key}
      />
      <Lines
        title={t('disbursement.budget.bySector')}
        filter="sektor"
        lines={bySector}
        total={total}
        nameOf={(key) => sectorName.get(key) ?? key}
      />
      <Lines
        title={t('disbursement.budget.byQuarter')}
        filter="triwulan"
        lines={byQuarter}
        total={total}
        nameOf={(key) => quarter(key, locale)}
      />
    </Page>
  )
}

type LinesProps = {
  title: string
  filter: string
  lines: readonly BudgetLine[]
  total: BudgetLine
  nameOf: (key: string) => string
}

function Lines({ title, filter, lines, total, nameOf }: LinesProps) {
  const t = useTexts()
  const link = (line: BudgetLine, account: string, amount: bigint) => (
    <a href={`/penyaluran?${filter}=${line.key}${account}`} className="text-accent underline">
      <Money rupiah={amount} />
    </a>
  )
  const columns: Column<BudgetLine>[] = [
    { key: 'name', header: title, lead: true, cell: (line) => nameOf(line.key) },
    ...BUDGET_COLUMNS.map((column) => ({
      key: column,
      header: t(`disbursement.budget.${column}`),
      numeric: true,
      cell: (line: BudgetLine) =>
        line[column] === 0n ? <Money rupiah={0n} /> : link(line, `&uang=${column}`, line[column]),
    })),
    {
      key: 'granted',
      header: t('disbursement.budget.granted'),
      numeric: true,
      cell: (line) => link(line, '', line.granted),
    },
  ]
  return (
    <Section title={title}>
      <Table
        caption={title}
        columns={columns}
        rows={lines}
        rowKey={(line) => line.key}
        footer={
          <tr>
            <th scope="row" data-lead className="px-3 py-2 text-start">
              {t('disbursement.budget.total')}
            </th>
            {[...BUDGET_COLUMNS, 'granted' as const].map((column) => (
              <td key={column} data-label={t(`disbursement.budget.${column}`)} className="px-3 py-2 text-end">
                <Money rupiah={total[column]} />
              </td>
            ))}
          </tr>
        }
      />
    </Section>
  )
}
