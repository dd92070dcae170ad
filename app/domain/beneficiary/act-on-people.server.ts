import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal, type RefusalParams } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import { assignCompanions } from './assign-companions.server'
import { proposeSuspensions } from './propose-suspensions.server'
import { peopleReach, reachWhere } from './reach.server'

export type BulkAction =
  | { tindakan: 'pendamping'; orang: string[]; companionId: string }
  | { tindakan: 'penangguhan'; orang: string[]; reason: string }
export type BulkLine = { id: string; name: string; refusal: { code: string; params: RefusalParams } | null }

/**
 * Does one action for several people, each on its own through the single action's command, and tells person by person
 * what came of it. Who is out of reach is left out. Refuses `not_allowed`.
 */
export async function actOnPeople(
  actor: Actor,
  action: BulkAction,
  at: Date,
  key?: string,
): Promise<BulkLine[]> {
  authorize(actor, action.tindakan === 'pendamping' ? 'person.correct' : 'exit.propose')
  const lines: BulkLine[] = []
  for (const { id, name } of await peopleToActOn(actor, action.orang)) {
    const refusal = await tryOne(() => actOnOne(actor, action, id, at, key && `${key}:${id}`))
    lines.push({ id, name, refusal })
  }
  return lines
}

function actOnOne(
  actor: Actor,
  action: BulkAction,
  beneficiaryId: string,
  at: Date,
  key: string | undefined,
): Promise<unknown> {
  return action.tindakan === 'pendamping'
    ? assignCompanions(actor, [{ beneficiaryId, companionId: action.companionId }], at, key)
    : proposeSuspensions(actor, [{ beneficiaryId, reason: action.reason }], at, key)
}

async function tryOne(act: () => Promise<unknown>): Promise<BulkLine['refusal']> {
  try {
    await act()
    return null
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not_allowed') throw error
    return { code: error.code, params: error.params }
  }
}

/** The chosen people in reach, by name. Refuses `not_allowed`. */
export async function peopleToActOn(actor: Actor, ids: readonly string[]) {
  const reach = await peopleReach(db, actor, 'person.read')
  return db.beneficiary.findMany({
    where: { AND: [{ id: { in: [...ids] } }, reachWhere(reach)] },
    select: { id: true, name: true, regencyCode: true, status: true, onHold: true },
    orderBy: [{ searchName: 'asc' }, { id: 'asc' }],
    take: 200,
  })
}
