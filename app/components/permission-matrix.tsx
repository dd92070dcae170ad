import { ROLES, type Role } from '~/domain/shared/actor'
import { DEEDS, type Deed, PERMISSIONS } from '~/domain/shared/permissions'
import { Icon } from '~/ui/icon'
import { useTexts } from '~/ui/texts'

type Extent = 'reach' | 'province'

function extentOf(deed: Deed, role: Role): Extent | undefined {
  return (PERMISSIONS[deed] as Partial<Record<Role, Extent>>)[role]
}

/** The permission table as the code has it: a matrix where there is room, else each deed with the roles that may. */
export function PermissionMatrix() {
  return (
    <>
      <Matrix />
      <DeedList />
    </>
  )
}

function Matrix() {
  const t = useTexts()
  return (
    <div className="hidden overflow-x-auto rounded-card border border-line bg-surface xl:block">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('admin.policy.table')}</caption>
        <thead className="border-b border-line bg-sunken text-sm">
          <tr>
            <th scope="col" className="px-3 py-2 text-start">
              {t('admin.policy.deed')}
            </th>
            {ROLES.map((role) => (
              <th
                key={role}
                scope="col"
                className="max-w-28 px-2 py-2 align-bottom leading-tight [overflow-wrap:normal]"
              >
                {t(`status.role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {DEEDS.map((deed) => (
            <tr key={deed} className="hover:bg-accent-soft/40">
              <th scope="row" className="px-3 py-1 text-start font-normal">
                {t(`admin.deed.${deed}`)}
              </th>
              {ROLES.map((role) => (
                <td key={role} className="px-2 py-1 text-center text-sm">
                  <Mark extent={extentOf(deed, role)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Mark({ extent }: { extent: Extent | undefined }) {
  const t = useTexts()
  if (!extent) return <span className="sr-only">{t('admin.policy.no')}</span>
  if (extent === 'province')
    return <span className="font-semibold text-accent">{t('admin.policy.province')}</span>
  return (
    <>
      <Icon name="check" className="inline size-4.5 text-success" />
      <span className="sr-only">{t('admin.policy.reach')}</span>
    </>
  )
}

function DeedList() {
  const t = useTexts()
  return (
    <dl className="grid gap-3 rounded-card border border-line bg-surface p-4 xl:hidden">
      {DEEDS.map((deed) => (
        <div key={deed}>
          <dt className="font-semibold">{t(`admin.deed.${deed}`)}</dt>
          <dd className="text-muted">
            {ROLES.filter((role) => extentOf(deed, role))
              .map(
                (role) =>
                  t(`status.role.${role}`) +
                  (extentOf(deed, role) === 'province' ? ` (${t('admin.policy.province')})` : ''),
              )
              .join(', ')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
