import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CohortPeople } from '~/components/cohort-people'
import { CohortSchedule } from '~/components/cohort-schedule'
import { CohortBadge } from '~/components/training-badges'
import { listSectors } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import { getCohort } from '~/domain/training/cohort-queries.server'
import { listSessions } from '~/domain/training/session-queries.server'
import { idIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { percent } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Day } from '~/ui/money'
import { EmptyState, Notice } from '~/ui/notice'
import { Card, Page, Section } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) => loaded?.cohort.name ?? t('training.cohort'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const cohortId = idIn(args, 'cohortId')
  const at = now()
  const [cohort, sessions, sectors] = await Promise.all([
    getCohort(actor, cohortId, at),
    listSessions(actor, cohortId, at),
    listSectors(),
  ])
  return { cohort, sessions, sectors }
}

export default function Cohort() {
  const { cohort, sessions } = useLoaderData<typeof loader>()
  const t = useTexts()
  const open = cohort.status === 'open'
  const mayChange = open && cohort.mayWrite
  const away = cohort.people.filter((person) => person.losingTouch)
  const here = `/pelatihan/${cohort.id}`
  return (
    <Page
      title={cohort.name}
      lead={cohort.programme.name}
      badge={<CohortBadge status={cohort.status} />}
      breadcrumbs={[{ label: t('training.title'), to: '/pelatihan' }]}
      help="pelatihan"
      actions={<Actions />}
    >
      <Card>
        <Facts />
      </Card>
      {away.length > 0 && (
        <Notice tone="warning" title={t.plural('training.people.losingTouch.title', away.length)}>
          {t('training.people.losingTouch.text', { names: away.map((person) => person.name).join(', ') })}
        </Notice>
      )}
      <Section
        title={t('training.schedule')}
        id="jadwal"
        actions={
          mayChange && (
            <LinkButton to={`${here}/jadwal`} icon="calendar">
              {t('training.schedule.add')}
            </LinkButton>
          )
        }
      >
        {sessions.length === 0 ? (
          <EmptyState title={t('training.schedule.empty.title')} icon="calendar">
            {mayChange && t('training.schedule.empty.text')}
          </EmptyState>
        ) : (
          <CohortSchedule sessions={sessions} />
        )}
      </Section>
      <Section
        title={t('training.people')}
        id="peserta"
        actions={
          mayChange && (
            <LinkButton to={`${here}/peserta`} icon="plus">
              {t('training.people.add')}
            </LinkButton>
          )
        }
      >
        {cohort.people.length === 0 ? (
          <EmptyState title={t('training.people.empty.title')} icon="people">
            {mayChange && t('training.people.empty.text')}
          </EmptyState>
        ) : (
          <CohortPeople people={cohort.people} />
        )}
      </Section>
    </Page>
  )
}

function Actions() {
  const { cohort } = useLoaderData<typeof loader>()
  const t = useTexts()
  const here = `/pelatihan/${cohort.id}`
  const graduates = cohort.people.some((person) => person.outcome === 'passed')
  return (
    <>
      {graduates && (
        <LinkButton to={`${here}/sertifikat.pdf`} document icon="download">
          {t('training.certificate.all')}
        </LinkButton>
      )}
      {cohort.status === 'open' && cohort.mayWrite && (
        <>
          <LinkButton to={`${here}/ubah`} icon="edit">
            {t('training.change')}
          </LinkButton>
          <LinkButton to={`${here}/tutup`} tone={cohort.notClosable ? 'secondary' : 'primary'} icon="check">
            {t('training.close')}
          </LinkButton>
        </>
      )}
    </>
  )
}

function Facts() {
  const { cohort, sectors } = useLoaderData<typeof loader>()
  const t = useTexts()
  const rule = cohort.programme.excusedLeaveDenominator ? 'leaves' : 'counts'
  return (
    <DescriptionList
      columns={3}
      entries={[
        { label: t('training.field.regency'), value: cohort.regency },
        { label: t('training.field.venue'), value: cohort.venue },
        {
          label: t('training.session.when'),
          value: (
            <>
              <Day on={cohort.startsOn} /> – <Day on={cohort.endsOn} />
            </>
          ),
        },
        {
          label: t('training.field.trainers'),
          value: cohort.trainers.map((trainer) => trainer.name).join(', '),
        },
        {
          label: t('training.field.seats'),
          value: t('training.field.seats.of', { taken: cohort.taken, capacity: cohort.capacity }),
        },
        {
          label: t('training.field.sector'),
          value: sectorLabel(sectors, cohort.sectorCode, t.locale) ?? t('training.field.sector.none'),
        },
        {
          label: t('training.field.rate'),
          value: cohort.rate === null ? null : percent(cohort.rate, t.locale),
        },
        {
          label: t('training.field.requirement'),
          value: `${t('training.rule.percent', { percent: cohort.programme.attendancePercent })}. ${t(`training.rule.${rule}`)}.`,
        },
      ]}
    />
  )
}
