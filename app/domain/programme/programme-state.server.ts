import type { Transaction } from '~/domain/audit/write.server'
import { PLACED_STATUSES } from '~/domain/beneficiary/lifecycle'
import type { Actor } from '~/domain/shared/actor'
import { Refusal, refuse } from '~/domain/shared/refusal'
import type { Dependence } from './change'
import type { AidForm, ProgrammeStatus } from './programme'

export type ProgrammeState = Awaited<ReturnType<typeof loadForChange>>

/**
 * The programme year as the person saw it. Refuses `not_found`, `changed_meanwhile` when its version moved on, and
 * `programme.closed` once it is closed.
 */
export async function loadForChange(
  tx: Transaction,
  { programmeId, version }: { programmeId: string; version: number },
) {
  const programme = await tx.programme.findUnique({
    where: { id: programmeId },
    include: {
      quotas: { orderBy: { regencyCode: 'asc' } },
      sectors: { orderBy: { sectorCode: 'asc' } },
      tranches: { orderBy: { number: 'asc' } },
    },
  })
  if (!programme) throw new Refusal('not_found')
  if (programme.version !== version) throw new Refusal('changed_meanwhile')
  if (programme.status === 'closed') refuse('programme.closed')
  const sectors = programme.sectors.map((sector) => ({ ...sector, form: sector.form as AidForm }))
  return { ...programme, sectors, status: programme.status as ProgrammeStatus }
}

/**
 * Keeps the state before a change of an open year, with the reason, and moves the version on. A draft only moves on.
 * Refuses `programme.reason_needed` where people may depend on the year and none is given.
 */
export async function keepVersion(
  tx: Transaction,
  actor: Actor,
  before: ProgrammeState,
  reason: string | undefined,
  at: Date,
): Promise<void> {
  const moved = await tx.programme.updateMany({
    where: { id: before.id, version: before.version },
    data: { version: { increment: 1 } },
  })
  if (moved.count !== 1) throw new Refusal('changed_meanwhile')
  if (before.status === 'draft') return
  if (!reason) throw new Refusal('programme.reason_needed', {}, { kind: 'invalid', field: 'reason' })
  await tx.programmeVersion.create({
    data: {
      programmeId: before.id,
      version: before.version,
      settings: snapshotOf(before),
      reason,
      changedBy: actor.userId,
      changedAt: at,
    },
  })
}

/** What an earlier version keeps: everything but the account number, of which only the bank is told. */
function snapshotOf(state: ProgrammeState) {
  return {
    code: state.code,
    name: state.name,
    fiscalYear: state.fiscalYear,
    budgetRupiah: state.budgetRupiah.toString(),
    attendancePercent: state.attendancePercent,
    excusedLeaveDenominator: state.excusedLeaveDenominator,
    approvalThresholdRupiah: state.approvalThresholdRupiah.toString(),
    objectionDays: state.objectionDays,
    earlierRecipients: state.earlierRecipients,
    sameFamilyCard: state.sameFamilyCard,
    debtorName: state.debtorName,
    debtorBankCode: state.debtorBankCode,
    quotas: state.quotas.map(({ regencyCode, persons }) => ({ regencyCode, persons })),
    sectors: state.sectors.map(({ sectorCode, ceilingRupiah, form }) => ({
      sectorCode,
      ceilingRupiah: ceilingRupiah.toString(),
      form,
    })),
    tranches: state.tranches.map(({ number, quarter, shareBp }) => ({ number, quarter, shareBp })),
  }
}

/** What people already hold under the year: places, judged trainings, plans and grants. */
export async function dependenceOn(tx: Transaction, programmeId: string): Promise<Dependence> {
  const placed = await tx.statusBalance.groupBy({
    by: ['regencyCode'],
    where: { programmeId, status: { in: [...PLACED_STATUSES] } },
    _sum: { persons: true },
  })
  const granted = await tx.grant.aggregate({ where: { programmeId }, _sum: { amountRupiah: true } })
  const judged = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
    WHERE c.programme_id = ${programmeId}::uuid AND e.outcome IN ('passed', 'not_passed')`
  const used = await tx.$queryRaw<{ sector_code: string; form: AidForm; highest: bigint; plans: number }[]>`
    SELECT s.sector_code, s.form, max(p.total_rupiah) AS highest, count(*)::int AS plans
    FROM business_plan p JOIN beneficiary b ON b.id = p.beneficiary_id
    JOIN programme_sector s ON s.programme_id = b.programme_id AND s.sector_code = p.sector_code
    WHERE b.programme_id = ${programmeId}::uuid AND p.status IN ('draft', 'submitted', 'accepted')
    GROUP BY s.sector_code, s.form`
  return {
    grantedRupiah: granted._sum.amountRupiah ?? 0n,
    judgedTrainings: judged[0]?.n ?? 0,
    placed: Object.fromEntries(placed.map((row) => [row.regencyCode, row._sum.persons ?? 0])),
    sectorsInUse: used.map((row) => ({
      sectorCode: row.sector_code,
      form: row.form,
      highestRupiah: row.highest,
      plans: row.plans,
    })),
  }
}
