import { type BeneficiaryStatus, PLACED_STATUSES, ROAD } from '~/domain/beneficiary/lifecycle'
import { readySql } from '~/domain/disbursement/gate-sql.server'
import { currentProgramme } from '~/domain/programme/queries.server'
import { type Actor, hasRole } from '~/domain/shared/actor'
import { authorize, reachOf } from '~/domain/shared/permissions'
import { quarterOf } from '~/domain/shared/quarter'
import { today } from '~/platform/clock.server'
import { db, type Sql, sql } from '~/platform/db.server'
import { type Task, type TaskKey, tasksOf } from './tasks'

/** Counting stops here: past it the home says "more than". */
export const COUNT_LIMIT = 10_000

type Asked = { actor: Actor; programmeId: string; day: string; reach: Sql }
type Counted = { from: (asked: Asked) => Sql; to: string }

const people = (status: BeneficiaryStatus): Counted => ({
  from: ({ programmeId, reach }) =>
    sql`beneficiary b WHERE b.programme_id = ${programmeId}::uuid AND b.status = ${status} AND ${reach}`,
  to: `/penerima?status=${status}`,
})

const batches = (condition: Sql, to: string): Counted => ({
  from: ({ programmeId }) => sql`batch x WHERE x.programme_id = ${programmeId}::uuid AND ${condition}`,
  to,
})

const liveAccount = sql`SELECT 1 FROM bank_account a WHERE a.beneficiary_id = b.id AND a.heir_id IS NULL AND a.superseded_at IS NULL`
const paidInMoney = sql`EXISTS (SELECT 1 FROM "grant" g WHERE g.beneficiary_id = b.id AND g.form = 'money')`

