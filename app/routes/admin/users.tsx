import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GrantList } from '~/components/role-grants'
import { readUserFilter } from '~/domain/account/user.form.server'
import { listUsers } from '~/domain/account/user-queries.server'
import { ROLES } from '~/domain/shared/actor'
import { may } from '~/domain/shared/permissions'
import type { Texts } from '~/messages/texts'
import { today } from '~/platform/clock.server'
import { requireActor } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { LinkButton } from '~/ui/button'
import { FilterBar, SearchInput } from '~/ui/filter-bar'
import { Select } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('admin.users.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const filter = readUserFilter(new URL(args.request.url).searchParams)
  return { ...(await listUsers(actor, filter)), filter, today: today(), writes: may(actor, 'user.write') }
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
type User = Loaded['users'][number]

export default function Users() {
  const loaded = useLoaderData<typeof loader>()
  const t = useTexts()
  const { users, total, before, after, writes } = loaded
  const add = writes && (
    <LinkButton to="/admin/pengguna/baru" tone="primary" icon="plus">
      {t('admin.users.new')}
    </LinkButton>
  )
  return (
    <Page
      title={t('admin.users.title')}
      lead={t('admin.users.lead')}
      breadcrumbs={[{ label: t('admin.title'), to: '/admin' }]}
      actions={add}
      help="admin"
      ask={t('admin.ask')}
    >
      <Filters filter={loaded.filter} />
      <Table
        caption={t('admin.users.title')}
        columns={columnsOf(t, loaded.today)}
        rows={users}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="people" title={t('admin.users.none')} action={add}>
            {t('admin.users.none.text')}
          </EmptyState>
        }
      />
      <Pagination before={before} after={after} summary={t.plural('admin.users.total', total)} />
    </Page>
  )
}

function columnsOf(t: Texts, today: string): Column<User>[] {
  return [
    {
      key: 'name',
      header: t('admin.users.name'),
      lead: true,
      cell: ({ id, name }) => (
        <a href={`/admin/pengguna/${id}`} className="text-accent underline">
          {name}
        </a>
      ),
    },
    { key: 'email', header: t('admin.users.email'), cell: ({ email }) => email },
    {
      key: 'roles',
      header: t('admin.users.role'),
      cell: ({ roles }) => <GrantList grants={roles} today={today} />,
    },
    {
      key: 'secondFactor',
      header: t('admin.users.secondFactor'),
      cell: ({ totpConfirmedAt }) =>
        t(totpConfirmedAt ? 'admin.users.secondFactor.on' : 'admin.users.secondFactor.off'),
    },
    {
      key: 'state',
      header: t('admin.users.state'),
      cell: ({ deactivatedAt, mustChangePassword }) =>
        deactivatedAt ? (
          <Badge tone="danger">{t('admin.users.state.deactivated')}</Badge>
        ) : mustChangePassword ? (
          <Badge tone="warning">{t('admin.users.mustChange')}</Badge>
        ) : (
          <Badge tone="success">{t('admin.users.state.active')}</Badge>
        ),
    },
  ]
}

function Filters({ filter }: { filter: Loaded['filter'] }) {
  const t = useTexts()
  const { search, role, state } = filter
  const active = [
    search && { name: 'cari', label: t('admin.users.search'), value: search },
    role && { name: 'peran', label: t('admin.users.role'), value: t(`status.role.${role}`) },
    state && { name: 'keadaan', label: t('admin.users.state'), value: t(`admin.users.state.${state}`) },
  ].filter((one) => typeof one === 'object')
  const states = (['active', 'deactivated'] as const).map((value) => ({
    value,
    label: t(`admin.users.state.${value}`),
  }))
  return (
    <FilterBar search={<SearchInput label={t('admin.users.search')} />} active={active}>
      <Select
        name="peran"
        label={t('admin.users.role')}
        empty={t('admin.users.anyRole')}
        defaultValue={role ?? ''}
        options={ROLES.map((value) => ({ value, label: t(`status.role.${value}`) }))}
      />
      <Select
        name="keadaan"
        label={t('admin.users.state')}
        empty={t('admin.users.anyState')}
        defaultValue={state ?? ''}
        options={states}
      />
    </FilterBar>
  )
}
