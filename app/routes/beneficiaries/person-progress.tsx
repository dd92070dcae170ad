import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getProgress, type Progress } from '~/domain/beneficiary/progress-queries.server'
import { listSectors } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import { idIn } from '~/platform/address.server'
import { requireActor } from '~/platform/respond.server'
import { TextLink } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { Day, Instant, Money } from '~/ui/money'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const id = idIn(args, 'id')
  const [progress, sectors] = await Promise.all([getProgress(actor, id), listSectors()])
  return { id, progress, sectors }
}

export default function ProgressOfPerson() {
  const { id, progress, sectors } = useLoaderData<typeof loader>()
  const t = useTexts()
  const sector = (code: string | null) => sectorLabel(sectors, code, t.locale)
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {progress.verifications && <Verifications id={id} verifications={progress.verifications} />}
      {progress.verifications && <Decree decree={progress.decree} />}
      {progress.training && <Training training={progress.training} />}
      {progress.enterprise && <Enterprise id={id} enterprise={progress.enterprise} sector={sector} />}
    </div>
  )
}

function Verifications({
  id,
  verifications,
}: {
  id: string
  verifications: NonNullable<Progress['verifications']>
}) {
  const t = useTexts()
  return (
    <Card
      title={t('beneficiaries.progress.verification')}
      actions={<TextLink to={`/verifikasi/${id}`}>{t('beneficiaries.progress.open')}</TextLink>}
    >
      {verifications.length === 0 && (
        <p className="text-muted">{t('beneficiaries.progress.verification.none')}</p>
      )}
      {verifications.map((one) => (
        <DescriptionList
          key={one.id}
          entries={[
            { label: t('beneficiaries.progress.decision'), value: t(`status.beneficiary.${one.decision}`) },
            {
              label: t('beneficiaries.progress.decidedBy'),
              value: (
                <>
                  {one.decidedBy}, <Instant at={one.decidedAt} />
                </>
              ),
            },
            {
              label: t('beneficiaries.progress.visitedOn'),
              value: one.visitedOn && <Day on={one.visitedOn} />,
            },
            { label: t('beneficiaries.field.reason'), value: one.reason },
            { label: t('beneficiaries.progress.findings'), value: one.findings, wide: true },
          ]}
        />
      ))}
    </Card>
  )
}

function Decree({ decree }: { decree: Progress['decree'] }) {
  const t = useTexts()
  return (
    <Card title={t('beneficiaries.progress.decree')}>
      {decree ? (
        <DescriptionList
          entries={[
            {
              label: t('beneficiaries.progress.decree.number'),
              value: <TextLink to={`/verifikasi/keputusan/${decree.id}`}>{decree.number}</TextLink>,
            },
            { label: t('beneficiaries.progress.decree.day'), value: <Day on={decree.datedOn} /> },
            {
              label: t('beneficiaries.progress.decree.ceiling'),
              value: <Money rupiah={decree.ceilingRupiah} />,
            },
          ]}
        />
      ) : (
        <p className="text-muted">{t('beneficiaries.progress.decree.none')}</p>
      )}
    </Card>
  )
}

function Training({ training }: { training: NonNullable<Progress['training']> }) {
  const t = useTexts()
  return (
    <Card title={t('beneficiaries.progress.training')}>
      {training.length === 0 && <p className="text-muted">{t('beneficiaries.progress.training.none')}</p>}
      {training.map((one) => (
        <DescriptionList
          key={one.id}
          entries={[
            {
              label: t('beneficiaries.field.cohort'),
              value: <TextLink to={`/pelatihan/peserta/${one.id}`}>{one.cohort}</TextLink>,
            },
            { label: t('beneficiaries.progress.training.since'), value: <Instant at={one.enrolledAt} /> },
            {
              label: t('beneficiaries.progress.training.outcome'),
              value: t(`beneficiaries.progress.outcome.${one.outcome ?? 'open'}`),
            },
            {
              label: t('beneficiaries.progress.training.attendance'),
              value:
                one.sessionCount === null
                  ? null
                  : t('beneficiaries.progress.training.attendance.value', {
                      present: one.presentCount ?? 0,
                      sessions: one.sessionCount,
                    }),
            },
            { label: t('beneficiaries.field.reason'), value: one.outcomeReason },
          ]}
        />
      ))}
    </Card>
  )
}

function Enterprise({
  id,
  enterprise,
  sector,
}: {
  id: string
  enterprise: NonNullable<Progress['enterprise']>
  sector: (code: string | null) => string | null
}) {
  const t = useTexts()
  const { plan, grant, advice } = enterprise
  return (
    <Card
      title={t('beneficiaries.progress.enterprise')}
      actions={<TextLink to={`/usaha/${id}`}>{t('beneficiaries.progress.open')}</TextLink>}
    >
      {!plan && <p className="text-muted">{t('beneficiaries.progress.enterprise.none')}</p>}
      <DescriptionList
        entries={[
          ...advice.map((one) => ({
            label: t('beneficiaries.progress.enterprise.advice', { name: one.by }),
            value: sector(one.sectorCode),
          })),
          ...(plan
            ? [
                {
                  label: t('beneficiaries.progress.enterprise.plan'),
                  value: t(`beneficiaries.progress.plan.${plan.status}`),
                },
                { label: t('beneficiaries.field.sector'), value: sector(plan.sectorCode) },
                {
                  label: t('beneficiaries.progress.enterprise.total'),
                  value: <Money rupiah={plan.totalRupiah} />,
                },
                {
                  label: t('beneficiaries.progress.decidedBy'),
                  value: plan.decidedBy && (
                    <>
                      {plan.decidedBy}, <Instant at={plan.decidedAt} />
                    </>
                  ),
                },
              ]
            : []),
          ...(grant
            ? [
                {
                  label: t('beneficiaries.progress.enterprise.grant'),
                  value: <Money rupiah={grant.amountRupiah} />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}
