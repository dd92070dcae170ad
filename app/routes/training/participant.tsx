import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RecommendationList } from '~/components/recommendation-list'
import { SessionTime } from '~/components/session-time'
import { StandingBadge } from '~/components/training-badges'
import { listSectors } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import { getEnrolment } from '~/domain/training/enrolment-queries.server'
import { UNDONE } from '~/domain/training/marking'
import { idIn } from '~/platform/address.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { percent } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Instant } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Card, Page, Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>(
  (t, loaded) => loaded?.enrolment.person.name ?? t('training.participant'),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const [enrolment, sectors] = await Promise.all([
    getEnrolment(actor, idIn(args, 'enrolmentId')),
    listSectors(),
  ])
  return { enrolment, sectors }
}

type Line = Awaited<ReturnType<typeof loader>>['enrolment']['lines'][number]

export default function Participant() {
  const { enrolment, sectors } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { person, cohort } = enrolment
  return (
    <Page
      title={person.name}
      lead={t('training.participant')}
      badge={<StandingBadge person={{ ...enrolment, status: enrolment.person.status }} />}
      breadcrumbs={[
        { label: t('training.title'), to: '/pelatihan' },
        { label: cohort.name, to: `/pelatihan/${cohort.id}` },
      ]}
      help="pelatihan"
      actions={<Actions />}
    >
      <Card>
        <DescriptionList
          columns={3}
          entries={[
            { label: t('training.people.number'), value: String(person.number).padStart(6, '0') },
            { label: t('training.participant.enrolled'), value: <Instant at={enrolment.enrolledAt} /> },
            {
              label: t('training.people.attended'),
              value: t('training.people.attended.of', enrolment.tally),
            },
            {
              label: t('training.people.rate'),
              value: enrolment.rate === null ? null : percent(enrolment.rate, t.locale),
            },
            {
              label: t('training.field.requirement'),
              value: t('training.rule.percent', { percent: enrolment.programme.attendancePercent }),
            },
            {
              label: t('training.participant.wish'),
              value: sectorLabel(sectors, person.wishedSector, t.locale),
            },
            {
              label: t('training.participant.result'),
              value:
                enrolment.outcomeReason ??
                (enrolment.endedAt ? (
                  <StandingBadge person={{ ...enrolment, status: enrolment.person.status }} />
                ) : (
                  t('training.participant.running')
                )),
              wide: true,
            },
          ]}
        />
      </Card>
      <Section title={t('training.participant.marks')}>
        <Table
          caption={t('training.participant.marks')}
          columns={useColumns()}
          rows={enrolment.lines}
          rowKey={(line) => line.sessionId}
          empty={<EmptyState title={t('training.participant.noSession')} icon="calendar" />}
        />
      </Section>
      <Section title={t('training.recommendation')}>
        <RecommendationList
          recommendations={enrolment.recommendations}
          sectors={sectors}
          none={t('training.recommendation.none')}
        />
      </Section>
    </Page>
  )
}

function Actions() {
  const { enrolment } = useLoaderData<typeof loader>()
  const t = useTexts()
  const here = `/pelatihan/peserta/${enrolment.id}`
  const mayEnd = enrolment.mayWrite && enrolment.endedAt === null && enrolment.cohort.status === 'open'
  return (
    <>
      {enrolment.certificate && (
        <LinkButton to={`${here}/sertifikat.pdf`} document icon="download">
          {t('training.certificate')}
        </LinkButton>
      )}
      {enrolment.isTrainer && (
        <LinkButton to={`${here}/saran`} tone="primary" icon="edit">
          {t('training.recommendation.give')}
        </LinkButton>
      )}
      {mayEnd && (
        <LinkButton to={`${here}/keluar`} icon="signOut">
          {t('training.leave')}
        </LinkButton>
      )}
    </>
  )
}

function useColumns(): Column<Line>[] {
  const t = useTexts()
  return [
    {
      key: 'topic',
      header: t('training.session'),
      lead: true,
      cell: (line) => (
        <a href={`/pelatihan/sesi/${line.sessionId}`} className="text-accent underline">
          {line.topic}
        </a>
      ),
    },
    {
      key: 'when',
      header: t('training.session.when'),
      cell: (line) => <SessionTime startsAt={line.startsAt} endsAt={line.endsAt} />,
    },
    {
      key: 'mark',
      header: t('training.participant.mark'),
      cell: (line) => (
        <>
          {line.mark ? t(`training.mark.${line.mark}`) : t('training.participant.noMark')}
          {line.note && line.note !== UNDONE && <span className="block text-sm text-muted">{line.note}</span>}
        </>
      ),
    },
  ]
}
