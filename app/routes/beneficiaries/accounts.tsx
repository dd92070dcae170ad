import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { StatusBadge } from '~/components/status-badge'
import { type AccountTaskRow, listAccountTasks } from '~/domain/beneficiary/account-queries.server'
import { ACCOUNT_TASKS, type AccountTask } from '~/domain/beneficiary/bank-account'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { authorize, may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { FilterBar } from '~/ui/filter-bar'
import { Select } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Instant } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.accounts.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'bankAccount.read')
  const params = new URL(args.request.url).searchParams
  const own: AccountTask =
    may(actor, 'bankAccount.enter') || !may(actor, 'bankAccount.verify') ? 'enter' : 'verify'
  const task = ACCOUNT_TASKS.find((one) => one === params.get('tugas')) ?? own
  const programme = await chosenProgramme(args.request)
  const list = programme
    ? await listAccountTasks(actor, programme.id, task, params.get('setelah'))
    : { rows: [], after: null, count: 0 }
  return { ...list, task }
}

export default function Accounts() {
  const { rows, after, count, task } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page
      title={t('beneficiaries.accounts.title')}
      lead={t('beneficiaries.accounts.lead')}
      breadcrumbs={[{ label: t('beneficiaries.list.title'), to: '/penerima' }]}
      help="penerima"
    >
      <FilterBar>
        <Select
          name="tugas"
          label={t('beneficiaries.accounts.task')}
          empty={false}
          defaultValue={task}
          options={ACCOUNT_TASKS.map((value) => ({
            value,
            label: t(`beneficiaries.accounts.task.${value}`),
          }))}
        />
      </FilterBar>
      <Table
        caption={t('beneficiaries.accounts.title')}
        columns={useColumns(task)}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('beneficiaries.accounts.none')}>
            {t(`beneficiaries.accounts.none.${task}`)}
          </EmptyState>
        }
      />
      {count > 0 && <Pagination after={after} summary={t.plural('beneficiaries.list.count', count)} />}
    </Page>
  )
}

function useColumns(task: AccountTask): Column<AccountTaskRow>[] {
  const t = useTexts()
  const actor = useActor()
  const address = (row: AccountTaskRow) => {
    const at = `/penerima/${row.id}`
    if (!actor) return at
    if (task === 'verify')
      return may(actor, 'bankAccount.verify') && row.enteredBy !== actor.userId
        ? `${at}/rekening/${row.accountId}`
        : `${at}/penyaluran`
    return may(actor, 'bankAccount.enter') ? `${at}/rekening` : `${at}/penyaluran`
  }
  return [
    {
      key: 'name',
      header: t('beneficiaries.field.name'),
      lead: true,
      cell: (row) => (
        <a href={address(row)} className="text-accent underline">
          {row.name}
        </a>
      ),
    },
    { key: 'regency', header: t('beneficiaries.field.regency'), cell: (row) => row.regency },
    {
      key: 'status',
      header: t('beneficiaries.field.status'),
      cell: (row) => <StatusBadge status={row.status} />,
    },
    ...(task === 'enter'
      ? []
      : [
          {
            key: 'bank',
            header: t('beneficiaries.account.bank'),
            cell: (row: AccountTaskRow) => row.bank ?? '–',
          },
          {
            key: 'holder',
            header: t('beneficiaries.account.holder'),
            cell: (row: AccountTaskRow) => row.holderName ?? '–',
          },
        ]),
    { key: 'since', header: t('beneficiaries.accounts.since'), cell: (row) => <Instant at={row.since} /> },
  ]
}
