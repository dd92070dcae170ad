import { createContext, useContext } from 'react'
import type { FormAnswer } from './form-answer'

type Scope = { formId: string | undefined; answer: FormAnswer | undefined }

const ScopeContext = createContext<Scope | undefined>(undefined)

export const FormScopeProvider = ScopeContext.Provider

/** What the surrounding form's last answer says about a field that is known by name alone. */
export function useNamedField(name: string | undefined) {
  const scope = useContext(ScopeContext)
  if (!scope?.formId || !name) return undefined
  const entered = scope.answer?.result.initialValue?.[name]
  return {
    id: `${scope.formId}-${name}`,
    errors: scope.answer?.result.error?.[name] ?? undefined,
    entered: typeof entered === 'string' ? entered : undefined,
  }
}
