import { z } from 'zod'
import {
  dayField,
  idField,
  quarterField,
  rupiahField,
  textField,
  wholeField,
} from '~/domain/shared/fields.form.server'
import { MOST_LINES } from './batch'

const reason = textField(5, 500)
const batchId = idField

export const prepareBatchForm = z.object({
  programmeId: idField,
  quarter: quarterField,
  title: textField(3, 100),
  regencyCodes: z.array(z.string().regex(/^\d{2}\.\d{2}$/, 'choice')).default([]),
  sectorCode: z.string().max(30).optional(),
  limit: wholeField(1, MOST_LINES),
})

export const batchForm = z.object({ batchId })
export const approveBatchForm = z.object({
  batchId,
  note: textField(0, 500).optional(),
  understood: z.literal('on', 'required'),
})
export const sendBackBatchForm = z.object({ batchId, reason })
export const removeLineForm = z.object({ batchId, paymentId: idField })
export const withdrawLineForm = z.object({ batchId, paymentId: idField, reason })
export const recordSp2dForm = z.object({
  batchId,
  number: textField(3, 60),
  datedOn: dayField,
  amountRupiah: rupiahField,
})
