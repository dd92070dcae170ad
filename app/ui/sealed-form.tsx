import {
  type FetcherWithComponents,
  type FormProps,
  Form as RemixForm,
  useActionData,
  useLocation,
  useNavigation,
  useResolvedPath,
} from '@remix-run/react'
import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useId, useRef } from 'react'
import { Button, type ButtonTone } from './button'
import { type FormAnswer, isFormAnswer } from './form-answer'
import { FormErrors } from './form-errors'
import { FormScopeProvider } from './form-scope'
import type { IconName } from './icon'
import { useTexts } from './texts'

/** What the server gives each page for its forms: the CSRF token, and a seed for the keys that make a form count once. */
export type FormSeal = { csrfToken: string; seed: string }

const SealContext = createContext<FormSeal | undefined>(undefined)
export const FormSealProvider = SealContext.Provider

const PendingContext = createContext(false)

/** True while the surrounding form is under way. */
function useFormPending(): boolean {
  return useContext(PendingContext)
}

/** The answer of the last sending, if it is about this form. */
export function useAnswer(
  id: string | undefined,
  fetcher: FetcherWithComponents<unknown> | undefined,
): FormAnswer | undefined {
  const fromAction = useActionData<unknown>()
  const answer = fetcher ? fetcher.data : fromAction
  if (!isFormAnswer(answer)) return undefined
  return answer.form === null || answer.form === id ? answer : undefined
}

type Props = Omit<FormProps, 'method'> & {
  /** The form of `useFields`; a form that is only a button does without. */
  of?: { id: string; onSubmit: (event: FormEvent<HTMLFormElement>) => void }
  fetcher?: FetcherWithComponents<unknown>
  /** Set for a form with files. */
  files?: boolean
}

/** A form that changes something: sealed against forgery and double sending, and usable without JavaScript. */
export function Form({ of, fetcher, files, children, className, id, ...rest }: Props) {
  const seal = useContext(SealContext)
  const ownId = useId()
  const key = `${seal?.seed ?? 'none'}${ownId}`
  const formId = of?.id ?? id ?? ownId
  const name = formId.startsWith(':') ? undefined : formId
  const elsewhere = useElsewhere(rest.action)
  const given = useAnswer(name, fetcher)
  const answer = elsewhere ? undefined : given
  const pending = usePending(key, fetcher)
  const element = useRef<HTMLFormElement>(null)
  useResetAfterSuccess(element, pending, answer)
  const Element = fetcher ? fetcher.Form : RemixForm
  return (
    <Element
      ref={element}
      method="post"
      id={formId}
      encType={files ? 'multipart/form-data' : undefined}
      onSubmit={of?.onSubmit}
      aria-busy={pending || undefined}
      className={className ?? 'grid gap-4'}
      {...rest}
    >
      <input type="hidden" name="_csrf" value={seal?.csrfToken ?? ''} />
      <input type="hidden" name="_key" value={key} />
      {name && <input type="hidden" name="_form" value={name} />}
      {answer && <FormErrors answer={answer} formId={formId} />}
      <FormScopeProvider value={{ formId, answer }}>
        <PendingContext.Provider value={pending}>{children as ReactNode}</PendingContext.Provider>
      </FormScopeProvider>
    </Element>
  )
}

/** The form is sent to another screen, so this screen's answer is not about it. */
function useElsewhere(action: string | undefined): boolean {
  const here = useLocation().pathname
  const there = useResolvedPath(action ?? '.').pathname
  return action !== undefined && there !== here
}

function usePending(key: string, fetcher: FetcherWithComponents<unknown> | undefined): boolean {
  const navigation = useNavigation()
  const sent = fetcher ? fetcher.formData : navigation.formData
  return sent?.get('_key') === key
}

/** Empties a form that was accepted while its screen stays: the next entry starts from what the page now says. */
function useResetAfterSuccess(
  element: React.RefObject<HTMLFormElement>,
  pending: boolean,
  answer: FormAnswer | undefined,
): void {
  const wasPending = useRef(false)
  useEffect(() => {
    if (wasPending.current && !pending && !answer) element.current?.reset()
    wasPending.current = pending
  }, [pending, answer, element])
}

type SubmitProps = {
  children: ReactNode
  tone?: ButtonTone
  icon?: IconName
  /** Shown while the form is under way; a general sentence if absent. */
  pendingText?: string
  name?: string
  value?: string
  className?: string
}

export function SubmitButton({ children, tone = 'primary', pendingText, ...rest }: SubmitProps) {
  const pending = useFormPending()
  const t = useTexts()
  return (
    <Button type="submit" tone={tone} disabled={pending} {...rest}>
      {pending ? (pendingText ?? t('common.form.sending')) : children}
    </Button>
  )
}

/** The buttons at a form's end. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3 pt-1">{children}</div>
}