/** What each task counts, and the list that shows the same rows. */
const COUNTS: Record<TaskKey, Counted> = {
  intake_to_confirm: {
    from: ({ programmeId, actor }) =>
      sql`intake_file f WHERE f.programme_id = ${programmeId}::uuid AND f.state = 'checked' AND f.uploaded_by = ${actor.userId}::uuid`,
    to: '/usulan?keadaan=checked',
  },
  people_to_correct: people('sent_back'),
  offers_to_confirm: {
    from: ({ programmeId, reach }) =>
      sql`beneficiary b WHERE b.programme_id = ${programmeId}::uuid AND b.status = 'waitlisted' AND ${reach}`,
    to: '/penerima?status=waitlisted',
  },
  lists_to_publish: people('verified'),
  objections_to_answer: {
    from: ({ programmeId }) =>
      sql`objection o JOIN objection_period p ON p.id = o.period_id WHERE p.programme_id = ${programmeId}::uuid AND o.answered_at IS NULL`,
    to: '/verifikasi/sanggahan',
  },
  people_to_enrol: people('decreed'),
  cohorts_to_close: {
    from: ({ programmeId, reach, day }) =>
      sql`cohort b WHERE b.programme_id = ${programmeId}::uuid AND b.status = 'open' AND b.ends_on < ${day}::date AND ${reach}`,
    to: '/pelatihan?status=open',
  },
  plans_to_decide: {
    from: ({ programmeId, reach }) =>
      sql`business_plan p JOIN beneficiary b ON b.id = p.beneficiary_id WHERE b.programme_id = ${programmeId}::uuid AND p.status = 'submitted' AND ${reach}`,
    to: '/usaha?keadaan=submitted',
  },
  accounts_to_enter: {
    from: ({ programmeId, reach }) =>
      sql`beneficiary b WHERE b.programme_id = ${programmeId}::uuid AND b.status = 'assigned' AND ${paidInMoney} AND NOT EXISTS (${liveAccount}) AND ${reach}`,
    to: '/penerima/rekening?keadaan=kosong',
  },
  candidates_to_verify: { ...people('proposed'), to: '/verifikasi' },
  accounts_to_verify: {
    from: ({ programmeId, reach }) =>
      sql`beneficiary b WHERE b.programme_id = ${programmeId}::uuid AND EXISTS (${liveAccount} AND a.verified_at IS NULL AND a.refused_at IS NULL) AND ${reach}`,
    to: '/penerima/rekening?keadaan=diperiksa',
  },
  exits_to_confirm: {
    from: ({ programmeId, reach }) =>
      sql`exit_proposal e JOIN beneficiary b ON b.id = e.beneficiary_id WHERE b.programme_id = ${programmeId}::uuid AND e.decision IS NULL AND ${reach}`,
    to: '/penerima/keluar',
  },
  suspensions_to_confirm: {
    from: ({ programmeId, reach }) =>
      sql`hold h JOIN beneficiary b ON b.id = h.beneficiary_id WHERE b.programme_id = ${programmeId}::uuid AND h.confirmed_at IS NULL AND h.lifted_at IS NULL AND ${reach}`,
    to: '/penerima/keluar',
  },
  own_people: {
    from: ({ programmeId, actor }) =>
      sql`beneficiary b WHERE b.programme_id = ${programmeId}::uuid AND b.companion_id = ${actor.userId}::uuid`,
    to: '/penerima',
  },
  plans_to_draft: {
    from: ({ programmeId, actor }) =>
      sql`beneficiary b WHERE b.programme_id = ${programmeId}::uuid AND b.companion_id = ${actor.userId}::uuid AND b.status = 'trained'
        AND NOT EXISTS (SELECT 1 FROM business_plan p WHERE p.beneficiary_id = b.id AND p.status IN ('draft', 'submitted', 'accepted'))`,
    to: '/usaha?keadaan=none',
  },
  sessions_today: {
    from: ({ actor, day }) =>
      sql`training_session s WHERE s.trainer_id = ${actor.userId}::uuid AND s.status <> 'cancelled' AND (s.starts_at AT TIME ZONE 'Asia/Makassar')::date = ${day}::date`,
    to: '/pelatihan/sesi?kapan=hari-ini',
  },
  sessions_to_log: {
    from: ({ actor }) =>
      sql`training_session s WHERE s.trainer_id = ${actor.userId}::uuid AND s.status = 'planned' AND s.starts_at < now()`,
    to: '/pelatihan/sesi?kapan=belum-dicatat',
  },
  own_cohorts: {
    from: ({ actor, programmeId }) =>
      sql`cohort c JOIN cohort_trainer t ON t.cohort_id = c.id WHERE c.programme_id = ${programmeId}::uuid AND t.user_id = ${actor.userId}::uuid AND c.status = 'open'`,
    to: '/pelatihan?status=open',
  },
  tranches_ready: {
    from: ({ programmeId, day }) =>
      sql`tranche_facts f WHERE f.programme_id = ${programmeId}::uuid AND ${readySql(quarterOf(day))}`,
    to: '/penyaluran?syarat=ready',
  },
  batches_to_submit: batches(sql`x.status IN ('draft', 'sent_back')`, '/penyaluran/batch?keadaan=draft'),
  batches_without_sp2d: batches(
    sql`x.status = 'approved' AND x.sp2d_number IS NULL`,
    '/penyaluran/batch?keadaan=approved',
  ),
  batches_to_export: batches(
    sql`x.status = 'approved' AND x.sp2d_number IS NOT NULL`,
    '/penyaluran/batch?keadaan=approved',
  ),
  batches_at_bank: batches(sql`x.status = 'exported'`, '/penyaluran/batch?keadaan=exported'),
  answers_to_post: {
    from: ({ programmeId }) =>
      sql`bank_file f WHERE f.programme_id = ${programmeId}::uuid AND f.state = 'checked'`,
    to: '/penyaluran/jawaban',
  },
  payments_failed: {
    from: ({ programmeId }) =>
      sql`tranche f WHERE f.programme_id = ${programmeId}::uuid AND f.status = 'failed'`,
    to: '/penyaluran?status=failed',
  },
  batches_to_approve: batches(sql`x.status = 'submitted'`, '/penyaluran/batch?keadaan=submitted'),
  batches_all: batches(sql`x.status <> 'draft'`, '/audit'),
  events_this_week: {
    from: ({ day }) => sql`audit_event e WHERE e.at >= ${day}::date - 7`,
    to: '/audit/jejak',
  },
  programmes_in_draft: { from: () => sql`programme p WHERE p.status = 'draft'`, to: '/program' },
  mails_failed: {
    from: () => sql`outbox_mail m WHERE m.error IS NOT NULL AND m.sent_at IS NULL`,
    to: '/admin/kotak-keluar',
  },
  accounts_unused: {
    from: () => sql`user_account u WHERE u.must_change_password AND u.deactivated_at IS NULL`,
    to: '/admin/pengguna',
  },
  reveals_this_week: {
    from: ({ day }) => sql`audit_event e WHERE e.kind = 'person.revealed' AND e.at >= ${day}::date - 7`,
    to: '/admin/pengungkapan',
  },
}

/** Those of the tasks that count people of a regency, seen through the deed that lets the role work on them. */
function reachSql(actor: Actor): Sql {
  const { regencyCodes } = reachOf(actor, 'person.read')
  return regencyCodes === 'all' ? sql`true` : sql`b.regency_code = ANY(${[...regencyCodes]}::text[])`
}

