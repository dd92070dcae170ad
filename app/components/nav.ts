import type { Actor } from '~/domain/shared/actor'
import { type Deed, may } from '~/domain/shared/permissions'
import type { TextKey } from '~/messages/texts'
import type { IconName } from '~/ui/icon'

export type NavEntry = { to: string; text: TextKey; deed: Deed; icon: IconName }

/** The main navigation, in the order of a beneficiary's road. */
const NAVIGATION: readonly NavEntry[] = [
  { to: '/', text: 'common.nav.home', deed: 'home.read', icon: 'home' },
  { to: '/program', text: 'common.nav.programme', deed: 'programme.read', icon: 'programme' },
  { to: '/usulan', text: 'common.nav.intake', deed: 'intake.read', icon: 'inbox' },
  { to: '/penerima', text: 'common.nav.beneficiaries', deed: 'person.read', icon: 'people' },
  { to: '/verifikasi', text: 'common.nav.verification', deed: 'verification.read', icon: 'shield' },
  { to: '/pelatihan', text: 'common.nav.training', deed: 'cohort.read', icon: 'book' },
  { to: '/usaha', text: 'common.nav.enterprise', deed: 'plan.read', icon: 'shop' },
  { to: '/penyaluran', text: 'common.nav.disbursement', deed: 'tranche.read', icon: 'money' },
  { to: '/audit', text: 'common.nav.audit', deed: 'audit.read', icon: 'audit' },
  { to: '/admin', text: 'common.nav.admin', deed: 'user.read', icon: 'settings' },
]

/** What this person may open; a visitor sees none of it. */
export function navigationFor(actor: Actor | null): readonly NavEntry[] {
  return actor ? NAVIGATION.filter(({ deed }) => may(actor, deed)) : []
}
