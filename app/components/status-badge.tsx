import type { BeneficiaryStatus } from '~/domain/beneficiary/lifecycle'
import { Badge, type Tone } from '~/ui/badge'
import { useTexts } from '~/ui/texts'

const TONES: Record<BeneficiaryStatus, Tone> = {
  proposed: 'neutral',
  sent_back: 'warning',
  verified: 'info',
  rejected: 'danger',
  waitlisted: 'warning',
  decreed: 'accent',
  training: 'accent',
  trained: 'accent',
  not_passed: 'warning',
  assigned: 'accent',
  disbursing: 'accent',
  completed: 'success',
  graduated: 'success',
  withdrawn: 'danger',
  replaced: 'danger',
  deceased: 'danger',
}

/** Where a person stands on the road, and beside it whether they are suspended. */
export function StatusBadge({ status, onHold }: { status: BeneficiaryStatus; onHold?: boolean }) {
  const t = useTexts()
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={TONES[status]}>{t(`status.beneficiary.${status}`)}</Badge>
      {onHold && <Badge tone="danger">{t('status.onHold')}</Badge>}
    </span>
  )
}
