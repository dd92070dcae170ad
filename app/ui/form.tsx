import { type DefaultValue, useForm } from '@conform-to/react'
import type { FetcherWithComponents } from '@remix-run/react'
import { useAnswer } from './sealed-form'

export type { InputOf } from './form-answer'
export { Form, FormActions, SubmitButton } from './sealed-form'

type FieldsOptions<Schema extends Record<string, unknown>> = {
  /** Needed where two forms of a page post to the same address. */
  id?: string
  defaultValue?: DefaultValue<Schema>
  /** The fetcher, where the form is sent by one. */
  fetcher?: FetcherWithComponents<unknown>
}

/** The fields of a form, with what the server said about them last time. */
export function useFields<Schema extends Record<string, unknown>>(options: FieldsOptions<Schema> = {}) {
  const answer = useAnswer(options.id, options.fetcher)
  const [form, fields] = useForm<Schema>({
    id: options.id,
    defaultValue: options.defaultValue,
    lastResult: answer?.result ?? null,
  })
  return { form, fields, answer }
}
