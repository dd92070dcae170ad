import type { Transaction } from '~/domain/audit/write.server'
import type { Actor, Role } from '~/domain/shared/actor'
import { authorize, type Deed, reachOf } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { joinSql, type Prisma, type Sql, sql } from '~/platform/db.server'

/**
 * Whose people an actor reaches: those of their regencies, as a companion their own people, as a trainer the people of
 * their own cohorts.
 */
export type PeopleReach = {
  regencyCodes: readonly string[] | 'all'
  companionId: string | null
  cohortIds: readonly string[]
}

type Reader = Pick<Transaction, 'cohortTrainer'>

const OWN_PEOPLE_ONLY: readonly Role[] = ['companion', 'trainer']

/** The actor's reach for a deed. Refuses `not_allowed` where they may not do it anywhere. */
export async function peopleReach(reader: Reader, actor: Actor, deed: Deed): Promise<PeopleReach> {
  authorize(actor, deed)
  const withRoles = (keep: (role: Role) => boolean) =>
    reachOf({ ...actor, roles: actor.roles.filter((held) => keep(held.role)) }, deed).regencyCodes
  const allowed = (role: Role) => withRoles((held) => held === role).length > 0
  const regencyCodes = withRoles((role) => !OWN_PEOPLE_ONLY.includes(role))
  if (regencyCodes === 'all') return { regencyCodes, companionId: null, cohortIds: [] }
  const cohorts = allowed('trainer')
    ? await reader.cohortTrainer.findMany({ where: { userId: actor.userId }, select: { cohortId: true } })
    : []
  return {
    regencyCodes,
    companionId: allowed('companion') ? actor.userId : null,
    cohortIds: cohorts.map((row) => row.cohortId),
  }
}

/** Reaches people one by one (as a companion or trainer) and no regency as a whole. */
export function reachesOwnPeopleOnly(reach: PeopleReach): boolean {
  return reach.regencyCodes !== 'all' && reach.regencyCodes.length === 0
}

export function reachWhere(reach: PeopleReach): Prisma.BeneficiaryWhereInput {
  if (reach.regencyCodes === 'all') return {}
  return {
    OR: [
      { regencyCode: { in: [...reach.regencyCodes] } },
      ...(reach.companionId ? [{ companionId: reach.companionId }] : []),
      { cohortId: { in: [...reach.cohortIds] } },
    ],
  }
}

/** The same for a raw query in which the person's row is called `b`. */
export function reachSql(reach: PeopleReach): Sql {
  if (reach.regencyCodes === 'all') return sql`true`
  const parts: Sql[] = []
  if (reach.regencyCodes.length > 0) parts.push(sql`b.regency_code = ANY(${[...reach.regencyCodes]}::text[])`)
  if (reach.companionId) parts.push(sql`b.companion_id = ${reach.companionId}::uuid`)
  if (reach.cohortIds.length > 0) parts.push(sql`b.cohort_id = ANY(${[...reach.cohortIds]}::uuid[])`)
  return parts.length > 0 ? sql`(${joinSql(parts, ' OR ')})` : sql`false`
}

type PersonReader = Reader & Pick<Transaction, 'beneficiary'>

const PERSON = {
  id: true,
  programmeId: true,
  number: true,
  name: true,
  status: true,
  statusSince: true,
  regencyCode: true,
  onHold: true,
  companionId: true,
  cohortId: true,
  registeredBy: true,
  version: true,
} as const satisfies Prisma.BeneficiarySelect

export type ReachedPerson = Prisma.BeneficiaryGetPayload<{ select: typeof PERSON }>

/** People the actor may do the deed with, by id. Refuses `not_allowed`, and `not_found` where anybody is out of reach. */
export async function requirePeople(
  reader: PersonReader,
  actor: Actor,
  deed: Deed,
  ids: readonly string[],
): Promise<Map<string, ReachedPerson>> {
  const reach = await peopleReach(reader, actor, deed)
  const wanted = new Set(ids)
  const people = await reader.beneficiary.findMany({
    where: { AND: [{ id: { in: [...wanted] } }, reachWhere(reach)] },
    select: PERSON,
  })
  if (people.length !== wanted.size) refuse('not_found')
  return new Map(people.map((person) => [person.id, person]))
}

/** One person the actor may do the deed with. Refuses `not_allowed` and, out of reach, `not_found`. */
export async function requirePerson(
  reader: PersonReader,
  actor: Actor,
  deed: Deed,
  id: string,
): Promise<ReachedPerson> {
  return (await requirePeople(reader, actor, deed, [id])).get(id) ?? refuse('not_found')
}
