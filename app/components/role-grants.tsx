import type { Role } from '~/domain/shared/actor'
import { day } from '~/ui/format'
import { useTexts } from '~/ui/texts'

export type GrantLine = { role: Role; regencyName: string | null; expiresOn: string | null }

/** A role with its reach and its last day, in a line; one that has ended is struck through. */
export function GrantText({ grant, today }: { grant: GrantLine; today: string }) {
  const t = useTexts()
  const { role, regencyName, expiresOn } = grant
  const ended = expiresOn !== null && expiresOn < today
  const when =
    expiresOn && t(ended ? 'admin.users.ended' : 'admin.users.until', { day: day(expiresOn, t.locale) })
  return (
    <span className={ended ? 'text-muted line-through' : undefined}>
      {t(`status.role.${role}`)}, {regencyName ?? t('admin.users.province')}
      {when && ` (${when})`}
    </span>
  )
}

export function GrantList({ grants, today }: { grants: readonly GrantLine[]; today: string }) {
  const t = useTexts()
  if (grants.length === 0) return <span className="text-muted">{t('admin.users.noRole')}</span>
  return (
    <ul className="grid gap-0.5">
      {grants.map((grant) => (
        <li key={grant.role + grant.regencyName}>
          <GrantText grant={grant} today={today} />
        </li>
      ))}
    </ul>
  )
}
