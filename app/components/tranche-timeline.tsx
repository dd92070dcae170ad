import type { Gate, Hold } from '~/domain/disbursement/gate'
import type { Attempt, PersonTranche } from '~/domain/disbursement/person-tranche'
import { isSettled, isWaiting, type TrancheStatus } from '~/domain/disbursement/tranche'
import { Badge, type Tone } from '~/ui/badge'
import { day, quarter } from '~/ui/format'
import { Icon } from '~/ui/icon'
import { Money } from '~/ui/money'
import { useLocale, useTexts } from '~/ui/texts'
import { Timeline, type TimelineStep } from '~/ui/timeline'

const TONES: Record<TrancheStatus, Tone> = {
  planned: 'neutral',
  batched: 'info',
  approved: 'info',
  sent: 'accent',
  paid: 'success',
  failed: 'danger',
  returned: 'danger',
  partly_handed_over: 'warning',
  handed_over: 'success',
  cancelled: 'neutral',
}

/** The word for a tranche's state, with its colour. */
export function TrancheStatusBadge({ status }: { status: TrancheStatus }) {
  const t = useTexts()
  return <Badge tone={TONES[status]}>{t(`status.tranche.${status}`)}</Badge>
}

/** A person's tranches from first to last: what each still waits for, and every attempt to pay it. */
export function TrancheTimeline({
  tranches,
  batchLinks = false,
}: {
  tranches: readonly PersonTranche[]
  batchLinks?: boolean
}) {
  const t = useTexts()
  if (tranches.length === 0) return <p className="text-muted">{t('disbursement.timeline.none')}</p>
  return (
    <div className="grid gap-3">
      <Timeline
        label={t('disbursement.timeline.label')}
        steps={tranches.map((tranche) => stepOf(tranche, batchLinks))}
      />
      {tranches.every((tranche) => isSettled(tranche.status)) && (
        <p className="text-muted">{t('disbursement.timeline.later')}</p>
      )}
    </div>
  )
}

function stepOf(tranche: PersonTranche, batchLinks: boolean): TimelineStep {
  const state = isSettled(tranche.status)
    ? 'done'
    : tranche.status === 'cancelled'
      ? 'stopped'
      : isWaiting(tranche.status) && !tranche.ready
        ? 'upcoming'
        : 'current'
  return {
    key: tranche.id,
    state,
    title: <StepTitle tranche={tranche} />,
    meta: <StepMeta tranche={tranche} />,
    children: (
      <>
        {tranche.attempts.map((attempt) => (
          <AttemptLine key={attempt.id} attempt={attempt} link={batchLinks} />
        ))}
        {isWaiting(tranche.status) && <GateList gates={tranche.gates} label={tranche.number} />}
      </>
    ),
  }
}

function StepTitle({ tranche }: { tranche: PersonTranche }) {
  const t = useTexts()
  return (
    <span className="flex flex-wrap items-center gap-2">
      {t('disbursement.tranche.number', { number: tranche.number })}
      <Money rupiah={tranche.amountRupiah} />
      {isWaiting(tranche.status) && tranche.ready ? (
        <Badge tone="success">{t('disbursement.tranche.ready')}</Badge>
      ) : (
        <TrancheStatusBadge status={tranche.status} />
      )}
    </span>
  )
}

function StepMeta({ tranche }: { tranche: PersonTranche }) {
  const t = useTexts()
  const locale = useLocale()
  return (
    <>
      {t('disbursement.timeline.due', {
        quarter: quarter(tranche.quarter, locale),
        form: t(`disbursement.form.${tranche.form}`),
      })}
    </>
  )
}

function AttemptLine({ attempt, link }: { attempt: Attempt; link: boolean }) {
  const t = useTexts()
  const locale = useLocale()
  const batch = t('disbursement.timeline.batch', { number: attempt.batchNumber })
  return (
    <p className="text-sm">
      {t('disbursement.timeline.attempt', { n: attempt.attempt + 1 })}: <code>{attempt.reference}</code>,{' '}
      {link ? (
        <a href={`/penyaluran/batch/${attempt.batchId}`} className="text-accent underline">
          {batch}
        </a>
      ) : (
        batch
      )}
      ,{' '}
      {attempt.status === 'withdrawn'
        ? t('disbursement.lineStatus.withdrawn')
        : t(`status.tranche.${attempt.status}`)}
      {attempt.settledOn && `, ${day(attempt.settledOn, locale)}`}
      {attempt.reasonCode && `, ${t('disbursement.timeline.reason', { code: attempt.reasonCode })}`}
    </p>
  )
}

/** Each gate with a tick or with what holds it and what to do next. */
export function GateList({ gates, label }: { gates: readonly Gate[]; label: number }) {
  const t = useTexts()
  return (
    <ul aria-label={t('disbursement.gates.label', { number: label })} className="grid gap-1 text-sm">
      {gates.map((gate) => (
        <li key={gate.name} className="flex items-start gap-2">
          <Icon
            name={gate.hold ? 'warning' : 'check'}
            className={gate.hold ? 'mt-0.5 size-4 text-warning' : 'mt-0.5 size-4 text-success'}
          />
          <span>
            {t(`disbursement.gate.${gate.name}`)}
            <span className="sr-only">
              : {t(gate.hold ? 'disbursement.gate.hold' : 'disbursement.gate.pass')}
            </span>
            {gate.hold && <HoldReason hold={gate.hold} />}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What holds a tranche, and what to do about it. */
export function HoldReason({ hold }: { hold: Hold | 'account_changed' }) {
  const t = useTexts()
  return (
    <span className="block text-muted">
      <strong className="text-text">{t(`disbursement.hold.${hold}`)}.</strong>{' '}
      {t(`disbursement.next.${hold}`)}
    </span>
  )
}
