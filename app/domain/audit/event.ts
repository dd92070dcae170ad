/**
 * Everything that can happen, with the facts each kind keeps. Facts hold ids, amounts and references, never personal
 * values: those go into `personal`, which is encrypted under the person's own key.
 */
type Facts = Record<string, string | number | boolean | null | readonly (string | number)[]>

export const EVENT_KINDS = [
  // people who work with the portal
  'user.created',
  'user.roles_changed',
  'user.deactivated',
  'user.reactivated',
  'user.second_factor_reset',
  'user.password_changed',
  'user.password_reset_requested',
  'user.signed_in',
  'user.sign_in_failed',
  'user.signed_out',
  'user.second_factor_enrolled',
  'user.second_factor_removed',
  'user.session_ended',
  'user.language_changed',
  'role_policy.changed',
  'user.confirmed',
  'user.renamed',
  'user.second_factor_begun',
  'user.second_factor_given',
  'user.temporary_password_issued',
  // programme year
  'programme.created',
  'programme.changed',
  'programme.opened',
  'programme.closed',
  'sector.changed',
  'past_recipients.imported',
  'poverty_figure.changed',
  // intake and people
  'intake.uploaded',
  'intake.mapped',
  'intake.checked',
  'intake.confirmed',
  'intake.cancelled',
  'intake.refused',
  'person.registered',
  'person.corrected',
  'person.contact_changed',
  'person.revealed',
  'person.exported',
  'person.moved',
  'person.companion_assigned',
  'person.suspension_proposed',
  'person.suspension_refused',
  'person.suspended',
  'person.suspension_lifted',
  'person.exit_proposed',
  'person.exit_confirmed',
  'person.exit_refused',
  'heir.recorded',
  'heir.confirmed',
  'document.added',
  'document.removed',
  'document.read',
  'bank_account.entered',
  'bank_account.verified',
  'bank_account.refused',
  // verification and decree
  'verification.decided',
  'objections.opened',
  'objection.recorded',
  'objection.answered',
  'decree.issued',
  'decree.amended',
  'decree.named',
  'waitlist.offered',
  'waitlist.confirmed',
  // training
  'cohort.created',
  'cohort.changed',
  'cohort.closed',
  'session.planned',
  'session.changed',
  'session.cancelled',
  'enrolment.added',
  'enrolment.ended',
  'attendance.logged',
  'attendance.corrected',
  'recommendation.given',
  'certificate.printed',
  // enterprise
  'plan.drafted',
  'plan.submitted',
  'plan.accepted',
  'plan.sent_back',
  // disbursement
  'grant.made',
  'tranche.cancelled',
  'batch.prepared',
  'batch.line_removed',
  'batch.submitted',
  'batch.approved',
  'batch.refused',
  'batch.sent_back',
  'batch.sp2d_recorded',
  'batch.line_withdrawn',
  'batch.exported',
  'batch.downloaded',
  'batch.downloaded_again',
  'batch.settled',
  'payment.batched',
  'payment.approved',
  'payment.sent',
  'payment.paid',
  'payment.failed',
  'payment.returned',
  'payment.withdrawn',
  'bank_file.checked',
  'bank_file.line_decided',
  'bank_file.confirmed',
  'bank_file.posted',
  'bank_file.discarded',
  // audit and operation
  'audit.exported',
  'keys.rotated',
  'rules.checked',
] as const

export type EventKind = (typeof EVENT_KINDS)[number]

export const SUBJECT_TYPES = [
  'user',
  'role',
  'programme',
  'sector',
  'intake_file',
  'beneficiary',
  'document',
  'bank_account',
  'objection_period',
  'objection',
  'decree',
  'cohort',
  'session',
  'enrolment',
  'plan',
  'grant',
  'tranche',
  'batch',
  'payment',
  'bank_file',
  'heir',
  'system',
] as const

export type SubjectType = (typeof SUBJECT_TYPES)[number]

export type AuditEvent = {
  kind: EventKind
  subject: { type: SubjectType; id: string }
  programmeId?: string | undefined
  regencyCode?: string | undefined
  /** Whose case it belongs to; required where `personal` is given. */
  beneficiaryId?: string | undefined
  facts?: Facts
  /** Names, before and after: encrypted under the person's key. */
  personal?: Record<string, string | number | null>
}
