import { useSearchParams } from '@remix-run/react'
import type { Role } from '~/domain/shared/actor'
import { TextLink } from '~/ui/button'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export type DemoAccountLine = { email: string; name: string; role: Role; regencyName: string | null }

type Props = { accounts: readonly DemoAccountLine[]; password: string; chosen: string | null }

/** The accounts of the demonstration, each a link that fills the form in; drawn only where they may sign in. */
export function DemoAccounts({ accounts, password, chosen }: Props) {
  const t = useTexts()
  const province = accounts.filter(({ regencyName }) => regencyName === null)
  const regencies = accounts.filter(({ regencyName }) => regencyName !== null)
  return (
    <Card title={t('account.demo.title')}>
      <p className="text-muted">{t('account.demo.lead')}</p>
      <p>{t('account.demo.password', { password })}</p>
      <Lines label={t('account.demo.province')} accounts={province} chosen={chosen} />
      {regencies.length > 0 && (
        <details open={regencies.some(({ email }) => email === chosen)}>
          <summary className="py-1 font-semibold text-accent coarse:min-h-[44px]">
            {t('account.demo.regencies', { n: regencies.length })}
          </summary>
          <Lines label={t('account.demo.title')} accounts={regencies} chosen={chosen} />
        </details>
      )}
    </Card>
  )
}

function Lines({
  label,
  accounts,
  chosen,
}: {
  label: string
  accounts: Props['accounts']
  chosen: string | null
}) {
  const t = useTexts()
  const [search] = useSearchParams()
  const to = (email: string) => {
    const next = new URLSearchParams(search)
    next.set('surel', email)
    return `?${next}`
  }
  return (
    <ul aria-label={label} className="grid gap-0.5">
      {accounts.map(({ email, name, role, regencyName }) => (
        <li key={email} className="flex flex-wrap items-baseline gap-x-2 coarse:min-h-[44px] coarse:py-2">
          <TextLink
            to={to(email)}
            aria-current={email === chosen || undefined}
            className="aria-[current]:font-semibold"
          >
            {email}
          </TextLink>
          <span className="text-sm text-muted">
            {name}, {t(`status.role.${role}`)}
            {regencyName && `, ${regencyName}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
