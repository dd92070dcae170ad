import type { Texts } from '~/messages/texts'

/** The way from Home to a page about one user's account. */
export function userCrumbs(t: Texts, user: { id: string; name: string }) {
  return [
    { label: t('admin.title'), to: '/admin' },
    { label: t('admin.users.title'), to: '/admin/pengguna' },
    { label: user.name, to: `/admin/pengguna/${user.id}` },
  ]
}
