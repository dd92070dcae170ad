import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize, may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { TextLink } from '~/ui/button'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('admin.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'user.read')
  return {
    writes: may(actor, 'user.write'),
    outbox: may(actor, 'outbox.read'),
    sectors: may(actor, 'programme.read'),
    reveals: may(actor, 'reveal.log'),
  }
}

export default function Admin() {
  const { writes, outbox, sectors, reveals } = useLoaderData<typeof loader>()
  const t = useTexts()
  const parts = [
    {
      to: '/admin/pengguna',
      title: t('admin.users.title'),
      text: t(writes ? 'admin.card.users' : 'admin.card.usersRead'),
      shown: true,
    },
    { to: '/admin/peran', title: t('admin.policy.title'), text: t('admin.card.policy'), shown: true },
    { to: '/admin/sektor', title: t('admin.sectors.title'), text: t('admin.card.sectors'), shown: sectors },
    {
      to: '/admin/kotak-keluar',
      title: t('admin.outbox.title'),
      text: t('admin.card.outbox'),
      shown: outbox,
    },
    {
      to: '/admin/pengungkapan',
      title: t('admin.reveals.title'),
      text: t('admin.card.reveals'),
      shown: reveals,
    },
  ]
  return (
    <Page title={t('admin.title')} lead={t('admin.lead')} breadcrumbs={[]} help="admin" ask={t('admin.ask')}>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {parts
          .filter(({ shown }) => shown)
          .map(({ to, title, text }) => (
            <li key={to}>
              <Card className="h-full">
                <h2 className="text-base">
                  <TextLink to={to}>{title}</TextLink>
                </h2>
                <p className="text-muted">{text}</p>
              </Card>
            </li>
          ))}
      </ul>
    </Page>
  )
}
