import { type ButtonHTMLAttributes, useEffect, useState } from 'react'
import { lineTotal } from '~/domain/enterprise/business-plan'
import { parseRupiah } from '~/domain/shared/rupiah'
import { buttonClass } from '~/ui/button'
import type { FieldSource } from '~/ui/field'
import { rupiah } from '~/ui/format'
import { TextInput } from '~/ui/inputs'
import { useTexts } from '~/ui/texts'

type Typed = FieldSource & { value?: string | undefined }
export type BudgetRow = { key: string; item: Typed; quantity: Typed; unit: Typed; unitPriceRupiah: Typed }

type Props = {
  formId: string
  rows: readonly BudgetRow[]
  /** Of the button that adds a line; it is a plain submit where there is no JavaScript. */
  add: ButtonHTMLAttributes<HTMLButtonElement>
  ceilings: readonly { sectorCode: string; ceilingRupiah: bigint }[]
  sector: Typed
}

/** The budget of a plan, line by line, with totals that follow the typing; the server computes them again. */
export function BudgetFields({ formId, rows, add, ceilings, sector }: Props) {
  const t = useTexts()
  const typed = useTyped(formId)
  const read = (field: Typed) =>
    typed ? (typed.get(field.name) ?? '') : (field.value ?? field.defaultValue ?? '')
  const totals = rows.map((row) => totalOf(read(row.quantity), read(row.unitPriceRupiah)))
  const total = totals.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n)
  const ceiling = ceilings.find((one) => one.sectorCode === read(sector))?.ceilingRupiah
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{t('enterprise.plan.lines')}</legend>
      <p className="text-sm text-muted">{t('enterprise.plan.lines.hint')}</p>
      <ol className="grid gap-3">
        {rows.map((row, index) => (
          <Line key={row.key} row={row} number={index + 1} total={totals[index] ?? null} />
        ))}
      </ol>
      <div>
        <button {...add} className={buttonClass('secondary')}>
          {t('enterprise.line.add')}
        </button>
      </div>
      <Total total={total} ceiling={ceiling} />
      <noscript>
        <p className="text-sm text-muted">{t('enterprise.plan.totalLater')}</p>
      </noscript>
    </fieldset>
  )
}

function Line({ row, number, total }: { row: BudgetRow; number: number; total: bigint | null }) {
  const t = useTexts()
  const first = number === 1
  const label = (text: string) => (first ? text : `${text}, ${t('enterprise.line.number', { n: number })}`)
  const hidden = first ? '' : 'md:[&>label]:sr-only'
  return (
    <li className="grid gap-2 rounded-card border border-line p-3 md:grid-cols-[1fr_6rem_7rem_10rem_9rem] md:items-end md:border-0 md:p-0">
      <TextInput
        field={row.item}
        label={label(t('enterprise.line.item'))}
        className={hidden}
        maxLength={150}
      />
      <TextInput
        field={row.quantity}
        label={label(t('enterprise.line.quantity'))}
        className={hidden}
        inputMode="numeric"
      />
      <TextInput
        field={row.unit}
        label={label(t('enterprise.line.unit'))}
        className={hidden}
        maxLength={30}
      />
      <TextInput
        field={row.unitPriceRupiah}
        label={label(t('enterprise.line.unitPrice'))}
        className={hidden}
        inputMode="numeric"
      />
      <p className="figures flex justify-between gap-2 text-end md:block md:pb-2">
        <span className="text-muted md:sr-only">{t('enterprise.line.total')}</span>
        <span>{total === null ? '–' : rupiah(total)}</span>
      </p>
    </li>
  )
}

function Total({ total, ceiling }: { total: bigint; ceiling: bigint | undefined }) {
  const t = useTexts()
  const over = ceiling !== undefined && total > ceiling
  return (
    <dl className="grid gap-1 rounded-card bg-sunken px-4 py-3 sm:grid-cols-3" aria-live="polite">
      <div>
        <dt className="text-sm text-muted">{t('enterprise.total')}</dt>
        <dd className="figures text-lg font-bold">{rupiah(total)}</dd>
      </div>
      {ceiling !== undefined && (
        <>
          <div>
            <dt className="text-sm text-muted">{t('enterprise.ceiling')}</dt>
            <dd className="figures">{rupiah(ceiling)}</dd>
          </div>
          <div className={over ? 'font-semibold text-danger' : undefined}>
            <dt className="text-sm">{t(over ? 'enterprise.over' : 'enterprise.left')}</dt>
            <dd className="figures">{rupiah(over ? total - ceiling : ceiling - total)}</dd>
          </div>
        </>
      )}
    </dl>
  )
}

function totalOf(quantity: string, price: string): bigint | null {
  const unitPriceRupiah = parseRupiah(price)
  if (!/^\d{1,6}$/.test(quantity.trim()) || unitPriceRupiah === null) return null
  return lineTotal({ quantity: Number(quantity), unitPriceRupiah })
}

/** What stands in the form's entries now, once somebody has typed. */
function useTyped(formId: string): ReadonlyMap<string, string> | null {
  const [typed, setTyped] = useState<ReadonlyMap<string, string> | null>(null)
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const read = () => {
      const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const)
      setTyped(new Map(entries))
    }
    form.addEventListener('input', read)
    return () => form.removeEventListener('input', read)
  }, [formId])
  return typed
}
