import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GrantList } from '~/components/role-grants'
import { getUser } from '~/domain/account/user-queries.server'
import { may } from '~/domain/shared/permissions'
import type { Texts } from '~/messages/texts'
import { today } from '~/platform/clock.server'
import { requireActor } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { LinkButton } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { titleOf } from '~/ui/meta'
import { Instant } from '~/ui/money'
import { Notice } from '~/ui/notice'
import { Card, Page, Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((_t, loaded) => loaded?.user.name ?? '')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const user = await getUser(actor, args.params.userId ?? '')
  const self = user.id === actor.userId
  return { user, today: today(), self, writes: may(actor, 'user.write') && !self }
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
type Event = Loaded['user']['events'][number]

export default function User() {
  const { user, today, self, writes } = useLoaderData<typeof loader>()
  const t = useTexts()
  const breadcrumbs = [
    { label: t('admin.title'), to: '/admin' },
    { label: t('admin.users.title'), to: '/admin/pengguna' },
  ]
  const badge = user.deactivatedAt ? (
    <Badge tone="danger">{t('admin.users.state.deactivated')}</Badge>
  ) : (
    <Badge tone="success">{t('admin.users.state.active')}</Badge>
  )
  const demo = user.isDemo && <Badge>{t('admin.users.demo')}</Badge>
  const changeRoles = writes && (
    <LinkButton to={`/admin/pengguna/${user.id}/peran`}>{t('admin.user.roles.change')}</LinkButton>
  )
  return (
    <Page
      title={user.name}
      breadcrumbs={breadcrumbs}
      badge={
        <>
          {badge}
          {demo}
        </>
      }
      help="admin"
      ask={t('admin.ask')}
    >
      {self && <Notice>{t('admin.user.self')}</Notice>}
      <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
        <Card>
          <Facts user={user} />
        </Card>
        <Card title={t('admin.user.roles')} actions={changeRoles}>
          <GrantList grants={user.roles} today={today} />
        </Card>
      </div>
      {writes && <Access user={user} />}
      <Section title={t('admin.user.history')}>
        <Table
          caption={t('admin.user.history')}
          columns={columnsOf(t)}
          rows={user.events}
          rowKey={({ id }) => id}
        />
      </Section>
    </Page>
  )
}

function Facts({ user }: { user: Loaded['user'] }) {
  const t = useTexts()
  const at = (instant: Date | null) => instant && <Instant at={instant} />
  return (
    <DescriptionList
      entries={[
        { label: t('admin.users.email'), value: <span className="break-all">{user.email}</span>, wide: true },
        { label: t('admin.user.created'), value: at(user.createdAt) },
        {
          label: t('admin.user.passwordChanged'),
          value: user.mustChangePassword ? t('admin.users.mustChange') : at(user.passwordChangedAt),
        },
        {
          label: t('admin.users.secondFactor'),
          value: t(user.totpConfirmedAt ? 'admin.users.secondFactor.on' : 'admin.users.secondFactor.off'),
        },
        { label: t('admin.user.lastSeen'), value: at(user.lastSeenAt) },
        { label: t('admin.user.sessions'), value: user.openSessions },
      ]}
    />
  )
}

function Access({ user }: { user: Loaded['user'] }) {
  const t = useTexts()
  const base = `/admin/pengguna/${user.id}`
  return (
    <Section title={t('admin.user.access')}>
      <div className="flex flex-wrap gap-2">
        {user.deactivatedAt ? (
          <LinkButton to={`${base}/pengaktifan`}>{t('admin.user.reactivate')}</LinkButton>
        ) : (
          <>
            <LinkButton to={`${base}/kata-sandi`}>{t('admin.user.temporaryPassword')}</LinkButton>
            {user.hasSecondFactor && (
              <LinkButton to={`${base}/faktor-kedua`}>{t('admin.user.resetSecondFactor')}</LinkButton>
            )}
            <LinkButton to={`${base}/penonaktifan`} tone="danger">
              {t('admin.user.deactivate')}
            </LinkButton>
          </>
        )}
      </div>
    </Section>
  )
}

function columnsOf(t: Texts): Column<Event>[] {
  return [
    { key: 'when', header: t('admin.user.history.when'), cell: ({ at }) => <Instant at={at} /> },
    {
      key: 'what',
      header: t('admin.user.history.what'),
      lead: true,
      cell: ({ kind }) => t.find(`admin.event.${kind}`) ?? kind,
    },
    { key: 'who', header: t('admin.user.history.who'), cell: ({ actorName }) => actorName },
    { key: 'reason', header: t('admin.user.history.reason'), cell: ({ reason }) => reason ?? '–' },
  ]
}
