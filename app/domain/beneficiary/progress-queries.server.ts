import type { Actor } from '~/domain/shared/actor'
import { may } from '~/domain/shared/permissions'
import { listVerifications } from '~/domain/verification/candidate-queries.server'
import { findDecreeOf } from '~/domain/verification/decree-queries.server'
import { db } from '~/platform/db.server'
import { namesOf } from './person-queries.server'
import { requirePerson } from './reach.server'

/** What each stage has decided about a person so far; a stage the actor may not read is null. Refuses `not_found` out of reach. */
export async function getProgress(actor: Actor, beneficiaryId: string) {
  const { regencyCode } = await requirePerson(db, actor, 'person.read', beneficiaryId)
  const [verifications, decree, training, enterprise] = await Promise.all([
    may(actor, 'verification.read', regencyCode) ? listVerifications(beneficiaryId) : null,
    may(actor, 'decree.read', regencyCode) ? findDecreeOf(beneficiaryId) : null,
    may(actor, 'cohort.read') ? trainingOf(beneficiaryId) : null,
    may(actor, 'plan.read') ? enterpriseOf(beneficiaryId) : null,
  ])
  return { verifications, decree, training, enterprise }
}

async function trainingOf(beneficiaryId: string) {
  const enrolments = await db.enrolment.findMany({
    where: { beneficiaryId },
    orderBy: { enrolledAt: 'desc' },
  })
  const cohorts = await db.cohort.findMany({
    where: { id: { in: enrolments.map((row) => row.cohortId) } },
    select: { id: true, name: true, venue: true, startsOn: true, endsOn: true },
  })
  return enrolments.map((row) => ({
    id: row.id,
    cohort: cohorts.find((cohort) => cohort.id === row.cohortId)?.name ?? '–',
    cohortId: row.cohortId,
    enrolledAt: row.enrolledAt,
    outcome: row.outcome as 'passed' | 'not_passed' | 'left' | null,
    outcomeReason: row.outcomeReason,
    presentCount: row.presentCount,
    sessionCount: row.sessionCount,
    endedAt: row.endedAt,
  }))
}

async function enterpriseOf(beneficiaryId: string) {
  const [plan, grant, advice] = await Promise.all([
    db.businessPlan.findFirst({
      where: { beneficiaryId, status: { not: 'superseded' } },
      orderBy: { draftedAt: 'desc' },
    }),
    db.grant.findUnique({
      where: { beneficiaryId },
      select: { amountRupiah: true, form: true, sectorCode: true, grantedAt: true },
    }),
    db.sectorRecommendation.findMany({ where: { beneficiaryId }, orderBy: { recommendedAt: 'desc' } }),
  ])
  const names = await namesOf([plan?.decidedBy ?? null, ...advice.map((row) => row.recommendedBy)])
  return {
    plan: plan && {
      status: plan.status as 'draft' | 'submitted' | 'accepted' | 'sent_back',
      sectorCode: plan.sectorCode,
      summary: plan.summary,
      totalRupiah: plan.totalRupiah,
      decidedBy: plan.decidedBy ? (names.get(plan.decidedBy) ?? '–') : null,
      decidedAt: plan.decidedAt,
    },
    grant,
    advice: advice.map((row) => ({
      sectorCode: row.sectorCode,
      note: row.note,
      by: names.get(row.recommendedBy) ?? '–',
      at: row.recommendedAt,
    })),
  }
}

export type Progress = Awaited<ReturnType<typeof getProgress>>
