import { noteInvolvement } from '~/domain/audit/involve.server'
import { type Recorder, type Transaction, write } from '~/domain/audit/write.server'
import { cancelTranches } from '~/domain/disbursement/cancel-tranches.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { enqueue } from '~/platform/queue.server'
import { type BeneficiaryStatus, type ExitStatus, isPlaced } from './lifecycle'
import { moveBeneficiaries } from './move-beneficiary.server'
import { type ReachedPerson, requirePeople } from './reach.server'

export type ExitDecision = {
  proposalId: string
  decision: 'confirmed' | 'refused'
  note?: string | undefined
}

type Decided = ExitDecision & { person: ReachedPerson; toStatus: ExitStatus; reason: string }

/**
 * Confirms or refuses proposed exits. A confirmed one moves the person off the road; where they had a place, the next on
 * the waiting list is offered it. All or none. Refuses `not_found` out of reach, `beneficiary.proposed_it_yourself`
 * (the database too), and `already_done` for a decided proposal.
 */
export async function decideExits(
  actor: Actor,
  decisions: readonly ExitDecision[],
  at: Date,
  key?: string,
): Promise<{ decided: number }> {
  authorize(actor, 'exit.confirm')
  if (decisions.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const decided = await load(tx, actor, decisions)
      await settle(tx, actor, decided, at)
      await leave(
        tx,
        record,
        actor,
        decided.filter((one) => one.decision === 'confirmed'),
        at,
      )
      record.many(
        decided.map(({ person, proposalId, decision, toStatus, reason, note }) => ({
          kind:
            decision === 'confirmed' ? ('person.exit_confirmed' as const) : ('person.exit_refused' as const),
          subject: { type: 'beneficiary' as const, id: person.id },
          beneficiaryId: person.id,
          programmeId: person.programmeId,
          regencyCode: person.regencyCode,
          facts: { proposal: proposalId, to: toStatus },
          personal: { reason, note: note ?? null },
        })),
      )
      return { decided: decided.length }
    },
    { key, form: 'exit.decide', at },
  )
}

async function load(tx: Transaction, actor: Actor, decisions: readonly ExitDecision[]): Promise<Decided[]> {
  const proposals = await tx.exitProposal.findMany({
    where: { id: { in: decisions.map((one) => one.proposalId) } },
  })
  const people = await requirePeople(
    tx,
    actor,
    'exit.confirm',
    proposals.map((proposal) => proposal.beneficiaryId),
  )
  return decisions.map((decision) => {
    const proposal = proposals.find((row) => row.id === decision.proposalId) ?? refuse('not_found')
    const person = people.get(proposal.beneficiaryId) ?? refuse('not_found')
    if (proposal.decision !== null) refuse('already_done')
    if (proposal.proposedBy === actor.userId)
      refuse('beneficiary.proposed_it_yourself', { name: person.name })
    return { ...decision, person, toStatus: proposal.toStatus as ExitStatus, reason: proposal.reason }
  })
}

async function settle(tx: Transaction, actor: Actor, decided: readonly Decided[], at: Date): Promise<void> {
  const settled = await tx.$executeRaw`
    UPDATE exit_proposal p SET decision = d.decision, decision_note = d.note, decided_by = ${actor.userId}::uuid, decided_at = ${at}
    FROM unnest(${decided.map((one) => one.proposalId)}::uuid[], ${decided.map((one) => one.decision)}::text[], ${decided.map((one) => one.note ?? null)}::text[])
      AS d (id, decision, note)
    WHERE p.id = d.id AND p.decision IS NULL`
  if (settled !== decided.length) refuse('changed_meanwhile')
}

async function leave(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  leaving: readonly Decided[],
  at: Date,
): Promise<void> {
  if (leaving.length === 0) return
  const moves = leaving.map(({ person, toStatus, reason }) => ({
    beneficiaryId: person.id,
    from: person.status as BeneficiaryStatus,
    to: toStatus,
    reason,
  }))
  await moveBeneficiaries(tx, record, actor, moves, at)
  await cancelTranches(
    tx,
    record,
    leaving.map((one) => one.person.id),
    at,
  )
  await noteInvolvement(
    tx,
    actor,
    leaving.map((one) => one.person.id),
    'exit_confirmed',
    at,
  )
  // A verified person may hold the offer of a place.
  const freed = leaving.filter(
    ({ person }) => isPlaced(person.status as BeneficiaryStatus) || person.status === 'verified',
  )
  const places = new Map(freed.map(({ person }) => [`${person.programmeId} ${person.regencyCode}`, person]))
  for (const { programmeId, regencyCode } of places.values())
    await enqueue(tx, 'waitlist.offer', { programmeId, regencyCode })
}
