import { z } from 'zod'
import { idField, rupiahField, wholeField } from '~/domain/shared/fields.form.server'
import { MOST_ANSWER_LINES } from './bank-answer'

export const checkBankFileForm = z.object({
  programmeId: idField,
  controlCount: wholeField(1, MOST_ANSWER_LINES),
  controlTotalRupiah: rupiahField,
})

export const bankFileForm = z.object({ fileId: idField })
export const answerLineForm = z.object({ fileId: idField, lineNumber: wholeField(1, MOST_ANSWER_LINES) })
