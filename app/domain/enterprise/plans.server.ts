import type { Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize, type Deed, may, reachOf } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'

export type PersonOfPlan = {
  id: string
  name: string
  status: string
  onHold: boolean
  regencyCode: string
  programmeId: string
  companionId: string | null
}

/**
 * Whether the actor may draft for a person: coordinators in their regency, companions for their own people there and for
 * people who have no companion yet.
 */
export function mayDraftFor(
  actor: Actor,
  person: Pick<PersonOfPlan, 'regencyCode' | 'companionId'>,
): boolean {
  if (!may(actor, 'plan.draft', person.regencyCode)) return false
  if (person.companionId === null || person.companionId === actor.userId) return true
  const other = { ...actor, roles: actor.roles.filter((held) => held.role !== 'companion') }
  return may(other, 'plan.draft', person.regencyCode)
}

/** The people to draft for, each within reach. Refuses `not_allowed`, and `not_found` where anybody is out of reach. */
export async function requirePeopleToDraft(
  tx: Pick<Transaction, 'beneficiary'>,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, PersonOfPlan>> {
  authorize(actor, 'plan.draft')
  const people = await tx.beneficiary.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      name: true,
      status: true,
      onHold: true,
      regencyCode: true,
      programmeId: true,
      companionId: true,
    },
  })
  if (people.length !== new Set(ids).size || people.some((person) => !mayDraftFor(actor, person)))
    refuse('not_found')
  return new Map(people.map((person) => [person.id, person]))
}

export type PlanToDecide = {
  id: string
  beneficiaryId: string
  name: string
  personStatus: string
  onHold: boolean
  regencyCode: string
  programmeId: string
  companionId: string | null
  sectorCode: string
  status: string
  totalRupiah: bigint
  ceilingRupiah: bigint | null
  version: number
  writers: string[]
}

/** Plans with what their decision needs, within the actor's reach for the deed. Refuses `not_allowed` and `not_found`. */
export async function requirePlans(
  tx: Pick<Transaction, '$queryRaw'>,
  actor: Actor,
  deed: Deed,
  ids: readonly string[],
): Promise<Map<string, PlanToDecide>> {
  authorize(actor, deed)
  const { regencyCodes } = reachOf(actor, deed)
  const plans = await tx.$queryRaw<PlanToDecide[]>`
    SELECT p.id, b.id AS "beneficiaryId", b.name, b.status AS "personStatus", b.on_hold AS "onHold", b.regency_code AS "regencyCode",
      b.programme_id AS "programmeId", b.companion_id AS "companionId", p.sector_code AS "sectorCode", p.status,
      p.total_rupiah AS "totalRupiah", s.ceiling_rupiah AS "ceilingRupiah", p.version,
      array_remove(p.drafters || p.drafted_by || p.submitted_by, NULL) AS writers
    FROM business_plan p JOIN beneficiary b ON b.id = p.beneficiary_id
    LEFT JOIN programme_sector s ON s.programme_id = b.programme_id AND s.sector_code = p.sector_code
    WHERE p.id = ANY(${[...ids]}::uuid[])`
  const inReach = plans.filter((plan) => regencyCodes === 'all' || regencyCodes.includes(plan.regencyCode))
  if (inReach.length !== new Set(ids).size) refuse('not_found')
  return new Map(inReach.map((plan) => [plan.id, plan]))
}

/** Facts that a refusal's sentence about a plan may name. */
export function refusePlan(
  code: string,
  plan: { name: string; ceilingRupiah: bigint | null; totalRupiah: bigint },
): never {
  refuse(code, {
    name: plan.name,
    ceilingRupiah: Number(plan.ceilingRupiah ?? 0n),
    totalRupiah: Number(plan.totalRupiah),
  })
}
