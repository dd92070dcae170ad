import type { ReactNode } from 'react'
import { classes } from './classes'
import { FieldError, type FieldProps, RequiredMark, useControl } from './field'
import type { Choice } from './inputs'

const BOX = 'mt-0.5 size-4.5 shrink-0 cursor-pointer accent-accent'
const LINE = 'flex cursor-pointer items-start gap-2.5 coarse:min-h-[44px] coarse:py-2.5'

/** One box to tick; ticked it sends `on`, or `value`. */
export function Checkbox(props: FieldProps & { value?: string; defaultChecked?: boolean }) {
  const control = useControl(props)
  const { field, label, hint, required, className, value = 'on' } = props
  return (
    <div className={classes('grid gap-1', className)}>
      <label className={LINE} htmlFor={control.id}>
        <input
          key={field?.key}
          type="checkbox"
          className={BOX}
          value={value}
          defaultChecked={
            field ? (field.defaultChecked ?? field.defaultValue === value) : props.defaultChecked
          }
          {...control.attributes}
        />
        <span>
          {label}
          {required && <RequiredMark />}
        </span>
      </label>
      {hint && (
        <p id={control.hintId} className="ps-7 text-sm text-muted">
          {hint}
        </p>
      )}
      <FieldError id={control.errorId} errors={control.errors} />
    </div>
  )
}

type GroupProps = FieldProps & {
  options: readonly (Choice & { hint?: ReactNode })[]
  /** Side by side where there is room. */
  inline?: boolean
  defaultValues?: readonly string[]
}

export function RadioGroup(props: GroupProps) {
  return <Group type="radio" {...props} />
}

/** Several boxes under one name; the schema reads an array. */
export function CheckboxGroup(props: GroupProps) {
  return <Group type="checkbox" {...props} />
}

function Group(props: GroupProps & { type: 'radio' | 'checkbox' }) {
  const control = useControl(props)
  const { type, field, label, hint, required, labelHidden, className, options, inline } = props
  const { id, name, required: _required, ...described } = control.attributes
  const chosen =
    field?.defaultOptions ?? props.defaultValues ?? (control.defaultValue ? [control.defaultValue] : [])
  return (
    <fieldset id={id} tabIndex={-1} className={classes('grid gap-1', className)} {...described}>
      <legend className={labelHidden ? 'sr-only' : 'mb-1 font-semibold'}>
        {label}
        {required && <RequiredMark />}
      </legend>
      {hint && (
        <p id={control.hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <div key={field?.key} className={inline ? 'flex flex-wrap gap-x-6 gap-y-1' : 'grid gap-1.5'}>
        {options.map((option) => (
          <label key={option.value} className={LINE}>
            <input
              type={type}
              name={name}
              value={option.value}
              className={BOX}
              disabled={option.disabled}
              required={type === 'radio' && required}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={control.errorId} errors={control.errors} />
    </fieldset>
  )
}
