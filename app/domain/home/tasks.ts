import { type Actor, hasRole, type Role } from '../shared/actor'

/**
 * What may wait for someone, by role, in the order in which the day's work goes. Each leads to a list that shows exactly
 * the rows counted; the counts stand in `queries.server`.
 */
export const TASKS = {
  coordinator: [
    'intake_to_confirm',
    'people_to_correct',
    'people_waitlisted',
    'people_verified',
    'objections_to_answer',
    'people_to_enrol',
    'cohorts_to_close',
    'plans_to_decide',
    'accounts_to_enter',
  ],
  verifier: ['candidates_to_verify', 'accounts_to_verify', 'decisions_to_confirm'],
  companion: ['own_people', 'plans_to_draft'],
  trainer: ['sessions_to_log', 'sessions_ahead', 'own_cohorts'],
  treasurer: [
    'tranches_ready',
    'batches_to_submit',
    'batches_sent_back',
    'batches_to_export',
    'batches_at_bank',
    'answers_to_post',
    'accounts_to_verify',
    'payments_failed',
  ],
  approver: ['batches_to_approve'],
  auditor: ['batches_all', 'payments_failed', 'events_this_week'],
  admin: ['programmes_in_draft', 'mails_failed', 'accounts_unused'],
  dpo: ['reveals_this_week'],
} as const satisfies Record<Role, readonly string[]>

export type TaskKey = (typeof TASKS)[Role][number]

export type Task = { key: TaskKey; count: number; to: string }

/** Figures that are read, not worked off: they ask for nothing when they are not zero. */
const FOR_INFORMATION: readonly TaskKey[] = [
  'own_people',
  'own_cohorts',
  'sessions_ahead',
  'batches_all',
  'events_this_week',
  'batches_at_bank',
  'reveals_this_week',
  'people_waitlisted',
]

export function asksForWork(task: Task): boolean {
  return task.count > 0 && !FOR_INFORMATION.includes(task.key)
}

/** The tasks of every role that the actor holds, each once. */
export function tasksOf(actor: Actor): TaskKey[] {
  const roles = (Object.keys(TASKS) as Role[]).filter((role) => hasRole(actor, role))
  return [...new Set(roles.flatMap((role): readonly TaskKey[] => TASKS[role]))]
}
