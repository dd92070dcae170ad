import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  COUNT_LIMIT,
  getBudgetUse,
  getRoad,
  listTasks,
  type RegencyOnRoad,
} from '~/domain/home/queries.server'
import { asksForWork } from '~/domain/home/tasks'
import { currentProgramme } from '~/domain/programme/queries.server'
import { may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { BarChart, Funnel } from '~/ui/chart'
import { integer, quarter as quarterText, rupiahShort } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { StatGrid, StatLink } from '~/ui/stat'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('home.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const [tasks, road, budget, programme] = await Promise.all([
    listTasks(actor),
    getRoad(actor),
    getBudgetUse(actor),
    currentProgramme(),
  ])
  const shown = tasks.map((task) => ({ ...task, urgent: asksForWork(task), more: task.count > COUNT_LIMIT }))
  return { name: actor.name, tasks: shown, road, budget, programme, listsPeople: may(actor, 'person.read') }
}

export default function Home() {
  const { name, tasks, road, budget, programme, listsPeople } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  return (
    <Page
      title={t('home.greeting', { name })}
      lead={programme ? programme.name : t('home.no_programme')}
      help="umum"
    >
      <Section title={t('home.tasks.title')}>
        {tasks.length === 0 ? (
          <EmptyState title={t('home.tasks.none')}>{t('home.tasks.none.text')}</EmptyState>
        ) : (
          <StatGrid>
            {tasks.map((task) => (
              <StatLink
                key={task.key}
                to={task.to}
                label={t(`home.task.${task.key}`)}
                value={task.more ? t('home.more_than', { n: task.count - 1 }) : integer(task.count, locale)}
                tone={task.urgent ? 'attention' : 'plain'}
              />
            ))}
          </StatGrid>
        )}
      </Section>
      {road && <Road road={road} listsPeople={listsPeople} />}
      {budget && budget.quarters.length > 0 && <BudgetUse budget={budget} />}
    </Page>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function Road({ road, listsPeople }: { road: NonNullable<Loaded['road']>; listsPeople: boolean }) {
  const t = useTexts()
  const locale = useLocale()
  const number = (persons: number, to: string) =>
    persons > 0 && listsPeople ? (
      <a href={to} className="text-accent underline">
        {integer(persons, locale)}
      </a>
    ) : (
      integer(persons, locale)
    )
  const columns: Column<RegencyOnRoad>[] = [
    { key: 'regency', header: t('home.road.regency'), lead: true, cell: (row) => row.name },
    {
      key: 'quota',
      header: t('home.road.quota'),
      numeric: true,
      cell: (row) => `${integer(row.placed, locale)} / ${integer(row.quota, locale)}`,
    },
    ...(road.regencies[0]?.steps ?? []).map(
      ({ status }, index): Column<RegencyOnRoad> => ({
        key: status,
        header: t(`status.beneficiary.${status}`),
        numeric: true,
        cell: (row) =>
          number(row.steps[index]?.persons ?? 0, `/penerima?wilayah=${row.regencyCode}&status=${status}`),
      }),
    ),
  ]
  return (
    <Section title={t('home.road.title')}>
      <Funnel
        title={t('home.road.reached')}
        steps={road.steps.map(({ status, persons }) => ({
          key: status,
          label: t(`status.beneficiary.${status}`),
          value: persons,
          shown: integer(persons, locale),
        }))}
      />
      <Table
        caption={t('home.road.by_regency')}
        columns={columns}
        rows={road.regencies}
        rowKey={(row) => row.regencyCode}
      />
    </Section>
  )
}

function BudgetUse({ budget }: { budget: NonNullable<Loaded['budget']> }) {
  const t = useTexts()
  const locale = useLocale()
  return (
    <Section title={t('home.budget.title')}>
      <BarChart
        title={t('home.budget.by_quarter')}
        summary={t('home.budget.summary', {
          total: rupiahShort(budget.budgetRupiah, locale),
          left: rupiahShort(budget.leftRupiah, locale),
        })}
        bars={budget.quarters.map(({ quarter, committed, sent, delivered }) => ({
          key: quarter,
          label: quarterText(quarter, locale),
          shown: rupiahShort(committed + sent + delivered, locale),
          href: `/penyaluran?triwulan=${quarter}`,
          parts: [
            { value: Number(delivered), label: t('home.budget.delivered') },
            { value: Number(sent), label: t('home.budget.sent') },
            { value: Number(committed), label: t('home.budget.committed') },
          ],
        }))}
      />
    </Section>
  )
}
