import { z } from 'zod'
import { idField, textField } from '~/domain/shared/fields.form.server'
import { squeeze } from '~/domain/shared/text'
import { isAccountNumber, normalizeAccountNumber } from './account-number'
import { isHolderName } from './bank-account'

const bankCode = z.string().regex(/^\d{3}$/, 'choice')
const reason = z.string().trim().max(500).optional()

export const accountNumberField = z
  .string()
  .transform(normalizeAccountNumber)
  .refine(isAccountNumber, 'beneficiaries.error.account_number')

export const holderNameField = z
  .string()
  .transform(squeeze)
  .refine(isHolderName, 'beneficiaries.error.holder_name')

export const enterAccountForm = z.object({
  bankCode,
  accountNumber: accountNumberField,
  holderName: holderNameField,
  reason,
})

export const decideAccountForm = z
  .object({
    accountId: idField,
    decision: z.enum(['verified', 'refused']),
    inquiryName: textField(2, 100).optional(),
    reason,
  })
  .refine(({ decision, inquiryName }) => decision === 'refused' || Boolean(inquiryName), {
    path: ['inquiryName'],
    message: 'required',
  })
  .refine(({ decision, reason }) => decision === 'verified' || Boolean(reason), {
    path: ['reason'],
    message: 'required',
  })
