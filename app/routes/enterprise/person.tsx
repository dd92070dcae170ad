import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PlanCard } from '~/components/plan-card'
import { RecommendationList } from '~/components/recommendation-list'
import { SectorChoices } from '~/components/sector-choices'
import { getEnterprise } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import { idIn } from '~/platform/address.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { quarter } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Money } from '~/ui/money'
import { EmptyState, Notice } from '~/ui/notice'
import { Card, Page, Section } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) => loaded?.person.name ?? t('enterprise.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getEnterprise(actor, idIn(args, 'beneficiaryId'))
}

export default function PersonEnterprise() {
  const {
    person,
    regency,
    sectors,
    offered,
    advice,
    plan,
    lines,
    ceilingRupiah,
    earlier,
    mayDraft,
    notAcceptable,
  } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page
      title={person.name}
      lead={`${String(person.number).padStart(6, '0')} · ${regency} · ${t.find(`status.beneficiary.${person.status}`)}`}
      breadcrumbs={[{ label: t('enterprise.title'), to: '/usaha' }]}
      help="usaha"
      actions={<Actions />}
    >
      {notAcceptable === 'enterprise.wrote_it_yourself' && (
        <Notice tone="neutral">{t('enterprise.person.ownPlan')}</Notice>
      )}
      {notAcceptable === 'enterprise.person_on_hold' && (
        <Notice tone="warning">{t('enterprise.person.hold')}</Notice>
      )}
      <Section title={t('enterprise.person.sector')}>
        <div className="grid gap-4 lg:grid-cols-2">
          <Card title={t('enterprise.person.wish')}>
            <p>{sectorLabel(sectors, person.wishedSector, t.locale) ?? t('enterprise.person.wish.none')}</p>
          </Card>
          <Card title={t('enterprise.person.advice')}>
            <RecommendationList
              recommendations={advice}
              sectors={sectors}
              none={t('enterprise.person.advice.none')}
            />
          </Card>
        </div>
        <SectorChoices
          offered={offered}
          sectors={sectors}
          wished={person.wishedSector}
          advised={advice.map((one) => one.sectorCode)}
          planned={plan?.sectorCode ?? null}
        />
      </Section>
      <Section title={t('enterprise.person.plan')} id="rencana">
        {plan ? (
          <PlanCard plan={plan} lines={lines} sectors={sectors} ceilingRupiah={ceilingRupiah} />
        ) : (
          <EmptyState title={t('enterprise.person.plan.none')} icon="shop">
            {mayDraft
              ? t('enterprise.person.plan.none.text')
              : person.status !== 'trained' && t('enterprise.person.plan.notYet')}
          </EmptyState>
        )}
      </Section>
      <Grant />
      {earlier.length > 0 && (
        <Section title={t('enterprise.person.earlier')}>
          {earlier.map((one) => (
            <PlanCard key={one.id} plan={one} lines={null} sectors={sectors} ceilingRupiah={null} />
          ))}
        </Section>
      )}
    </Page>
  )
}

function Actions() {
  const { person, plan, mayDraft, maySubmit, mayDecide, notAcceptable } = useLoaderData<typeof loader>()
  const t = useTexts()
  const here = `/usaha/${person.id}`
  const write = plan?.status === 'draft' ? 'rewrite' : plan?.status === 'sent_back' ? 'again' : 'write'
  return (
    <>
      {mayDraft && (
        <LinkButton to={`${here}/rencana`} tone={maySubmit ? 'secondary' : 'primary'} icon="edit">
          {t(`enterprise.plan.${write}`)}
        </LinkButton>
      )}
      {maySubmit && (
        <LinkButton to={`${here}/ajukan`} tone="primary" icon="arrowUp">
          {t('enterprise.submit')}
        </LinkButton>
      )}
      {mayDecide && (
        <LinkButton to={`${here}/kembalikan`} icon="chevronLeft">
          {t('enterprise.sendBack')}
        </LinkButton>
      )}
      {mayDecide && notAcceptable === null && (
        <LinkButton to={`${here}/terima`} tone="primary" icon="check">
          {t('enterprise.accept')}
        </LinkButton>
      )}
    </>
  )
}

function Grant() {
  const { grant } = useLoaderData<typeof loader>()
  const t = useTexts()
  if (!grant) return null
  return (
    <Section title={t('enterprise.person.grant')}>
      <Card>
        <DescriptionList
          columns={3}
          entries={[
            { label: t('enterprise.person.grant.amount'), value: <Money rupiah={grant.amountRupiah} /> },
            ...grant.tranches.map((tranche) => ({
              label: t('enterprise.person.grant.tranche', {
                number: tranche.number,
                quarter: quarter(tranche.quarter, t.locale),
              }),
              value: <Money rupiah={tranche.amountRupiah} />,
            })),
          ]}
        />
      </Card>
    </Section>
  )
}
