import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { classes } from './classes'
import { CONTROL, Field, type FieldProps, useControl } from './field'
import { useTexts } from './texts'

type TextInputProps = FieldProps & {
  type?: 'text' | 'email' | 'password' | 'tel' | 'search' | 'url' | 'time' | 'month' | 'number' | 'date'
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'text'
  placeholder?: string
  minLength?: number
  maxLength?: number
  min?: string | number
  max?: string | number
  step?: string | number
  pattern?: string
  readOnly?: boolean
  autoFocus?: boolean
  /** A width for short entries, such as `max-w-40`. */
  width?: string
  list?: string
}

export function TextInput(props: TextInputProps) {
  const control = useControl(props)
  const {
    field,
    name,
    label,
    hint,
    required,
    labelHidden,
    className,
    defaultValue,
    width,
    type = 'text',
    ...rest
  } = props
  return (
    <Field {...{ control, label, hint, required, labelHidden, className }}>
      <input
        key={field?.key}
        type={type}
        className={classes(CONTROL, width)}
        defaultValue={control.defaultValue}
        {...control.attributes}
        {...rest}
      />
    </Field>
  )
}

/** The browser's own date field; its value is a day `YYYY-MM-DD`. */
export function DateInput(props: Omit<TextInputProps, 'type'>) {
  return <TextInput width="max-w-48" {...props} type="date" />
}

/** Takes `1.500.000`, `1500000` and `Rp 1.500.000`; the schema reads it with the domain's rupiah parser. */
export function RupiahInput(props: Omit<TextInputProps, 'type' | 'inputMode'>) {
  const t = useTexts()
  const hint = props.hint ?? t('common.form.rupiah.hint')
  const control = useControl({ ...props, hint })
  const { field, name, label, required, labelHidden, className, defaultValue, width, ...rest } = props
  return (
    <Field {...{ control, label, hint, required, labelHidden, className }}>
      <div className={classes('relative', width ?? 'max-w-60')}>
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 start-3 flex items-center text-muted"
        >
          Rp
        </span>
        <input
          key={field?.key}
          type="text"
          autoComplete="off"
          defaultValue={control.defaultValue}
          {...control.attributes}
          {...rest}
          inputMode="numeric"
          className={classes(CONTROL, 'ps-10 text-end')}
        />
      </div>
    </Field>
  )
}

export type Choice = { value: string; label: string; disabled?: boolean }

type SelectProps = FieldProps & {
  options: readonly Choice[]
  /** The first, empty choice; `false` leaves it out. */
  empty?: string | false
  width?: string
}

export function Select(props: SelectProps) {
  const control = useControl(props)
  const t = useTexts()
  const { field, label, hint, required, labelHidden, className, options, empty, width } = props
  return (
    <Field {...{ control, label, hint, required, labelHidden, className }}>
      <select
        key={field?.key}
        className={classes(CONTROL, 'pe-8', width)}
        defaultValue={control.defaultValue ?? ''}
        {...control.attributes}
      >
        {empty !== false && <option value="">{empty ?? t('common.form.choose')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function TextArea(props: FieldProps & { rows?: number; maxLength?: number; placeholder?: string }) {
  const control = useControl(props)
  const { field, label, hint, required, labelHidden, className, rows = 3, maxLength, placeholder } = props
  return (
    <Field {...{ control, label, hint, required, labelHidden, className }}>
      <textarea
        key={field?.key}
        className={CONTROL}
        defaultValue={control.defaultValue}
        {...control.attributes}
        {...{ rows, maxLength, placeholder }}
      />
    </Field>
  )
}

const MEGABYTE = 1024 * 1024

type FileInputProps = FieldProps & {
  /** Endings and types the browser offers, such as `.csv,.xlsx`. */
  accept?: string
  multiple?: boolean
  maximumMegabytes?: number
  capture?: 'environment'
}

export function FileInput(props: FileInputProps) {
  const t = useTexts()
  const { field, label, required, labelHidden, className, accept, multiple, capture, maximumMegabytes } =
    props
  const limit = maximumMegabytes ? t('common.form.file.maximum', { megabytes: maximumMegabytes }) : undefined
  const hint: ReactNode =
    limit || props.hint ? classes(typeof props.hint === 'string' && props.hint, limit) : undefined
  const control = useControl({ ...props, hint })
  return (
    <Field {...{ control, label, hint, required, labelHidden, className }}>
      <input
        key={field?.key}
        type="file"
        className={classes(
          CONTROL,
          'border-dashed p-2 file:me-3 file:cursor-pointer file:rounded-control file:border-0 file:bg-accent-soft',
          'file:px-3 file:py-1.5 file:font-semibold file:text-on-accent-soft',
        )}
        {...control.attributes}
        {...{ accept, multiple, capture }}
        onChange={({ currentTarget: input }) => {
          const tooBig = [...(input.files ?? [])].some(
            ({ size }) => size > (maximumMegabytes ?? Infinity) * MEGABYTE,
          )
          input.setCustomValidity(tooBig && limit ? limit : '')
          if (tooBig) input.reportValidity()
        }}
      />
    </Field>
  )
}
