import { type ReactNode, useId } from 'react'
import { classes } from './classes'
import { useNamedField } from './form-scope'
import { useTexts } from './texts'

/** What a field needs to know of itself: the metadata of `useFields`, or just a name in a filter. */
export type FieldSource = {
  id: string
  name: string
  key?: string | undefined
  errorId: string
  errors?: string[] | undefined
  defaultValue?: string | undefined
  defaultOptions?: string[] | undefined
  defaultChecked?: boolean | undefined
}

export type FieldProps = {
  /** The field of `useFields`… */
  field?: FieldSource
  /** …or, outside such a form, its name. */
  name?: string
  label: string
  hint?: ReactNode
  required?: boolean
  /** The label is read out but not seen. */
  labelHidden?: boolean
  className?: string
  defaultValue?: string
}

/** The attributes a control needs so that label, hint and error belong to it. */
export function useControl(props: FieldProps) {
  const ownId = useId()
  const { field } = props
  const named = useNamedField(field ? undefined : props.name)
  const id = field?.id ?? named?.id ?? `${ownId}${props.name ?? ''}`
  const errors = field?.errors ?? named?.errors
  const hintId = `${id}-hint`
  const errorId = field?.errorId ?? `${id}-error`
  return {
    id,
    hintId,
    errorId,
    errors,
    attributes: {
      id,
      name: field?.name ?? props.name ?? '',
      required: props.required,
      'aria-invalid': errors ? (true as const) : undefined,
      'aria-describedby': classes(props.hint ? hintId : undefined, errors ? errorId : undefined) || undefined,
    },
    defaultValue: field?.defaultValue ?? named?.entered ?? props.defaultValue,
  }
}

export const CONTROL =
  'w-full min-h-9 rounded-control border border-edge bg-surface px-3 py-1.5 text-text placeholder:text-muted ' +
  'hover:border-accent disabled:bg-sunken disabled:text-muted aria-invalid:border-danger aria-invalid:border-2 coarse:min-h-[44px]'

type Frame = Pick<FieldProps, 'label' | 'hint' | 'required' | 'labelHidden' | 'className'> & {
  control: Pick<ReturnType<typeof useControl>, 'id' | 'hintId' | 'errorId' | 'errors'>
  children: ReactNode
}

/** Label above, hint under it, then the control, then what is wrong with it. */
export function Field({ control, label, hint, required, labelHidden, className, children }: Frame) {
  return (
    <div className={classes('grid content-start gap-1', className)}>
      <label htmlFor={control.id} className={labelHidden ? 'sr-only' : 'font-semibold'}>
        {label}
        {required && <RequiredMark />}
      </label>
      {hint && (
        <p id={control.hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children}
      <FieldError id={control.errorId} errors={control.errors} />
    </div>
  )
}

export function RequiredMark() {
  const t = useTexts()
  return <span className="ms-1.5 text-sm font-normal text-muted">({t('common.required')})</span>
}

export function FieldError({ id, errors }: { id: string; errors: string[] | undefined }) {
  if (!errors || errors.length === 0) return null
  return (
    <p id={id} className="text-sm font-medium text-danger">
      {errors.join(' ')}
    </p>
  )
}
