import type { SessionState } from '~/domain/training/session'
import { Badge, type Tone } from '~/ui/badge'
import { useTexts } from '~/ui/texts'

const SESSION_TONES: Record<SessionState, Tone> = {
  ahead: 'neutral',
  to_log: 'warning',
  logged: 'success',
  cancelled: 'danger',
}

export function SessionBadge({ state }: { state: SessionState }) {
  const t = useTexts()
  return <Badge tone={SESSION_TONES[state]}>{t(`training.session.${state}`)}</Badge>
}

export function CohortBadge({ status }: { status: string }) {
  const t = useTexts()
  return status === 'closed' ? (
    <Badge>{t('training.status.closed')}</Badge>
  ) : (
    <Badge tone="accent">{t('training.status.open')}</Badge>
  )
}

type Standing = {
  status: string
  outcome: string | null
  reaches: boolean
  losingTouch: boolean
  tally: { counted: number }
}

/** Where a person stands in a cohort: how it ended, or how attendance looks so far. */
export function StandingBadge({ person }: { person: Standing }) {
  const t = useTexts()
  if (person.outcome === 'left') return <Badge>{t('training.people.left')}</Badge>
  if (person.outcome === 'passed') return <Badge tone="success">{t('training.people.passed')}</Badge>
  if (person.outcome === 'not_passed') return <Badge tone="danger">{t('training.people.not_passed')}</Badge>
  if (person.status !== 'training' && person.outcome === null)
    return <Badge>{t.find(`status.beneficiary.${person.status}`)}</Badge>
  if (person.losingTouch) return <Badge tone="danger">{t('training.people.losingTouch')}</Badge>
  if (person.tally.counted === 0) return <>–</>
  return person.reaches ? (
    <Badge tone="success">{t('training.people.reaches')}</Badge>
  ) : (
    <Badge tone="warning">{t('training.people.below')}</Badge>
  )
}
