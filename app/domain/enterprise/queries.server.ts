import { planTranches } from '~/domain/disbursement/tranche-plan'
import type { Actor } from '~/domain/shared/actor'
import { authorize, may } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import {
  QUEUE_STATES,
  type QueueState,
  whyNotAcceptable,
  whyNotDraftable,
  whyNotSubmittable,
} from './business-plan'
import { mayDraftFor } from './plans.server'
import { planReach } from './reach.server'
import type { SectorName } from './sectors'

export async function listSectors(): Promise<SectorName[]> {
  return db.sector.findMany({
    orderBy: { sortOrder: 'asc' },
    select: { code: true, nameId: true, nameEn: true },
  })
}

export type QueueFilter = {
  state?: QueueState | undefined
  search?: string | undefined
  sectorCode?: string | undefined
  regencyCode?: string | undefined
  after?: string | undefined
}

export type QueueRow = {
  id: string
  name: string
  number: number
  regency: string
  village: string
  wishedSector: string | null
  recommendedSector: string | null
  planSector: string | null
  state: QueueState
  totalRupiah: bigint | null
  since: Date
}

const PAGE = 25

type Listed = QueueRow & { searchName: string }

/** People whose enterprise is decided here, by name: trained ones, and those whose plan was accepted. With counts by state. */
export async function listQueue(actor: Actor, filter: QueueFilter) {
  const reach = planReach(actor)
  const [searchName, id] = cursorOf(filter.after)
  const like = filter.search ? `%${filter.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null
  const rows = await db.$queryRaw<(Listed & { counts: Record<string, number> })[]>`
    WITH person AS (
      SELECT b.id, b.name, b.number, b.search_name, b.regency_code, b.village_code, b.wished_sector, b.sector_code, b.status_since,
        coalesce(p.status, 'none') AS state, p.sector_code AS plan_sector, p.total_rupiah
      FROM beneficiary b
      LEFT JOIN LATERAL (SELECT status, sector_code, total_rupiah FROM business_plan p WHERE p.beneficiary_id = b.id
        ORDER BY p.drafted_at DESC, p.id DESC LIMIT 1) p ON true
      WHERE b.status IN ('trained', 'assigned', 'disbursing', 'completed', 'graduated') AND (b.status = 'trained' OR p.status = 'accepted')
        AND (${reach.wide}::text[] IS NULL OR b.regency_code = ANY(${reach.wide}::text[])
          OR ((${reach.companion}::text[] IS NULL OR b.regency_code = ANY(${reach.companion}::text[]))
            AND (b.companion_id IS NULL OR b.companion_id = ${reach.userId}::uuid))
          OR (${reach.trainer} AND EXISTS (SELECT 1 FROM enrolment e JOIN cohort_trainer t ON t.cohort_id = e.cohort_id
            WHERE e.beneficiary_id = b.id AND t.user_id = ${reach.userId}::uuid)))
        AND (${filter.regencyCode ?? null}::text IS NULL OR b.regency_code = ${filter.regencyCode ?? null})
        AND (${like}::text IS NULL OR b.search_name LIKE ${like})
        AND (${filter.sectorCode ?? null}::text IS NULL OR coalesce(p.sector_code, b.wished_sector) = ${filter.sectorCode ?? null})
    ), counted AS (SELECT coalesce(jsonb_object_agg(state, n), '{}') AS counts FROM (SELECT state, count(*) AS n FROM person GROUP BY state) c),
    shown AS (
      SELECT * FROM person WHERE state = ${filter.state ?? 'submitted'}
        AND (${searchName ?? null}::text IS NULL OR (search_name, id) > (${searchName ?? null}, ${id ?? null}::uuid))
      ORDER BY search_name, id LIMIT ${PAGE + 1}
    )
    SELECT s.id, s.name, s.number, s.search_name AS "searchName", r.name AS regency, v.name AS village, s.wished_sector AS "wishedSector", s.state,
      s.plan_sector AS "planSector", s.total_rupiah AS "totalRupiah", s.status_since AS since, counted.counts,
      (SELECT sector_code FROM sector_recommendation w WHERE w.beneficiary_id = s.id ORDER BY w.recommended_at DESC, w.id DESC LIMIT 1) AS "recommendedSector"
    FROM counted LEFT JOIN shown s ON true LEFT JOIN region r ON r.code = s.regency_code LEFT JOIN region v ON v.code = s.village_code
    ORDER BY s.search_name, s.id`
  const counts = rows[0]?.counts ?? {}
  const listed = rows.filter((row) => row.id !== null)
  const shown = listed.slice(0, PAGE)
  const last = listed.length > PAGE ? shown.at(-1) : undefined
  return {
    rows: shown.map(({ counts: _counts, searchName: _searchName, ...row }): QueueRow => row),
    counts: Object.fromEntries(QUEUE_STATES.map((state) => [state, counts[state] ?? 0])) as Record<
      QueueState,
      number
    >,
    after: last ? cursorFor(last) : null,
  }
}

function cursorFor(row: Listed): string {
  return Buffer.from(JSON.stringify([row.searchName, row.id])).toString('base64url')
}

function cursorOf(cursor: string | undefined): [string, string] | [] {
  const [name = '', id = ''] =
    Buffer.from(cursor ?? '', 'base64url')
      .toString()
      .match(/^\["(.*)","([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"\]$/)
      ?.slice(1) ?? []
  return id ? [name, id] : []
}

type ReadPerson = { id: string; regencyCode: string; companionId: string | null }

async function isInReach(actor: Actor, person: ReadPerson): Promise<boolean> {
  const reach = planReach(actor)
  if (reach.wide === null || reach.wide.includes(person.regencyCode)) return true
  const ownPerson = person.companionId === null || person.companionId === reach.userId
  if (ownPerson && (reach.companion === null || reach.companion.includes(person.regencyCode))) return true
  if (!reach.trainer) return false
  const [trained] = await db.$queryRaw<{ own: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM enrolment e JOIN cohort_trainer t ON t.cohort_id = e.cohort_id
      WHERE e.beneficiary_id = ${person.id}::uuid AND t.user_id = ${reach.userId}::uuid) AS own`
  return trained?.own ?? false
}

