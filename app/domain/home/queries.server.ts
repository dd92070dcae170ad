import { listAccountTasks } from '~/domain/beneficiary/account-queries.server'
import { listOpenDecisions } from '~/domain/beneficiary/decision-queries.server'
import { type BeneficiaryStatus, PLACED_STATUSES, ROAD } from '~/domain/beneficiary/lifecycle'
import { readySql } from '~/domain/disbursement/gate-sql.server'
import { listQueue } from '~/domain/enterprise/queries.server'
import { currentProgramme } from '~/domain/programme/queries.server'
import { type Actor, hasRole } from '~/domain/shared/actor'
import { authorize, reachOf, within } from '~/domain/shared/permissions'
import { quarterOf } from '~/domain/shared/quarter'
import { trainerDay } from '~/domain/training/session-queries.server'
import { now, today } from '~/platform/clock.server'
import { db, type Sql, sql } from '~/platform/db.server'
import { type Task, type TaskKey, tasksOf } from './tasks'

/** Counting stops here: past it the home says "more than". */
export const COUNT_LIMIT = 10_000

type Asked = { actor: Actor; programmeId: string; day: string }
type Counted = { count: (asked: Asked) => Promise<number>; to: string }

async function counted(from: Sql): Promise<number> {
  const [found] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (SELECT 1 FROM ${from} LIMIT ${COUNT_LIMIT + 1}::int) few`
  return found?.n ?? 0
}

const people = (status: BeneficiaryStatus, to = `/penerima?status=${status}`): Counted => ({
  count: async ({ actor, programmeId }) => {
    const { regencyCodes } = reachOf(actor, 'person.read')
    const inReach = regencyCodes === 'all' ? {} : { regencyCode: { in: [...regencyCodes] } }
    const sum = await db.statusBalance.aggregate({
      where: { programmeId, status, ...inReach },
      _sum: { persons: true },
    })
    return sum._sum.persons ?? 0
  },
  to,
})

const batches = (condition: Sql, to: string): Counted => ({
  count: ({ programmeId }) =>
    counted(sql`batch x WHERE x.programme_id = ${programmeId}::uuid AND ${condition}`),
  to,
})

const accounts = (task: 'enter' | 'verify'): Counted => ({
  count: async ({ actor, programmeId }) => (await listAccountTasks(actor, programmeId, task, null)).count,
  to: `/penerima/rekening?tugas=${task}`,
})

const plans = (state: 'none' | 'submitted'): Counted => ({
  count: async ({ actor }) => (await listQueue(actor, { state })).counts[state],
  to: `/usaha?keadaan=${state}`,
})

/** What each task counts, and the list that shows the same rows. */
const COUNTS: Record<TaskKey, Counted> = {
  intake_to_confirm: {
    count: ({ programmeId, actor }) =>
      db.intakeFile.count({ where: { programmeId, state: 'checked', uploadedBy: actor.userId } }),
    to: '/usulan',
  },
  people_to_correct: people('sent_back'),
  people_waitlisted: people('waitlisted', '/verifikasi/daftar-tunggu'),
  people_verified: people('verified'),
  objections_to_answer: {
    count: ({ programmeId }) =>
      counted(
        sql`objection o JOIN objection_period p ON p.id = o.period_id WHERE p.programme_id = ${programmeId}::uuid AND o.answered_at IS NULL`,
      ),
    to: '/verifikasi/sanggahan',
  },
  people_to_enrol: people('decreed'),
  cohorts_to_close: {
    count: ({ programmeId, actor, day }) =>
      db.cohort.count({
        where: {
          programmeId,
          status: 'open',
          endsOn: { lt: new Date(day) },
          ...within(actor, 'cohort.write'),
        },
      }),
    to: '/pelatihan?keadaan=open',
  },
  plans_to_decide: plans('submitted'),
  accounts_to_enter: accounts('enter'),
  candidates_to_verify: people('proposed', '/verifikasi'),
  accounts_to_verify: accounts('verify'),
  decisions_to_confirm: {
    count: async ({ actor, programmeId }) => (await listOpenDecisions(actor, programmeId)).length,
    to: '/penerima/keputusan',
  },
  own_people: {
    count: ({ programmeId, actor }) =>
      db.beneficiary.count({ where: { programmeId, companionId: actor.userId } }),
    to: '/penerima',
  },
  plans_to_draft: plans('none'),
  sessions_to_log: {
    count: async ({ actor }) => (await trainerDay(actor, now())).toLog.length,
    to: '/pelatihan',
  },
  sessions_ahead: {
    count: async ({ actor }) => (await trainerDay(actor, now())).ahead.length,
    to: '/pelatihan',
  },
  own_cohorts: {
    count: ({ actor, programmeId }) =>
      counted(
        sql`cohort c JOIN cohort_trainer t ON t.cohort_id = c.id WHERE c.programme_id = ${programmeId}::uuid AND t.user_id = ${actor.userId}::uuid AND c.status = 'open'`,
      ),
    to: '/pelatihan?keadaan=open',
  },
  tranches_ready: {
    count: ({ programmeId, day }) =>
      counted(
        sql`tranche_facts f WHERE f.programme_id = ${programmeId}::uuid AND ${readySql(quarterOf(day))}`,
      ),
    to: '/penyaluran?tunggu=siap',
  },
  batches_to_submit: batches(sql`x.status = 'draft'`, '/penyaluran/batch?status=draft'),
  batches_sent_back: batches(sql`x.status = 'sent_back'`, '/penyaluran/batch?status=sent_back'),
  batches_to_export: batches(sql`x.status = 'approved'`, '/penyaluran/batch?status=approved'),
  batches_at_bank: batches(sql`x.status = 'exported'`, '/penyaluran/batch?status=exported'),
  answers_to_post: {
    count: ({ programmeId }) => db.bankFile.count({ where: { programmeId, state: 'checked' } }),
    to: '/penyaluran/jawaban-bank',
  },
  payments_failed: {
    count: ({ programmeId }) => db.tranche.count({ where: { programmeId, status: 'failed' } }),
    to: '/penyaluran?status=failed',
  },
  batches_to_approve: batches(sql`x.status = 'submitted'`, '/penyaluran/batch?status=submitted'),
  batches_all: batches(sql`true`, '/audit'),
  events_this_week: {
    count: ({ day }) => counted(sql`audit_event e WHERE e.at >= ${day}::date - 7`),
    to: '/audit/jejak',
  },
  programmes_in_draft: { count: () => db.programme.count({ where: { status: 'draft' } }), to: '/program' },
  mails_failed: {
    count: () => db.outboxMail.count({ where: { sentAt: null, NOT: { error: null } } }),
    to: '/admin/kotak-keluar',
  },
  accounts_unused: {
    count: () => db.userAccount.count({ where: { mustChangePassword: true, deactivatedAt: null } }),
    to: '/admin/pengguna',
  },
  reveals_this_week: {
    count: ({ day }) =>
      counted(sql`audit_event e WHERE e.kind = 'person.revealed' AND e.at >= ${day}::date - 7`),
    to: '/admin/pengungkapan',
  },
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** What waits for the actor today, by role, each with the list that shows the rows counted. */
export async function listTasks(actor: Actor): Promise<Task[]> {
  authorize(actor, 'home.read')
  const programme = await currentProgramme()
  const asked: Asked = { actor, programmeId: programme?.id ?? NOBODY, day: today() }
  return Promise.all(
    tasksOf(actor).map(
      async (key): Promise<Task> => ({ key, count: await COUNTS[key].count(asked), to: COUNTS[key].to }),
    ),
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
