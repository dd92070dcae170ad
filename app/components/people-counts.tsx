import { Link, useSearchParams } from '@remix-run/react'
import { type BeneficiaryStatus, STATUSES } from '~/domain/beneficiary/lifecycle'
import type { StatusCount } from '~/domain/beneficiary/person-row'
import { integer } from '~/ui/format'
import { useTexts } from '~/ui/texts'

/** How many people stand at each status, of the chosen regency or of all in reach; each leads to exactly those rows. */
export function PeopleCounts({
  counts,
  regencyCode,
  status,
}: {
  counts: readonly StatusCount[]
  regencyCode: string | null
  status: BeneficiaryStatus | null
}) {
  const t = useTexts()
  const [params] = useSearchParams()
  const here = counts.filter((count) => !regencyCode || count.regencyCode === regencyCode)
  const sums = STATUSES.map((one) => ({
    status: one,
    persons: here.filter((count) => count.status === one).reduce((sum, count) => sum + count.persons, 0),
  }))
  const shown = sums.filter((sum) => sum.persons > 0)
  if (shown.length === 0) return null
  const to = (value: BeneficiaryStatus | null) => {
    const next = new URLSearchParams(params)
    for (const name of ['status', 'setelah', 'sebelum']) next.delete(name)
    if (value) next.set('status', value)
    return `?${next}`
  }
  const look = (chosen: boolean) =>
    `inline-flex items-center gap-1.5 rounded-control border px-2.5 py-1 text-sm coarse:min-h-[44px] ${chosen ? 'border-accent bg-accent-soft text-on-accent-soft' : 'border-line bg-surface hover:border-accent'}`
  return (
    <nav data-chrome aria-label={t('beneficiaries.counts.label')}>
      <ul className="flex flex-wrap gap-1.5">
        {shown.map((sum) => (
          <li key={sum.status}>
            <Link
              to={to(sum.status === status ? null : sum.status)}
              aria-current={sum.status === status || undefined}
              className={look(sum.status === status)}
            >
              {t(`status.beneficiary.${sum.status}`)}{' '}
              <strong className="figures">{integer(sum.persons, t.locale)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
