import { z } from 'zod'
import {
  idField,
  quarterField,
  rupiahField,
  textField,
  versionField,
  wholeField,
} from '~/domain/shared/fields.form.server'
import { AID_FORMS, CODE_PATTERN, LONGEST_OBJECTION_DAYS, MOST_TRANCHES, POLICIES } from './programme'

const EARLIEST_YEAR = 2020
const LATEST_YEAR = 2100

const settings = {
  code: z.string().trim().toUpperCase().regex(CODE_PATTERN, 'programme.error.code'),
  name: textField(5, 120),
  fiscalYear: wholeField(EARLIEST_YEAR, LATEST_YEAR),
  budgetRupiah: rupiahField.refine((amount) => amount > 0n, 'rupiah'),
  attendancePercent: wholeField(1, 100),
  excusedRule: z.enum(['leaves', 'counts']),
  approvalThresholdRupiah: rupiahField.refine((amount) => amount > 0n, 'rupiah'),
  objectionDays: wholeField(0, LONGEST_OBJECTION_DAYS),
  earlierRecipients: z.enum(POLICIES),
  sameFamilyCard: z.enum(POLICIES),
  debtorName: textField(3, 70).optional(),
  debtorBankCode: z
    .string()
    .regex(/^\d{3}$/, 'choice')
    .optional(),
  debtorAccount: z
    .string()
    .trim()
    .regex(/^\d{6,20}$/, 'programme.error.account')
    .optional(),
}

/** An account to pay from is whole or absent; a kept number need not be typed again. */
function debtorIsWhole(entry: {
  debtorName?: string
  debtorBankCode?: string
  debtorAccount?: string
  debtorKept?: string
}): boolean {
  const given = [entry.debtorName, entry.debtorBankCode, entry.debtorAccount ?? entry.debtorKept].filter(
    Boolean,
  )
  return given.length === 0 || given.length === 3
}
const debtorProblem = { path: ['debtorAccount'], message: 'programme.error.debtor' }

/** Needed once the year is open: the command asks for it. */
const reason = textField(10, 500).optional()

export const createProgrammeForm = z.object(settings).refine(debtorIsWhole, debtorProblem)

export const changeSettingsForm = z
  .object({
    ...settings,
    programmeId: idField,
    version: versionField,
    reason,
    debtorKept: z.literal('yes').optional(),
  })
  .refine(debtorIsWhole, debtorProblem)

export const setQuotasForm = z.object({
  programmeId: idField,
  version: versionField,
  reason,
  quotas: z.array(z.object({ regencyCode: z.string(), persons: wholeField(0, 100_000) })).max(60),
})

export const offerSectorsForm = z.object({
  programmeId: idField,
  version: versionField,
  reason,
  sectors: z
    .array(
      z
        .object({
          sectorCode: z.string(),
          offered: z.boolean().default(false),
          ceilingRupiah: rupiahField.refine((amount) => amount > 0n, 'rupiah').optional(),
          form: z.enum(AID_FORMS).optional(),
        })
        .superRefine((sector, context) => {
          if (!sector.offered) return
          if (sector.ceilingRupiah === undefined)
            context.addIssue({ code: 'custom', path: ['ceilingRupiah'], message: 'required' })
          if (sector.form === undefined)
            context.addIssue({ code: 'custom', path: ['form'], message: 'required' })
        }),
    )
    .max(60),
})

const SHARE = /^\d{1,3}([.,]\d{1,2})?$/

/** A percentage as typed, `33,33`, in ten-thousandths. */
const shareField = z
  .string()
  .trim()
  .regex(SHARE, 'number')
  .transform((entry) => Math.round(Number(entry.replace(',', '.')) * 100))
  .pipe(z.number().min(0).max(10_000))

export const planTranchesForm = z.object({
  programmeId: idField,
  version: versionField,
  reason,
  tranches: z
    .array(z.object({ quarter: quarterField.optional(), share: shareField.optional() }))
    .max(MOST_TRANCHES)
    .transform((lines) => lines.filter((line) => line.share !== undefined && line.share > 0)),
})

export const programmeStepForm = z.object({ programmeId: idField, version: versionField })

export type CreateProgramme = z.output<typeof createProgrammeForm>
export type ChangeSettings = z.output<typeof changeSettingsForm>
export type SetQuotas = z.output<typeof setQuotasForm>
export type OfferSectors = z.output<typeof offerSectorsForm>
export type PlanTranches = z.output<typeof planTranchesForm>
export type ProgrammeStep = z.output<typeof programmeStepForm>