export type Advice = { sectorCode: string; note: string | null; trainer: string; recommendedAt: Date }
export type OfferedSector = { sectorCode: string; ceilingRupiah: bigint; form: string }

type PlanRow = {
  id: string
  status: string
  sectorCode: string
  summary: string
  totalRupiah: bigint
  draftedAt: Date
  drafter: string
  submittedAt: Date | null
  submitter: string | null
  decidedAt: Date | null
  decider: string | null
  decisionNote: string | null
  version: number
  writers: string[]
}

/** A person with their wish, the trainers' words, the sectors offered, and their plans, the newest first. */
export async function getEnterprise(actor: Actor, beneficiaryId: string) {
  authorize(actor, 'plan.read')
  const person = await db.beneficiary.findUnique({
    where: { id: beneficiaryId },
    select: {
      id: true,
      name: true,
      number: true,
      status: true,
      onHold: true,
      regencyCode: true,
      programmeId: true,
      companionId: true,
      wishedSector: true,
      sectorCode: true,
    },
  })
  if (!person || !(await isInReach(actor, person))) refuse('not_found')
  const [sectors, offered, advice, plans, region, grant] = await Promise.all([
    listSectors(),
    db.programmeSector.findMany({
      where: { programmeId: person.programmeId },
      select: { sectorCode: true, ceilingRupiah: true, form: true },
    }),
    db.$queryRaw<Advice[]>`
      SELECT r.sector_code AS "sectorCode", r.note, u.name AS trainer, r.recommended_at AS "recommendedAt"
      FROM sector_recommendation r JOIN user_account u ON u.id = r.recommended_by
      WHERE r.beneficiary_id = ${person.id}::uuid ORDER BY r.recommended_at DESC, r.id DESC`,
    plansOf(person.id),
    db.region.findUnique({ where: { code: person.regencyCode }, select: { name: true } }),
    db.grant.findUnique({
      where: { beneficiaryId: person.id },
      select: {
        amountRupiah: true,
        form: true,
        tranches: { orderBy: { number: 'asc' }, select: { number: true, quarter: true, amountRupiah: true } },
      },
    }),
  ])
  const order = new Map(sectors.map((sector, index) => [sector.code, index]))
  offered.sort((a, b) => (order.get(a.sectorCode) ?? 0) - (order.get(b.sectorCode) ?? 0))
  const [plan] = plans
  const lines = plan
    ? await db.planLine.findMany({ where: { planId: plan.id }, orderBy: { lineNumber: 'asc' } })
    : []
  const ceilingRupiah =
    offered.find((sector) => sector.sectorCode === plan?.sectorCode)?.ceilingRupiah ?? null
  const open = plan && ['draft', 'submitted', 'accepted'].includes(plan.status) ? plan.status : null
  const asked = plan && { ...plan, personStatus: person.status, ceilingRupiah, onHold: person.onHold }
  const mayDecide = may(actor, 'plan.decide', person.regencyCode)
  return {
    person,
    regency: region?.name ?? person.regencyCode,
    sectors,
    offered,
    advice,
    plan: plan ?? null,
    lines,
    ceilingRupiah,
    earlier: plans.slice(1),
    grant,
    mayDraft: mayDraftFor(actor, person) && whyNotDraftable(person.status, open) === null,
    maySubmit: mayDraftFor(actor, person) && plan?.status === 'draft',
    notSubmittable: asked?.status === 'draft' ? whyNotSubmittable(asked) : null,
    mayDecide: mayDecide && plan?.status === 'submitted',
    notAcceptable:
      asked && mayDecide && plan?.status === 'submitted' ? whyNotAcceptable(asked, actor.userId) : null,
  }
}

