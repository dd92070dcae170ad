import type { Texts } from '~/messages/texts'
import type { Crumb } from '~/ui/page'

/** The way to a screen about one person. */
export function personCrumbs(t: Texts, person: { id: string; name: string }): Crumb[] {
  return [
    { label: t('beneficiaries.list.title'), to: '/penerima' },
    { label: person.name, to: `/penerima/${person.id}` },
  ]
}
