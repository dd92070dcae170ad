import { createUser } from '~/domain/account/create-user.server'
import type { Actor, Role } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'

/** The demonstration's people at work, found by the login before the @. */
export class Cast {
  private constructor(private readonly actors: ReadonlyMap<string, Actor>) {}

  static async gather(): Promise<Cast> {
    const users = await db.userAccount.findMany({
      where: { email: { endsWith: '@berdaya.test' } },
      select: {
        id: true,
        email: true,
        name: true,
        locale: true,
        roles: { select: { role: true, regencyCode: true } },
      },
    })
    return new Cast(
      new Map(
        users.map((user) => [
          user.email.replace('@berdaya.test', ''),
          {
            userId: user.id,
            name: user.name,
            locale: user.locale === 'en' ? 'en' : 'id',
            roles: user.roles.map(({ role, regencyCode }) => ({ role: role as Role, regencyCode })),
          },
        ]),
      ),
    )
  }

  one(login: string): Actor {
    const found = this.actors.get(login)
    if (!found) throw new Error(`nobody in the cast signs in as ${login}`)
    return found
  }

  in(role: 'koordinator' | 'verifikator' | 'pendamping' | 'pelatih', regencyCode: string): Actor {
    return this.one(`${role}.${regencyCode.replace('.', '')}`)
  }

  trainerIn(regencyCode: string): Actor {
    return this.one(OWN_TRAINERS[regencyCode] ?? `pelatih.${regencyCode.replace('.', '')}`)
  }
}

/** The two trainers who have an account of their own in the contract, and where they teach. */
const OWN_TRAINERS: Record<string, string> = { '64.72': 'pelatih', '64.02': 'pelatih2' }

const MORE_TRAINERS: readonly [regencyCode: string, name: string][] = [
  ['64.01', 'Hamdani Syukur'],
  ['64.03', 'Rusdiana Amir'],
  ['64.07', 'Paulus Bungan'],
  ['64.08', 'Sri Mulyati'],
  ['64.09', 'Arbain Noor'],
  ['64.11', 'Elisabet Ding'],
  ['64.71', 'Tri Wahyudi'],
  ['64.74', 'Nurjanah Salim'],
]

/** Trainers for the other regencies: they give the demonstration its classes and sign in with no known password. */
export async function hireTrainers(admin: Actor, at: Date, temporaryPassword: string): Promise<void> {
  for (const [regencyCode, name] of MORE_TRAINERS) {
    const email = `pelatih.${regencyCode.replace('.', '')}@berdaya.test`
    await createUser(admin, { name, email, temporaryPassword, role: 'trainer', regencyCode }, at)
  }
}
