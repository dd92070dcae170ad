import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'

export type SectorRecommendation = { enrolmentId: string; sectorCode: string; note?: string | undefined }

type Enrolled = {
  id: string
  beneficiary_id: string
  programme_id: string
  regency_code: string
  own: boolean
  sectors: string[]
}

/**
 * The trainer's word on the sector that suits a person of their own cohort; a later word stands beside the earlier one.
 * Refuses `nothing_selected`, `not_found` for another trainer's person, `training.sector_not_offered`.
 */
export async function recommendSectors(
  actor: Actor,
  recommendations: SectorRecommendation[],
  at: Date,
  key?: string,
): Promise<{ recommended: number }> {
  authorize(actor, 'recommendation.write')
  if (recommendations.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const ids = recommendations.map((one) => one.enrolmentId)
      const enrolled = await tx.$queryRaw<Enrolled[]>`
        SELECT e.id, e.beneficiary_id, c.programme_id, c.regency_code,
          EXISTS (SELECT 1 FROM cohort_trainer t WHERE t.cohort_id = c.id AND t.user_id = ${actor.userId}::uuid) AS own,
          ARRAY(SELECT sector_code FROM programme_sector p WHERE p.programme_id = c.programme_id) AS sectors
        FROM enrolment e JOIN cohort c ON c.id = e.cohort_id WHERE e.id = ANY(${ids}::uuid[])`
      const byId = new Map(enrolled.map((row) => [row.id, row]))
      const given = recommendations.map((one) => {
        const row = byId.get(one.enrolmentId)
        if (!row?.own) refuse('not_found')
        if (!row.sectors.includes(one.sectorCode))
          refuse('training.sector_not_offered', {}, { kind: 'invalid', field: 'sectorCode' })
        return { ...one, row }
      })
      await tx.sectorRecommendation.createMany({
        data: given.map(({ row, sectorCode, note }) => ({
          beneficiaryId: row.beneficiary_id,
          sectorCode,
          note: note ?? null,
          recommendedBy: actor.userId,
          recommendedAt: at,
        })),
      })
      record.many(
        given.map(({ row, sectorCode }) => ({
          kind: 'recommendation.given' as const,
          subject: { type: 'beneficiary' as const, id: row.beneficiary_id },
          beneficiaryId: row.beneficiary_id,
          programmeId: row.programme_id,
          regencyCode: row.regency_code,
          facts: { sector: sectorCode },
        })),
      )
      return { recommended: given.length }
    },
    { key, form: 'recommendation.give', at },
  )
}
