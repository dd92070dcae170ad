import { type Recorder, type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { type BudgetLine, lineTotal, MOST_LINES, planTotal, whyNotDraftable } from './business-plan'
import { type PersonOfPlan, requirePeopleToDraft } from './plans.server'

export type PlanDraft = {
  beneficiaryId: string
  sectorCode: string
  summary: string
  lines: BudgetLine[]
  /** The version of the draft the person changed; without it a draft by others in the meantime is not noticed. */
  seenVersion?: number | undefined
}

type OpenPlan = {
  id: string
  beneficiaryId: string
  status: string
  version: number
  drafters: string[]
  draftedBy: string
}
type Kept = { planId: string; draft: PlanDraft; person: PersonOfPlan }

/**
 * Writes business plans, one a person: a new draft, or the open draft anew. Totals are computed here. A draft may stand
 * above its ceiling; it cannot be submitted so. Refuses `not_found`, `enterprise.person_not_trained`,
 * `enterprise.plan_submitted`, `enterprise.plan_accepted`, `enterprise.sector_not_offered`, `changed_meanwhile`. All or none.
 */
export async function draftPlans(
  actor: Actor,
  drafts: PlanDraft[],
  at: Date,
  key?: string,
): Promise<{ planIds: string[] }> {
  authorize(actor, 'plan.draft')
  if (drafts.length === 0) refuse('nothing_selected')
  return write(
    actor,
    async (tx, record) => {
      const ids = drafts.map((draft) => draft.beneficiaryId)
      const people = await requirePeopleToDraft(tx, actor, ids)
      const open = await openPlans(tx, ids)
      await requireOffered(tx, drafts, people)
      const kept: Kept[] = []
      const fresh: (PlanDraft & { person: PersonOfPlan })[] = []
      for (const draft of drafts) {
        const person = people.get(draft.beneficiaryId)
        if (!person) refuse('not_found')
        const plan = open.get(draft.beneficiaryId)
        const refusal = whyNotDraftable(person.status, plan?.status ?? null)
        if (refusal) refuse(refusal, { name: person.name })
        if (draft.lines.length > MOST_LINES)
          refuse('enterprise.too_many_lines', { most: MOST_LINES }, { kind: 'invalid' })
        if (plan) kept.push({ planId: await rewrite(tx, actor, plan, draft, at), draft, person })
        else fresh.push({ ...draft, person })
      }
      kept.push(...(await insertDrafts(tx, actor, fresh, at)))
      await insertLines(tx, kept)
      recordDrafts(record, kept)
      return { planIds: kept.map((one) => one.planId) }
    },
    { key, form: 'plan.draft', at },
  )
}

async function openPlans(tx: Transaction, ids: readonly string[]): Promise<Map<string, OpenPlan>> {
  const plans = await tx.businessPlan.findMany({
    where: { beneficiaryId: { in: [...ids] }, status: { in: ['draft', 'submitted', 'accepted'] } },
    select: { id: true, beneficiaryId: true, status: true, version: true, drafters: true, draftedBy: true },
  })
  return new Map(plans.map((plan) => [plan.beneficiaryId, plan]))
}

async function requireOffered(
  tx: Transaction,
  drafts: readonly PlanDraft[],
  people: ReadonlyMap<string, PersonOfPlan>,
) {
  const programmeIds = [...new Set([...people.values()].map((person) => person.programmeId))]
  const offered = await tx.programmeSector.findMany({
    where: { programmeId: { in: programmeIds } },
    select: { programmeId: true, sectorCode: true },
  })
  const known = new Set(offered.map((sector) => `${sector.programmeId} ${sector.sectorCode}`))
  const wrong = drafts.find(
    (draft) => !known.has(`${people.get(draft.beneficiaryId)?.programmeId} ${draft.sectorCode}`),
  )
  if (wrong)
    refuse(
      'enterprise.sector_not_offered',
      { name: people.get(wrong.beneficiaryId)?.name ?? '' },
      { kind: 'invalid', field: 'sectorCode' },
    )
}

async function rewrite(
  tx: Transaction,
  actor: Actor,
  plan: OpenPlan,
  draft: PlanDraft,
  at: Date,
): Promise<string> {
  const { count } = await tx.businessPlan.updateMany({
    where: { id: plan.id, status: 'draft', version: draft.seenVersion ?? plan.version },
    data: {
      sectorCode: draft.sectorCode,
      summary: draft.summary,
      totalRupiah: planTotal(draft.lines),
      draftedBy: actor.userId,
      draftedAt: at,
      drafters: [...new Set([...plan.drafters, plan.draftedBy, actor.userId])],
      version: { increment: 1 },
    },
  })
  if (count !== 1) refuse('changed_meanwhile')
  await tx.planLine.deleteMany({ where: { planId: plan.id } })
  return plan.id
}

async function insertDrafts(
  tx: Transaction,
  actor: Actor,
  fresh: readonly (PlanDraft & { person: PersonOfPlan })[],
  at: Date,
): Promise<Kept[]> {
  if (fresh.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string; beneficiary_id: string }[]>`
    INSERT INTO business_plan (id, beneficiary_id, sector_code, summary, status, total_rupiah, drafted_by, drafted_at, drafters)
    SELECT gen_random_uuid(), p.*, ${actor.userId}::uuid, ${at}, ARRAY[${actor.userId}::uuid]
    FROM (SELECT beneficiary_id, sector_code, summary, 'draft', total FROM unnest(
      ${fresh.map((draft) => draft.beneficiaryId)}::uuid[], ${fresh.map((draft) => draft.sectorCode)}::text[],
      ${fresh.map((draft) => draft.summary)}::text[], ${fresh.map((draft) => planTotal(draft.lines))}::bigint[])
      AS d (beneficiary_id, sector_code, summary, total)) AS p
    RETURNING id, beneficiary_id`
  const ids = new Map(rows.map((row) => [row.beneficiary_id, row.id]))
  return fresh.map(({ person, ...draft }) => ({ planId: ids.get(draft.beneficiaryId) ?? '', draft, person }))
}

async function insertLines(tx: Transaction, kept: readonly Kept[]): Promise<void> {
  const lines = kept.flatMap(({ planId, draft }) =>
    draft.lines.map((line, index) => ({ planId, number: index + 1, ...line })),
  )
  if (lines.length === 0) return
  await tx.$executeRaw`
    INSERT INTO plan_line (plan_id, line_number, item, quantity, unit, unit_price_rupiah, total_rupiah)
    SELECT * FROM unnest(${lines.map((line) => line.planId)}::uuid[], ${lines.map((line) => line.number)}::int[],
      ${lines.map((line) => line.item)}::text[], ${lines.map((line) => line.quantity)}::int[], ${lines.map((line) => line.unit)}::text[],
      ${lines.map((line) => line.unitPriceRupiah)}::bigint[], ${lines.map(lineTotal)}::bigint[])`
}

function recordDrafts(record: Recorder, kept: readonly Kept[]): void {
  record.many(
    kept.map(({ planId, draft, person }) => ({
      kind: 'plan.drafted' as const,
      subject: { type: 'plan' as const, id: planId },
      beneficiaryId: person.id,
      programmeId: person.programmeId,
      regencyCode: person.regencyCode,
      facts: {
        sector: draft.sectorCode,
        lines: draft.lines.length,
        totalRupiah: String(planTotal(draft.lines)),
      },
    })),
  )
}
