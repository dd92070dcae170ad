import type { Actor, Locale, RoleReach } from '~/domain/shared/actor'
import { Refusal } from '~/domain/shared/refusal'
import { today } from '~/platform/clock.server'
import { db } from '~/platform/db.server'

/**
 * A person as an actor, with the roles they hold today: for jobs that go on in somebody's name, and for the command
 * line's `--as`. Refuses `not_found` for an account that is not there or was deactivated.
 */
export async function actingUser(by: { id: string } | { email: string }): Promise<Actor> {
  const user = await db.userAccount.findFirst({
    where: { ...by, deactivatedAt: null },
    select: {
      id: true,
      name: true,
      locale: true,
      roles: {
        where: { OR: [{ expiresOn: null }, { expiresOn: { gte: new Date(today()) } }] },
        select: { role: true, regencyCode: true },
      },
    },
  })
  if (!user) throw new Refusal('not_found')
  return { userId: user.id, name: user.name, locale: user.locale as Locale, roles: user.roles as RoleReach[] }
}
