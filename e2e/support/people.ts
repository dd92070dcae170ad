import type { Actor, Locale, Role, RoleReach } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'

const GIVEN = [
  'Rahmawati',
  'Yusran',
  'Norlaila',
  'Hendrikus',
  'Sitti Aminah',
  'Bambang',
  'Marlina',
  'Fitriansyah',
]
const FAMILY = ['Anggraini', 'Saputra', 'Lestari', 'Lejiu', 'Rahman', 'Wibowo', 'Handayani', 'Kurniawan']

/** A password hash that no password has: people made here sign in by a session, not by a password. */
const NO_PASSWORD =
  '$argon2id$v=19$m=19456,t=2,p=1$bm9wYXNzd29yZG5vcGFzcw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

export type Reach = Role | readonly [Role, string | null]

export type NewUser = {
  roles?: readonly Reach[]
  name?: string
  email?: string
  locale?: Locale
  passwordHash?: string
  mustChangePassword?: boolean
  isDemo?: boolean
  /** Day `YYYY-MM-DD` after which the roles no longer count. */
  expiresOn?: string
}

export type TestUser = { id: string; email: string; actor: Actor }

let made = 0

/** Adds an account to the test's database, with whatever roles the test needs. */
export async function createUser(wanted: NewUser = {}): Promise<TestUser> {
  made += 1
  const name =
    wanted.name ?? `${GIVEN[made % GIVEN.length]} ${FAMILY[Math.floor(made / GIVEN.length) % FAMILY.length]}`
  const email = wanted.email ?? `orang.${process.pid}.${made}@uji.test`
  const roles: RoleReach[] = (wanted.roles ?? []).map((reach) =>
    typeof reach === 'string'
      ? { role: reach, regencyCode: null }
      : { role: reach[0], regencyCode: reach[1] },
  )
  const locale = wanted.locale ?? 'id'
  const { id } = await db.userAccount.create({
    select: { id: true },
    data: {
      email,
      name,
      locale,
      passwordHash: wanted.passwordHash ?? NO_PASSWORD,
      mustChangePassword: wanted.mustChangePassword ?? false,
      isDemo: wanted.isDemo ?? false,
      roles: {
        create: roles.map((held) => ({
          ...held,
          expiresOn: wanted.expiresOn ? new Date(wanted.expiresOn) : null,
        })),
      },
    },
  })
  return { id, email, actor: { userId: id, name, roles, locale } }
}

/** Someone who holds one role, for the whole province unless a regency is given: `anActor('verifier', '64.72')`. */
export async function anActor(role: Role, regencyCode: string | null = null): Promise<Actor> {
  const { actor } = await createUser({ roles: [[role, regencyCode]] })
  return actor
}

/** Someone who holds several roles: `anActorWith(['coordinator', '64.72'], 'auditor')`. */
export async function anActorWith(...roles: Reach[]): Promise<Actor> {
  const { actor } = await createUser({ roles })
  return actor
}
