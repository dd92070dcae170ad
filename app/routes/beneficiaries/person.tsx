import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { PersonNotices } from '~/components/person-notices'
import { StatusBadge } from '~/components/status-badge'
import { isLive } from '~/domain/beneficiary/lifecycle'
import { getPersonHead, type PersonHead } from '~/domain/beneficiary/person-queries.server'
import { may } from '~/domain/shared/permissions'
import { idIn } from '~/platform/address.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { titleOf } from '~/ui/meta'
import { Page } from '~/ui/page'
import { Tabs } from '~/ui/tabs'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) => loaded?.name ?? t('beneficiaries.list.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getPersonHead(actor, idIn(args, 'id'))
}

export default function Person() {
  const head = useLoaderData<typeof loader>()
  const t = useTexts()
  const actor = useActor()
  const sees = (deed: Parameters<typeof may>[1]) => actor !== null && may(actor, deed)
  const at = `/penerima/${head.id}`
  const tabs = [
    { to: at, label: t('beneficiaries.tab.summary') },
    ...(sees('document.read') ? [{ to: `${at}/berkas`, label: t('beneficiaries.tab.documents') }] : []),
    { to: `${at}/perjalanan`, label: t('beneficiaries.tab.progress') },
    ...(sees('tranche.read') || sees('bankAccount.read')
      ? [{ to: `${at}/penyaluran`, label: t('beneficiaries.tab.payments') }]
      : []),
    { to: `${at}/jejak`, label: t('beneficiaries.tab.trail') },
  ]
  return (
    <Page
      title={head.name}
      lead={
        <>
          <span className="figures">{head.registration}</span> · {head.regency} · {head.programme}
        </>
      }
      badge={<StatusBadge status={head.status} onHold={head.onHold} />}
      breadcrumbs={[{ label: t('beneficiaries.list.title'), to: '/penerima' }]}
      actions={<PersonActions head={head} />}
      help="penerima"
    >
      <PersonNotices
        personId={head.id}
        regencyCode={head.regencyCode}
        holds={head.holds}
        exits={head.exits}
      />
      <Tabs label={t('beneficiaries.tab.label')} tabs={tabs} />
      <Outlet />
    </Page>
  )
}

function PersonActions({ head }: { head: PersonHead }) {
  const t = useTexts()
  const actor = useActor()
  if (!actor) return null
  const can = (deed: Parameters<typeof may>[1]) => may(actor, deed, head.regencyCode)
  const live = isLive(head.status)
  const at = `/penerima/${head.id}`
  const proposes = can('exit.propose') && live && head.exits.length === 0
  return (
    <>
      {(can('person.correct') || (head.isOwn && can('person.contact'))) && live && (
        <LinkButton to={`${at}/ubah`} icon="edit">
          {t('beneficiaries.person.correct')}
        </LinkButton>
      )}
      {proposes && head.holds.length === 0 && (
        <LinkButton to={`${at}/tangguhkan`} icon="pause">
          {t('beneficiaries.hold.propose')}
        </LinkButton>
      )}
      {proposes && <LinkButton to={`${at}/keluar`}>{t('beneficiaries.exit.propose')}</LinkButton>}
      {head.status === 'deceased' && can('exit.read') && (
        <LinkButton to={`${at}/ahli-waris`}>{t('beneficiaries.heir.title')}</LinkButton>
      )}
    </>
  )
}
