import { randomUUID } from 'node:crypto'
import { noteInvolvement } from '~/domain/audit/involve.server'
import { type Transaction, write } from '~/domain/audit/write.server'
import { moveBeneficiaries } from '~/domain/beneficiary/move-beneficiary.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize, may } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { type EvidenceGap, missingChecks, whyNotDecidable } from './evidence'
import type { VerifyDecision } from './verification.form.server'

const GAPS: Record<EvidenceGap, { code: string; field: string }> = {
  no_visit: { code: 'verification.no_visit', field: 'visitedOn' },
  visit_in_future: { code: 'verification.visit_in_future', field: 'visitedOn' },
  visit_before_registration: { code: 'verification.visit_before_registration', field: 'visitedOn' },
  checks_missing: { code: 'verification.checks_missing', field: 'decision' },
  reason_missing: { code: 'verification.reason_missing', field: 'reason' },
}

type Candidate = {
  id: string
  name: string
  status: string
  regencyCode: string
  programmeId: string
  registeredBy: string
  registeredAt: Date
}

/**
 * Decides about candidates after their visits: verified, sent back for correction, or rejected with a reason. All or
 * none. Refuses `not_found` out of reach, `verification.registered_it_yourself` (M3, the database too),
 * `verification.not_waiting` for somebody who is decided about already, and `verification.<gap>` where a decision does
 * not stand on its evidence; each names the person.
 */
export async function verifyCandidates(
  actor: Actor,
  decisions: readonly VerifyDecision[],
  at: Date,
  key?: string,
): Promise<{ decided: number }> {
  authorize(actor, 'verification.decide')
  if (decisions.length === 0) throw new Refusal('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const candidates = await loadCandidates(tx, actor, decisions)
      for (const decision of decisions) checkDecision(actor, decision, candidateOf(candidates, decision), at)
      await insertVerifications(tx, actor, decisions, at)
      const moves = decisions.map(({ beneficiaryId, decision, reason }) => ({
        beneficiaryId,
        from: 'proposed' as const,
        to: decision,
        reason: reason ?? undefined,
      }))
      await moveBeneficiaries(tx, record, actor, moves, at)
      await noteInvolvement(
        tx,
        actor,
        decisions.map((decision) => decision.beneficiaryId),
        'verified',
        at,
      )
      record.many(
        decisions.map((decision) => {
          const { programmeId, regencyCode } = candidateOf(candidates, decision)
          return {
            kind: 'verification.decided' as const,
            subject: { type: 'beneficiary' as const, id: decision.beneficiaryId },
            beneficiaryId: decision.beneficiaryId,
            programmeId,
            regencyCode,
            facts: {
              decision: decision.decision,
              visitedOn: decision.visitedOn,
              unmet: missingChecks(decision.checklist),
            },
            ...(decision.findings || decision.reason
              ? { personal: { findings: decision.findings, reason: decision.reason } }
              : {}),
          }
        }),
      )
      return { decided: decisions.length }
    },
    { key, form: 'verification.decide', at },
  )
}

async function loadCandidates(
  tx: Transaction,
  actor: Actor,
  decisions: readonly VerifyDecision[],
): Promise<Map<string, Candidate>> {
  const ids = decisions.map((decision) => decision.beneficiaryId)
  const rows = await tx.beneficiary.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      status: true,
      regencyCode: true,
      programmeId: true,
      registeredBy: true,
      registeredAt: true,
    },
  })
  const reachable = rows.filter((row) => may(actor, 'verification.decide', row.regencyCode))
  if (reachable.length !== new Set(ids).size) throw new Refusal('not_found')
  return new Map(reachable.map((row) => [row.id, row]))
}

function candidateOf(candidates: ReadonlyMap<string, Candidate>, decision: VerifyDecision): Candidate {
  const found = candidates.get(decision.beneficiaryId)
  if (!found) throw new Refusal('not_found')
  return found
}

function checkDecision(actor: Actor, decision: VerifyDecision, candidate: Candidate, at: Date): void {
  const { name } = candidate
  if (candidate.registeredBy === actor.userId) refuse('verification.registered_it_yourself', { name })
  if (candidate.status !== 'proposed') refuse('verification.not_waiting', { name })
  const gap = whyNotDecidable(decision, dayIn(at), dayIn(candidate.registeredAt))
  if (gap === null) return
  const { code, field } = GAPS[gap]
  refuse(code, { name, n: missingChecks(decision.checklist).length }, { kind: 'invalid', field })
}

async function insertVerifications(
  tx: Transaction,
  actor: Actor,
  decisions: readonly VerifyDecision[],
  at: Date,
): Promise<void> {
  const all = <Value>(pick: (decision: VerifyDecision) => Value): Value[] => decisions.map(pick)
  await tx.$executeRaw`
    INSERT INTO verification (id, beneficiary_id, decision, visited_on, checklist, findings, latitude, longitude, reason, decided_by, decided_at)
    SELECT id, beneficiary_id, decision, visited_on, checklist::jsonb, findings, latitude, longitude, reason, ${actor.userId}::uuid, ${at}
    FROM unnest(${all(() => randomUUID())}::uuid[], ${all((one) => one.beneficiaryId)}::uuid[], ${all((one) => one.decision)}::text[],
                ${all((one) => one.visitedOn)}::date[], ${all((one) => JSON.stringify(one.checklist))}::text[], ${all((one) => one.findings)}::text[],
                ${all((one) => one.latitude)}::float8[], ${all((one) => one.longitude)}::float8[], ${all((one) => one.reason)}::text[])
      AS v (id, beneficiary_id, decision, visited_on, checklist, findings, latitude, longitude, reason)`
}
