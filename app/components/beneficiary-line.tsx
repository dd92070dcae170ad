import type { BeneficiaryStatus } from '~/domain/beneficiary/lifecycle'
import { StatusBadge } from './status-badge'

type Props = {
  name: string
  registration: string
  regency: string
  status: BeneficiaryStatus
  onHold?: boolean
}

/** A person in one line, above a form that is about them. */
export function BeneficiaryLine({ name, registration, regency, status, onHold }: Props) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <strong>{name}</strong>
      <span className="figures text-muted">{registration}</span>
      <span className="text-muted">{regency}</span>
      <StatusBadge status={status} onHold={onHold} />
    </p>
  )
}
