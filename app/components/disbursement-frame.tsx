import type { ReactNode } from 'react'
import { useActor } from '~/components/actor'
import type { BatchStatus } from '~/domain/disbursement/tranche'
import { may } from '~/domain/shared/permissions'
import { Badge, type Tone } from '~/ui/badge'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Tabs } from '~/ui/tabs'
import { useTexts } from '~/ui/texts'

/** The screens of disbursement beside one another, as far as the reader may open them. */
export function DisbursementTabs() {
  const t = useTexts()
  const actor = useActor()
  if (!actor) return null
  const tabs = [
    { to: '/penyaluran', label: t('disbursement.tabs.tranches'), shown: true },
    { to: '/penyaluran/batch', label: t('disbursement.tabs.batches'), shown: may(actor, 'batch.read') },
    {
      to: '/penyaluran/jawaban-bank',
      label: t('disbursement.tabs.answers'),
      shown: may(actor, 'bankFile.read'),
    },
    { to: '/penyaluran/anggaran', label: t('disbursement.tabs.budget'), shown: may(actor, 'budget.read') },
    { to: '/penyaluran/aturan', label: t('disbursement.tabs.rules'), shown: may(actor, 'rules.read') },
  ]
  return <Tabs label={t('disbursement.tabs.label')} tabs={tabs.filter((tab) => tab.shown)} />
}

/** What stands in place of a list while no programme year was opened. */
export function NoYear({ title }: { title: string }) {
  const t = useTexts()
  return (
    <Page title={title} help="penyaluran">
      <DisbursementTabs />
      <EmptyState title={t('disbursement.noYear')} icon="money">
        {t('disbursement.noYear.text')}
      </EmptyState>
    </Page>
  )
}

const TONES: Record<BatchStatus, Tone> = {
  draft: 'neutral',
  submitted: 'warning',
  sent_back: 'warning',
  refused: 'danger',
  approved: 'info',
  exported: 'accent',
  settled: 'success',
}

export function BatchStatusBadge({ status }: { status: BatchStatus }) {
  const t = useTexts()
  return <Badge tone={TONES[status]}>{t(`disbursement.batchStatus.${status}`)}</Badge>
}

/** The frame of a step that decides something about one batch. */
export function BatchStep({
  title,
  batch,
  children,
}: {
  title: string
  batch: { id: string; number: number }
  children: ReactNode
}) {
  const t = useTexts()
  const crumbs = [
    { label: t('disbursement.tranches.title'), to: '/penyaluran' },
    { label: t('disbursement.batches.title'), to: '/penyaluran/batch' },
    {
      label: t('disbursement.batch.name', { number: String(batch.number) }),
      to: `/penyaluran/batch/${batch.id}`,
    },
  ]
  return (
    <Page title={title} breadcrumbs={crumbs} help="penyaluran#batch" narrow>
      {children}
    </Page>
  )
}

/** The frame of a step that decides something about a bank's answer. */
export function AnswerStep({
  title,
  file,
  children,
}: {
  title: string
  file: { id: string; fileName: string }
  children: ReactNode
}) {
  const t = useTexts()
  const crumbs = [
    { label: t('disbursement.tranches.title'), to: '/penyaluran' },
    { label: t('disbursement.answers.title'), to: '/penyaluran/jawaban-bank' },
    { label: file.fileName, to: `/penyaluran/jawaban-bank/${file.id}` },
  ]
  return (
    <Page title={title} breadcrumbs={crumbs} help="penyaluran#jawaban-bank" narrow>
      {children}
    </Page>
  )
}
