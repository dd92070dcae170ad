import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { db } from '~/platform/db.server'
import type { ExitStatus } from './lifecycle'
import { peopleReach, reachSql } from './reach.server'

export type OpenDecision = {
  id: string
  kind: 'suspension' | 'exit' | 'heir'
  toStatus: ExitStatus | null
  beneficiaryId: string
  name: string
  regency: string
  reason: string
  proposedBy: string
  proposedByName: string
  proposedAt: Date
}

const MOST = 200

/** Suspensions, exits and heirs that wait for a second person, oldest first. Refuses `not_allowed`. */
export async function listOpenDecisions(actor: Actor, programmeId: string): Promise<OpenDecision[]> {
  authorize(actor, 'exit.read')
  const inReach = reachSql(await peopleReach(db, actor, 'exit.read'))
  return db.$queryRaw<OpenDecision[]>`
    SELECT o.*, b.name, r.name AS regency, coalesce(u.name, '–') AS "proposedByName" FROM (
      SELECT id, 'suspension' AS kind, NULL AS "toStatus", beneficiary_id AS "beneficiaryId", reason, proposed_by AS "proposedBy", proposed_at AS "proposedAt"
        FROM hold WHERE kind = 'suspended' AND confirmed_at IS NULL AND lifted_at IS NULL
      UNION ALL SELECT id, 'exit', to_status, beneficiary_id, reason, proposed_by, proposed_at FROM exit_proposal WHERE decision IS NULL
      UNION ALL SELECT id, 'heir', NULL, beneficiary_id, name, recorded_by, recorded_at FROM heir WHERE confirmed_at IS NULL) o
    JOIN beneficiary b ON b.id = o."beneficiaryId" JOIN region r ON r.code = b.regency_code LEFT JOIN user_account u ON u.id = o."proposedBy"
    WHERE b.programme_id = ${programmeId}::uuid AND ${inReach}
    ORDER BY o."proposedAt", o.id LIMIT ${MOST}`
}
