import { write } from '~/domain/audit/write.server'
import type { Actor, Locale } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'

/** Keeps the language a person reads the portal in. Choosing the present one changes nothing. Refuses `not_allowed`. */
export async function chooseLanguageOf(actor: Actor, locale: Locale, at: Date): Promise<void> {
  authorize(actor, 'account.own')
  if (actor.locale === locale) return
  await write(
    actor,
    async (tx, record) => {
      await tx.userAccount.update({ where: { id: actor.userId }, data: { locale } })
      record({
        kind: 'user.language_changed',
        subject: { type: 'user', id: actor.userId },
        facts: { from: actor.locale, to: locale },
      })
    },
    { at },
  )
}
