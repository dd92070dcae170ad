import type { BatchChainFacts } from '~/domain/disbursement/batch-view'
import type { Locale } from '~/domain/shared/actor'
import type { Texts } from '~/messages/texts'
import { day, instant, rupiah } from '~/ui/format'
import { useLocale, useTexts } from '~/ui/texts'
import { Timeline, type TimelineStep } from '~/ui/timeline'

/** Everyone who had a hand in a batch, in the order in which they had it, and what comes next. */
export function BatchChain({ batch }: { batch: BatchChainFacts }) {
  const t = useTexts()
  const locale = useLocale()
  return (
    <Timeline
      label={t('disbursement.batch.section.chain')}
      steps={[...doneSteps(batch, t, locale), ...nextStep(batch, t)]}
    />
  )
}

function doneSteps(batch: BatchChainFacts, t: Texts, locale: Locale): TimelineStep[] {
  const meta = (name: string | null, at: Date) => `${name ?? ''}, ${instant(at, locale)}`
  const steps: TimelineStep[] = [
    {
      key: 'prepared',
      state: 'done',
      title: t('disbursement.batch.chain.prepared'),
      meta: meta(batch.people.prepared, batch.preparedAt),
    },
  ]
  if (batch.submittedAt) {
    steps.push({
      key: 'submitted',
      state: 'done',
      title: t('disbursement.batch.chain.submitted'),
      meta: meta(batch.people.submitted, batch.submittedAt),
    })
  }
  for (const approval of batch.approvals) {
    const good = approval.decision === 'approve'
    steps.push({
      key: approval.id,
      state: good ? 'done' : 'stopped',
      title: good
        ? t('disbursement.batch.chain.approve', { level: approval.level })
        : t(
            approval.decision === 'refuse'
              ? 'disbursement.batch.chain.refuse'
              : 'disbursement.batch.chain.send_back',
          ),
      meta: meta(approval.name, approval.decidedAt),
      children: approval.reason ? <p className="text-sm">{approval.reason}</p> : undefined,
    })
  }
  if (batch.sp2dNumber && batch.sp2dOn && batch.sp2dAt) {
    const facts = {
      number: batch.sp2dNumber,
      date: day(batch.sp2dOn, locale),
      total: rupiah(batch.sp2dAmountRupiah ?? 0n),
    }
    steps.push({
      key: 'sp2d',
      state: 'done',
      title: t('disbursement.batch.chain.sp2d', facts),
      meta: meta(batch.people.sp2d, batch.sp2dAt),
    })
  }
  if (batch.exportedAt) {
    steps.push({
      key: 'exported',
      state: 'done',
      title: t('disbursement.batch.chain.exported'),
      meta: meta(batch.people.exported, batch.exportedAt),
      children: (
        <p className="text-sm break-all">
          {t('disbursement.batch.chain.sha', { sha: batch.exportSha256 ?? '' })}
        </p>
      ),
    })
  }
  return steps
}

function nextStep(batch: BatchChainFacts, t: Texts): TimelineStep[] {
  const round = Math.max(1, ...batch.approvals.map((approval) => approval.round))
  const given = batch.approvals.filter(
    (approval) => approval.round === round && approval.decision === 'approve',
  ).length
  switch (batch.status) {
    case 'submitted':
      return [
        {
          key: 'next',
          state: 'current',
          title: t('disbursement.batch.chain.waitingApproval', { n: (batch.approvalsNeeded ?? 1) - given }),
        },
      ]
    case 'approved':
      return [
        {
          key: 'next',
          state: 'current',
          title: t(
            batch.sp2dNumber
              ? 'disbursement.batch.chain.waitingExport'
              : 'disbursement.batch.chain.waitingSp2d',
          ),
        },
      ]
    case 'exported':
      return [{ key: 'next', state: 'current', title: t('disbursement.batch.chain.waitingAnswer') }]
    case 'settled':
      return [{ key: 'next', state: 'done', title: t('disbursement.batch.chain.settled') }]
    default:
      return []
  }
}
