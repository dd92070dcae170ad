import { z } from 'zod'
import { dayField, idField, textField } from '~/domain/shared/fields.form.server'
import { CHECKS, type Checklist, DECISIONS } from './evidence'

const answer = z
  .enum(['yes', 'no'])
  .transform((given) => given === 'yes')
  .optional()

const degrees = (limit: number) =>
  z
    .string()
    .trim()
    .regex(/^-?\d{1,3}([.,]\d{1,8})?$/, 'number')
    .transform((entry) => Number(entry.replace(',', '.')))
    .pipe(z.number().min(-limit).max(limit))

export const verifyCandidateForm = z
  .object({
    beneficiaryId: idField,
    decision: z.enum(DECISIONS),
    visitedOn: dayField.optional(),
    checklist: z
      .object(
        Object.fromEntries(CHECKS.map((check) => [check, answer])) as Record<
          (typeof CHECKS)[number],
          typeof answer
        >,
      )
      .optional(),
    findings: textField(0, 2_000).optional(),
    latitude: degrees(90).optional(),
    longitude: degrees(180).optional(),
    reason: textField(10, 1_000).optional(),
  })
  .refine((entry) => (entry.latitude === undefined) === (entry.longitude === undefined), {
    path: ['longitude'],
    message: 'verification.error.position',
  })
  .refine((entry) => entry.decision === 'verified' || entry.reason !== undefined, {
    path: ['reason'],
    message: 'verification.error.reason',
  })
  .transform((entry) => ({
    ...entry,
    checklist: (entry.checklist ?? {}) satisfies Checklist as Checklist,
    visitedOn: entry.visitedOn ?? null,
    findings: entry.findings || null,
    latitude: entry.latitude ?? null,
    longitude: entry.longitude ?? null,
    reason: entry.reason ?? null,
  }))

export const resubmitForm = z.object({ beneficiaryId: idField })

export const publishListForm = z.object({ programmeId: idField, regencyCodes: z.array(z.string()).min(1) })

export const recordObjectionForm = z.object({
  periodId: idField,
  beneficiaryId: idField,
  fromName: textField(2, 100),
  text: textField(10, 2_000),
  receivedOn: dayField,
})

export const answerObjectionForm = z.object({
  objectionId: idField,
  answer: textField(10, 2_000),
  verdict: z.enum(['upheld', 'dismissed']),
})

export const issueDecreeForm = z.object({
  programmeId: idField,
  number: textField(3, 60),
  datedOn: dayField,
  subject: textField(10, 200),
  regencyCodes: z.array(z.string()).min(1),
  amendsId: idField.optional(),
})

export type VerifyDecision = z.output<typeof verifyCandidateForm>
export type PublishList = z.output<typeof publishListForm>
export type RecordObjection = z.output<typeof recordObjectionForm>
export type AnswerObjection = z.output<typeof answerObjectionForm>
export type IssueDecree = z.output<typeof issueDecreeForm>
