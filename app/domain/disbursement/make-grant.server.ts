import type { Recorder, Transaction } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { Refusal } from '~/domain/shared/refusal'
import { postLedger } from './ledger.server'
import { planTranches, type TemplateLine } from './tranche-plan'

type AcceptedPlan = {
  plan_id: string
  beneficiary_id: string
  name: string
  programme_id: string
  regency_code: string
  sector_code: string
  amount: bigint
  ceiling: bigint | null
  form: string | null
}

/**
 * Grants the money of accepted business plans: a grant with its tranches by the programme's template, and the budget
 * committed for them. Refuses `disbursement.plan_not_accepted`, `disbursement.already_granted`,
 * `disbursement.above_ceiling`, `disbursement.no_template` and `disbursement.budget_short` (M1). All or none.
 */
export async function makeGrants(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  planIds: readonly string[],
  at: Date,
): Promise<void> {
  if (planIds.length === 0) return
  const plans = await loadPlans(tx, planIds)
  for (const plan of plans) refuseAboveCeiling(plan)
  await refuseShortBudget(tx, plans)
  const templates = await loadTemplates(tx, plans)
  const granted = await insertGrants(tx, actor, plans, at)
  const tranches = plans.flatMap((plan) =>
    planTranches(plan.amount, templates.get(plan.programme_id) ?? []).map((line) => ({ plan, line })),
  )
  await insertTranches(tx, tranches, granted)
  await postLedger(
    tx,
    tranches.map(({ plan, line }) => ({
      kind: 'grant.made' as const,
      at,
      programmeId: plan.programme_id,
      regencyCode: plan.regency_code,
      sectorCode: plan.sector_code,
      quarter: line.quarter,
      beneficiaryId: plan.beneficiary_id,
      from: 'available' as const,
      to: 'committed' as const,
      amountRupiah: line.amountRupiah,
    })),
  )
  record.many(
    plans.map((plan) => ({
      kind: 'grant.made' as const,
      subject: { type: 'grant' as const, id: grantOf(granted, plan) },
      beneficiaryId: plan.beneficiary_id,
      programmeId: plan.programme_id,
      regencyCode: plan.regency_code,
      facts: {
        plan: plan.plan_id,
        sector: plan.sector_code,
        form: plan.form,
        amountRupiah: String(plan.amount),
      },
    })),
  )
}

async function loadPlans(tx: Transaction, planIds: readonly string[]): Promise<AcceptedPlan[]> {
  const plans = await tx.$queryRaw<(AcceptedPlan & { status: string; granted: boolean })[]>`
    SELECT p.id AS plan_id, p.status, b.id AS beneficiary_id, b.name, b.programme_id, b.regency_code, p.sector_code, p.total_rupiah AS amount,
           s.ceiling_rupiah AS ceiling, s.form, EXISTS (SELECT 1 FROM "grant" g WHERE g.beneficiary_id = b.id) AS granted
    FROM business_plan p JOIN beneficiary b ON b.id = p.beneficiary_id
    LEFT JOIN programme_sector s ON s.programme_id = b.programme_id AND s.sector_code = p.sector_code
    WHERE p.id = ANY(${[...planIds]}::uuid[])
    ORDER BY b.regency_code, b.number`
  const wanted = new Set(planIds)
  if (plans.length !== wanted.size) throw new Refusal('not_found')
  for (const plan of plans) {
    if (plan.status !== 'accepted') throw new Refusal('disbursement.plan_not_accepted', { name: plan.name })
    if (plan.granted) throw new Refusal('disbursement.already_granted', { name: plan.name })
  }
  return plans
}

function refuseAboveCeiling(plan: AcceptedPlan): void {
  if (plan.ceiling === null || plan.amount > plan.ceiling || plan.amount <= 0n) {
    throw new Refusal('disbursement.above_ceiling', { name: plan.name })
  }
}

async function refuseShortBudget(tx: Transaction, plans: readonly AcceptedPlan[]): Promise<void> {
  const wanted = new Map<string, bigint>()
  for (const plan of plans) wanted.set(plan.programme_id, (wanted.get(plan.programme_id) ?? 0n) + plan.amount)
  for (const [programmeId, amount] of wanted) {
    const [left] = await tx.$queryRaw<{ amount: bigint }[]>`
      SELECT coalesce(sum(amount_rupiah), 0)::bigint AS amount FROM money_balance WHERE programme_id = ${programmeId}::uuid AND account = 'available'`
    if ((left?.amount ?? 0n) < amount) throw new Refusal('disbursement.budget_short')
  }
}

async function loadTemplates(
  tx: Transaction,
  plans: readonly AcceptedPlan[],
): Promise<Map<string, TemplateLine[]>> {
  const programmeIds = [...new Set(plans.map((plan) => plan.programme_id))]
  const lines = await tx.programmeTranche.findMany({
    where: { programmeId: { in: programmeIds } },
    orderBy: { number: 'asc' },
  })
  const templates = new Map(programmeIds.map((id): [string, TemplateLine[]] => [id, []]))
  for (const line of lines) templates.get(line.programmeId)?.push(line)
  for (const template of templates.values()) {
    if (template.length === 0) throw new Refusal('disbursement.no_template')
  }
  return templates
}

async function insertGrants(
  tx: Transaction,
  actor: Actor,
  plans: readonly AcceptedPlan[],
  at: Date,
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; plan_id: string }[]>`
    INSERT INTO "grant" (id, programme_id, beneficiary_id, plan_id, regency_code, sector_code, form, amount_rupiah, granted_by, granted_at)
    SELECT gen_random_uuid(), g.*, ${actor.userId}::uuid, ${at}
    FROM unnest(${plans.map((plan) => plan.programme_id)}::uuid[], ${plans.map((plan) => plan.beneficiary_id)}::uuid[], ${plans.map((plan) => plan.plan_id)}::uuid[],
                ${plans.map((plan) => plan.regency_code)}::text[], ${plans.map((plan) => plan.sector_code)}::text[], ${plans.map((plan) => plan.form)}::text[], ${plans.map((plan) => plan.amount)}::bigint[]) AS g
    RETURNING id, plan_id`
  return new Map(rows.map((row) => [row.plan_id, row.id]))
}

function grantOf(granted: ReadonlyMap<string, string>, plan: AcceptedPlan): string {
  const id = granted.get(plan.plan_id)
  if (!id) throw new Error('a grant is missing')
  return id
}

type PlannedTranche = { plan: AcceptedPlan; line: ReturnType<typeof planTranches>[number] }

async function insertTranches(
  tx: Transaction,
  tranches: readonly PlannedTranche[],
  granted: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO tranche (id, grant_id, programme_id, beneficiary_id, regency_code, sector_code, form, number, quarter, share_bp, amount_rupiah)
    SELECT gen_random_uuid(), t.*
    FROM unnest(${tranches.map(({ plan }) => grantOf(granted, plan))}::uuid[], ${tranches.map(({ plan }) => plan.programme_id)}::uuid[], ${tranches.map(({ plan }) => plan.beneficiary_id)}::uuid[],
                ${tranches.map(({ plan }) => plan.regency_code)}::text[], ${tranches.map(({ plan }) => plan.sector_code)}::text[], ${tranches.map(({ plan }) => plan.form)}::text[],
                ${tranches.map(({ line }) => line.number)}::int[], ${tranches.map(({ line }) => line.quarter)}::text[], ${tranches.map(({ line }) => line.shareBp)}::int[], ${tranches.map(({ line }) => line.amountRupiah)}::bigint[]) AS t`
}
