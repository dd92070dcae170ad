import type { Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize, type Deed, reachOf } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import type { Prisma } from '~/platform/db.server'

type Reader = Pick<Transaction, 'cohort' | 'cohortTrainer'>

/** The regencies in which the actor may do the deed by another role than trainer: a trainer has cohorts, not a regency. */
export function regencyReach(actor: Actor, deed: Deed): readonly string[] | 'all' {
  return reachOf({ ...actor, roles: actor.roles.filter((held) => held.role !== 'trainer') }, deed)
    .regencyCodes
}

export function coordinates(actor: Actor, regencyCode: string): boolean {
  return actor.roles.some(
    (held) => held.role === 'coordinator' && (held.regencyCode ?? regencyCode) === regencyCode,
  )
}

/** The cohorts in reach: those of the actor's regencies, and those they train. Refuses `not_allowed`. */
async function cohortsWithin(reader: Reader, actor: Actor, deed: Deed): Promise<Prisma.CohortWhereInput> {
  authorize(actor, deed)
  const codes = regencyReach(actor, deed)
  if (codes === 'all') return {}
  const own = await reader.cohortTrainer.findMany({
    where: { userId: actor.userId },
    select: { cohortId: true },
  })
  return { OR: [{ regencyCode: { in: [...codes] } }, { id: { in: own.map((row) => row.cohortId) } }] }
}

/** A cohort that the actor may do the deed with. Refuses `not_allowed` and, out of reach, `not_found`. */
export async function requireCohort(reader: Reader, actor: Actor, deed: Deed, cohortId: string) {
  const where = await cohortsWithin(reader, actor, deed)
  const cohort = await reader.cohort.findFirst({ where: { AND: [{ id: cohortId }, where] } })
  if (!cohort) throw new Refusal('not_found')
  return cohort
}

/** The same, while it is still open. Refuses `training.cohort_closed` too. */
export async function requireOpenCohort(reader: Reader, actor: Actor, deed: Deed, cohortId: string) {
  const cohort = await requireCohort(reader, actor, deed, cohortId)
  if (cohort.status !== 'open') throw new Refusal('training.cohort_closed', { cohort: cohort.name })
  return cohort
}
