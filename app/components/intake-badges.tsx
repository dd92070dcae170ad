import type { Verdict } from '~/domain/intake/candidate'
import { Badge, type Tone } from '~/ui/badge'
import { useTexts } from '~/ui/texts'

type State = 'uploaded' | 'mapping' | 'checking' | 'checked' | 'writing' | 'written' | 'refused' | 'cancelled'

const STATE_TONES: Record<State, Tone> = {
  uploaded: 'neutral',
  mapping: 'warning',
  checking: 'info',
  checked: 'warning',
  writing: 'info',
  written: 'success',
  refused: 'danger',
  cancelled: 'neutral',
}

export function IntakeStateBadge({ state }: { state: State }) {
  const t = useTexts()
  return <Badge tone={STATE_TONES[state]}>{t(`intake.state.${state}`)}</Badge>
}

const VERDICT_TONES: Record<Verdict, Tone> = { accepted: 'success', warning: 'warning', rejected: 'danger' }

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const t = useTexts()
  return <Badge tone={VERDICT_TONES[verdict]}>{t(`intake.verdict.${verdict}`)}</Badge>
}
