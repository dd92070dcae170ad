import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { dayOfDate } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { drawCertificates } from './certificate.server'
import { certificateNumber } from './cohort'
import { requireCohort } from './reach.server'

/** All who passed in a cohort, or one person's enrolment. */
export type PrintCertificates = { cohortId: string } | { enrolmentId: string }

export type Graduate = {
  id: string
  beneficiaryId: string
  name: string
  number: number
  birthPlace: string | null
  birthDate: Date
  regencyCode: string
  attended: number
  counted: number
}

/** What stands on every certificate of a cohort. */
export type Training = {
  cohort: string
  venue: string
  programme: string
  regency: string
  sector: string | null
  startsOn: string
  endsOn: string
  hours: number
}

export type CertificateText = { number: string; graduate: Graduate }

/**
 * Prints the certificates of people who passed, a page each, and notes who had them printed. The number of a
 * certificate is the same on every print. Refuses `not_found` where nobody passed, or out of reach.
 */
export async function printCertificates(
  actor: Actor,
  input: PrintCertificates,
  at: Date,
): Promise<{ bytes: Buffer; fileName: string; count: number }> {
  authorize(actor, 'cohort.read')
  const { training, certificates } = await write(
    actor,
    async (tx, record) => {
      const enrolmentId = 'enrolmentId' in input ? input.enrolmentId : null
      const cohortId = 'cohortId' in input ? input.cohortId : await cohortOf(tx, input.enrolmentId)
      const cohort = await requireCohort(tx, actor, 'cohort.read', cohortId)
      const graduates = await graduatesOf(tx, cohort.id, enrolmentId)
      if (graduates.length === 0) refuse('not_found')
      const programme = await tx.programme.findUniqueOrThrow({
        where: { id: cohort.programmeId },
        select: { code: true, name: true },
      })
      record.many(
        graduates.map((graduate) => ({
          kind: 'certificate.printed' as const,
          subject: { type: 'enrolment' as const, id: graduate.id },
          beneficiaryId: graduate.beneficiaryId,
          programmeId: cohort.programmeId,
          regencyCode: cohort.regencyCode,
          facts: { cohort: cohort.id },
        })),
      )
      return {
        training: await trainingOf(tx, cohort, programme.name),
        certificates: graduates.map(
          (graduate): CertificateText => ({
            number: certificateNumber(programme.code, graduate.regencyCode, graduate.number),
            graduate,
          }),
        ),
      }
    },
    { at },
  )
  const [only] = certificates
  return {
    bytes: await drawCertificates(training, certificates, at),
    fileName: `sertifikat-${'enrolmentId' in input ? only?.number : training.cohort}.pdf`,
    count: certificates.length,
  }
}

async function cohortOf(tx: Transaction, enrolmentId: string): Promise<string> {
  const enrolment = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { cohortId: true } })
  return enrolment?.cohortId ?? refuse('not_found')
}

function graduatesOf(tx: Transaction, cohortId: string, enrolmentId: string | null): Promise<Graduate[]> {
  return tx.$queryRaw<Graduate[]>`
    SELECT e.id, b.id AS "beneficiaryId", b.name, b.number, b.birth_place AS "birthPlace", b.birth_date AS "birthDate",
      b.regency_code AS "regencyCode", e.present_count AS attended, e.session_count AS counted
    FROM enrolment e JOIN beneficiary b ON b.id = e.beneficiary_id
    WHERE e.cohort_id = ${cohortId}::uuid AND e.outcome = 'passed' AND (${enrolmentId}::uuid IS NULL OR e.id = ${enrolmentId}::uuid)
    ORDER BY b.search_name, b.id`
}

type CohortRow = {
  id: string
  name: string
  venue: string
  regencyCode: string
  sectorCode: string | null
  startsOn: Date
  endsOn: Date
}

async function trainingOf(tx: Transaction, cohort: CohortRow, programme: string): Promise<Training> {
  const region = await tx.region.findUnique({ where: { code: cohort.regencyCode }, select: { name: true } })
  const sector = cohort.sectorCode ? await tx.sector.findUnique({ where: { code: cohort.sectorCode } }) : null
  const [held] = await tx.$queryRaw<{ hours: number }[]>`
    SELECT coalesce(round(sum(extract(epoch FROM ends_at - starts_at)) / 3600), 0)::int AS hours FROM training_session
    WHERE cohort_id = ${cohort.id}::uuid AND status = 'held'`
  return {
    cohort: cohort.name,
    venue: cohort.venue,
    programme,
    regency: region?.name ?? cohort.regencyCode,
    sector: sector?.nameId ?? null,
    startsOn: dayOfDate(cohort.startsOn),
    endsOn: dayOfDate(cohort.endsOn),
    hours: held?.hours ?? 0,
  }
}
