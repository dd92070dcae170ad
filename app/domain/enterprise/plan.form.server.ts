import { z } from 'zod'
import { textField, versionField } from '~/domain/shared/fields.form.server'
import { parseRupiah } from '~/domain/shared/rupiah'
import { type BudgetLine, MOST_LINES } from './business-plan'

const DEAREST_ITEM = 1_000_000_000n
const MOST_PIECES = 100_000

/** A line as it was typed; a line left wholly empty is no line. */
const typedLine = z
  .object({
    item: z.string().trim().max(150).optional(),
    quantity: z.string().trim().optional(),
    unit: z.string().trim().max(30).optional(),
    unitPriceRupiah: z.string().trim().optional(),
  })
  .optional()

const linesField = z
  .array(typedLine)
  .max(MOST_LINES)
  .default([])
  .transform((typed, context) => {
    const lines: BudgetLine[] = []
    typed.forEach((line, index) => {
      const { item, quantity, unit, unitPriceRupiah } = line ?? {}
      if (!item && !quantity && !unit && !unitPriceRupiah) return
      const wrong = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [index, field], message })
      const pieces = Number(quantity)
      const price = parseRupiah(unitPriceRupiah ?? '')
      if (!item) wrong('item', 'required')
      if (!unit) wrong('unit', 'required')
      if (!quantity) wrong('quantity', 'required')
      else if (!/^\d{1,6}$/.test(quantity) || pieces < 1 || pieces > MOST_PIECES) wrong('quantity', 'number')
      if (!unitPriceRupiah) wrong('unitPriceRupiah', 'required')
      else if (price === null || price <= 0n || price > DEAREST_ITEM) wrong('unitPriceRupiah', 'rupiah')
      if (item && unit && price !== null) lines.push({ item, unit, quantity: pieces, unitPriceRupiah: price })
    })
    return lines
  })

export const planForm = z.object({
  sectorCode: z.string().min(1).max(40),
  summary: textField(10, 1000),
  seenVersion: versionField.optional(),
  lines: linesField,
})

export const planSeenForm = z.object({ planId: z.uuid(), seenVersion: versionField })

export const sendBackForm = planSeenForm.extend({ note: textField(5, 500) })