export type EnterprisePage = Awaited<ReturnType<typeof getEnterprise>>

function plansOf(beneficiaryId: string): Promise<PlanRow[]> {
  return db.$queryRaw<PlanRow[]>`
    SELECT p.id, p.status, p.sector_code AS "sectorCode", p.summary, p.total_rupiah AS "totalRupiah", p.drafted_at AS "draftedAt", d.name AS drafter,
      p.submitted_at AS "submittedAt", s.name AS submitter, p.decided_at AS "decidedAt", c.name AS decider, p.decision_note AS "decisionNote", p.version,
      array_remove(p.drafters || p.drafted_by || p.submitted_by, NULL) AS writers
    FROM business_plan p LEFT JOIN user_account d ON d.id = p.drafted_by LEFT JOIN user_account s ON s.id = p.submitted_by
    LEFT JOIN user_account c ON c.id = p.decided_by
    WHERE p.beneficiary_id = ${beneficiaryId}::uuid ORDER BY p.drafted_at DESC, p.id DESC`
}

/** What the drafting form needs. Refuses `not_found`, and what `whyNotDraftable` says. */
export async function getPlanToDraft(actor: Actor, beneficiaryId: string) {
  authorize(actor, 'plan.draft')
  const page = await getEnterprise(actor, beneficiaryId)
  if (!mayDraftFor(actor, page.person)) refuse('not_found')
  const open =
    page.plan && ['draft', 'submitted', 'accepted'].includes(page.plan.status) ? page.plan.status : null
  const refusal = whyNotDraftable(page.person.status, open)
  if (refusal) refuse(refusal, { name: page.person.name })
  const codes = page.offered.map((sector) => sector.sectorCode)
  const suggested = [page.advice[0]?.sectorCode, page.person.wishedSector].find(
    (code) => code && codes.includes(code),
  )
  return { ...page, suggested: suggested ?? null }
}

/** The draft that is to be submitted. Refuses `not_found` where there is none. */
export async function getPlanToSubmit(actor: Actor, beneficiaryId: string) {
  authorize(actor, 'plan.draft')
  const page = await getEnterprise(actor, beneficiaryId)
  if (!page.plan || !page.maySubmit) refuse('not_found')
  return { ...page, plan: page.plan }
}

/** The plan that waits for a decision, with the tranches its grant would have. Refuses `not_found` where none waits. */
export async function getPlanToDecide(actor: Actor, beneficiaryId: string) {
  authorize(actor, 'plan.decide')
  const page = await getEnterprise(actor, beneficiaryId)
  if (!page.plan || !page.mayDecide) refuse('not_found')
  const template = await db.programmeTranche.findMany({
    where: { programmeId: page.person.programmeId },
    orderBy: { number: 'asc' },
  })
  const tranches = template.length > 0 ? planTranches(page.plan.totalRupiah, template) : []
  return { ...page, plan: page.plan, tranches }
}