/** What waits for the actor today, by role, each with the list that shows exactly the rows counted. */
export async function listTasks(actor: Actor): Promise<Task[]> {
  authorize(actor, 'home.read')
  const programme = await currentProgramme()
  const asked: Asked = {
    actor,
    programmeId: programme?.id ?? '00000000-0000-0000-0000-000000000000',
    day: today(),
    reach: reachSql(actor),
  }
  return Promise.all(
    tasksOf(actor).map(async (key): Promise<Task> => {
      const [found] = await db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM (SELECT 1 FROM ${COUNTS[key].from(asked)} LIMIT ${COUNT_LIMIT + 1}::int) counted`
      return { key, count: found?.n ?? 0, to: COUNTS[key].to }
    }),
  )
}

export type RoadStep = { status: BeneficiaryStatus; persons: number }
/** `steps` counts who stands at each status now, so that each number is a list. */
export type RegencyOnRoad = {
  regencyCode: string
  name: string
  quota: number
  placed: number
  steps: RoadStep[]
}

/** The road as a funnel for whoever coordinates or oversees it: people by status and regency, from kept balances. */
export async function getRoad(
  actor: Actor,
): Promise<{ steps: RoadStep[]; regencies: RegencyOnRoad[] } | null> {
  if (!(['coordinator', 'auditor', 'approver'] as const).some((role) => hasRole(actor, role))) return null
  const programme = await currentProgramme()
  if (!programme) return null
  const { regencyCodes } = reachOf(actor, 'home.read')
  const mine = regencyCodes === 'all' ? {} : { regencyCode: { in: [...regencyCodes] } }
  const [balances, quotas, regions] = await Promise.all([
    db.statusBalance.findMany({ where: { programmeId: programme.id, ...mine } }),
    db.programmeQuota.findMany({
      where: { programmeId: programme.id, ...mine },
      orderBy: { regencyCode: 'asc' },
    }),
    db.region.findMany({ where: { level: 'regency' }, select: { code: true, name: true } }),
  ])
  const names = new Map(regions.map((region) => [region.code, region.name]))
  const sum = (statuses: readonly string[], regencyCode?: string) =>
    balances.reduce(
      (total, row) =>
        statuses.includes(row.status) && (!regencyCode || row.regencyCode === regencyCode)
          ? total + row.persons
          : total,
      0,
    )
  /** Whoever stands further along has passed the step. */
  const reached = (index: number) =>
    sum([...ROAD.slice(index), ...(index <= ROAD.indexOf('training') ? ['not_passed'] : [])])
  return {
    steps: ROAD.map((status, index) => ({ status, persons: reached(index) })),
    regencies: quotas.map(({ regencyCode, persons }) => ({
      regencyCode,
      name: names.get(regencyCode) ?? regencyCode,
      quota: persons,
      placed: sum(PLACED_STATUSES, regencyCode),
      steps: ROAD.map((status) => ({ status, persons: sum([status], regencyCode) })),
    })),
  }
}

export type QuarterOfBudget = { quarter: string; committed: bigint; sent: bigint; delivered: bigint }

/** Budget use by quarter, from the balances kept with each ledger entry. Null for who may not read the budget. */
export async function getBudgetUse(
  actor: Actor,
): Promise<{ budgetRupiah: bigint; leftRupiah: bigint; quarters: QuarterOfBudget[] } | null> {
  const { regencyCodes } = reachOf(actor, 'budget.read')
  if (regencyCodes !== 'all' && regencyCodes.length === 0) return null
  const current = await currentProgramme()
  if (!current) return null
  const [programme, rows] = await Promise.all([
    db.programme.findUniqueOrThrow({ where: { id: current.id }, select: { budgetRupiah: true } }),
    db.moneyBalance.groupBy({
      by: ['account', 'quarter'],
      where: {
        programmeId: current.id,
        ...(regencyCodes === 'all' ? {} : { regencyCode: { in: [...regencyCodes] } }),
      },
      _sum: { amountRupiah: true },
    }),
  ])
  const of = (account: string, quarter: string) =>
    rows.find((row) => row.account === account && row.quarter === quarter)?._sum.amountRupiah ?? 0n
  const quarters = [
    ...new Set(rows.filter((row) => /^\d{4}-Q[1-4]$/.test(row.quarter)).map((row) => row.quarter)),
  ].sort()
  const left = rows
    .filter((row) => row.account === 'available')
    .reduce((sum, row) => sum + (row._sum.amountRupiah ?? 0n), 0n)
  return {
    budgetRupiah: programme.budgetRupiah,
    leftRupiah: left,
    quarters: quarters.map((quarter) => ({
      quarter,
      committed: of('committed', quarter) + of('returned', quarter),
      sent: of('in_transit', quarter),
      delivered: of('delivered', quarter),
    })),
  }
}
