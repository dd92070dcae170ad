import type { Actor, Role } from '~/domain/shared/actor'
import { within } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { today } from '~/platform/clock.server'
import { db, type Prisma } from '~/platform/db.server'
import { named } from './queries.server'

const PAGE = 50

export type UserFilter = {
  search?: string | undefined
  role?: Role | undefined
  state?: 'active' | 'deactivated' | undefined
  after?: string | undefined
  before?: string | undefined
}

/** The accounts in the actor's reach, by name, fifty at a time; cursors are ids. */
export async function listUsers(actor: Actor, filter: UserFilter) {
  const where = whereUsers(actor, filter)
  const backwards = filter.before !== undefined
  const cursor = filter.before ?? filter.after
  const found = await db.userAccount.findMany({
    where,
    select: {
      id: true,
      name: true,
      email: true,
      isDemo: true,
      deactivatedAt: true,
      totpConfirmedAt: true,
      mustChangePassword: true,
      roles: {
        select: { role: true, regencyCode: true, expiresOn: true },
        orderBy: [{ role: 'asc' }, { regencyCode: 'asc' }],
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    take: backwards ? -(PAGE + 1) : PAGE + 1,
  })
  const more = found.length > PAGE
  const shown = backwards ? found.slice(more ? 1 : 0) : found.slice(0, PAGE)
  const grants = await named(
    shown.flatMap((user) => user.roles.map((role) => ({ ...role, userId: user.id }))),
  )
  return {
    total: await db.userAccount.count({ where }),
    users: shown.map((user) => ({ ...user, roles: grants.filter((grant) => grant.userId === user.id) })),
    before: (backwards ? more : cursor) ? (shown[0]?.id ?? null) : null,
    after: (backwards ? true : more) ? (shown.at(-1)?.id ?? null) : null,
  }
}

function whereUsers(actor: Actor, { search, role, state }: UserFilter): Prisma.UserAccountWhereInput {
  const reach = within(actor, 'user.read')
  const current: Prisma.RoleGrantWhereInput = {
    OR: [{ expiresOn: null }, { expiresOn: { gte: new Date(today()) } }],
  }
  const conditions: Prisma.UserAccountWhereInput[] = []
  if (reach.regencyCode) conditions.push({ roles: { some: reach } })
  if (role) conditions.push({ roles: { some: { role, ...current } } })
  if (search) {
    const contains = { contains: search.trim(), mode: 'insensitive' as const }
    conditions.push({ OR: [{ name: contains }, { email: contains }] })
  }
  if (state) conditions.push({ deactivatedAt: state === 'active' ? null : { not: null } })
  return { AND: conditions }
}

/** An account with its roles, its state and what was last done to it. Refuses `not_found` out of reach. */
export async function getUser(actor: Actor, userId: string) {
  const user = await db.userAccount.findFirst({
    where: { AND: [whereUsers(actor, {}), { id: userId }] },
    select: {
      id: true,
      name: true,
      email: true,
      isDemo: true,
      createdAt: true,
      deactivatedAt: true,
      passwordChangedAt: true,
      totpConfirmedAt: true,
      totpSecretEnc: true,
      mustChangePassword: true,
      roles: {
        select: { id: true, role: true, regencyCode: true, expiresOn: true },
        orderBy: [{ role: 'asc' }, { regencyCode: 'asc' }],
      },
      sessions: { where: { endedAt: null }, select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' } },
    },
  })
  if (!user) refuse('not_found')
  const { totpSecretEnc, sessions, ...shown } = user
  const events = await db.auditEvent.findMany({
    where: { subjectType: 'user', subjectId: userId },
    select: { id: true, kind: true, at: true, actorName: true, facts: true },
    orderBy: { id: 'desc' },
    take: 20,
  })
  return {
    ...shown,
    roles: await named(user.roles),
    hasSecondFactor: totpSecretEnc !== null,
    openSessions: sessions.length,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
    events: events.map(({ id, facts, ...event }) => ({ ...event, id: String(id), reason: reasonIn(facts) })),
  }
}

function reasonIn(facts: Prisma.JsonValue): string | null {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return null
  return typeof facts.reason === 'string' ? facts.reason : null
}

/** The regencies a role may reach, for a form. */
export async function listRegencies(): Promise<{ code: string; name: string }[]> {
  return db.region.findMany({
    where: { level: 'regency' },
    select: { code: true, name: true },
    orderBy: { code: 'asc' },
  })
}

/** Which roles must use a second factor, and how many accounts hold each. */
export async function listRolePolicies(actor: Actor) {
  within(actor, 'user.read')
  const policies = await db.rolePolicy.findMany({ select: { role: true, secondFactorRequired: true } })
  const holders = await db.roleGrant.groupBy({
    by: ['role'],
    where: {
      user: { deactivatedAt: null },
      OR: [{ expiresOn: null }, { expiresOn: { gte: new Date(today()) } }],
    },
    _count: { userId: true },
  })
  return policies.map(({ role, secondFactorRequired }) => ({
    role: role as Role,
    secondFactorRequired,
    holders: holders.find((one) => one.role === role)?._count.userId ?? 0,
  }))
}

/** Mails, newest first; cursors are ids, which rise with time. */
export async function listOutbox(actor: Actor, page: { after?: string | undefined }) {
  within(actor, 'outbox.read')
  const mails = await db.outboxMail.findMany({
    orderBy: { id: 'desc' },
    ...(page.after ? { where: { id: { lt: page.after } } } : {}),
    take: PAGE + 1,
  })
  const shown = mails.slice(0, PAGE)
  return { mails: shown, after: mails.length > PAGE ? (shown.at(-1)?.id ?? null) : null }
}
