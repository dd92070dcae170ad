import { useEffect, useRef, useState } from 'react'
import type { FormAnswer } from './form-answer'
import { Icon } from './icon'
import { useTexts } from './texts'

type Problem = { id: string; sentence: string; label: string }

/** Above the form: why it was refused, and a link to each entry to correct. It takes the focus when it appears. */
export function FormErrors({ answer, formId }: { answer: FormAnswer; formId: string | undefined }) {
  const t = useTexts()
  const box = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<Record<string, string>>({})
  const errors = answer.result.error ?? {}
  const general = errors[''] ?? []
  const fields: Problem[] = Object.entries(errors)
    .filter(([name, sentences]) => name !== '' && (sentences?.length ?? 0) > 0)
    .map(([name, sentences]) => {
      const id = `${formId}-${name}`
      return { id, sentence: sentences?.[0] ?? '', label: labels[id] ?? '' }
    })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is the event; nothing else may move the focus
  useEffect(() => {
    box.current?.focus()
    const found = fields.map(({ id }) => [id, labelOf(id)])
    setLabels(Object.fromEntries(found))
  }, [answer])

  if (general.length === 0 && fields.length === 0) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-card border border-danger bg-danger-soft p-4 text-on-danger-soft"
    >
      <h2 className="flex items-center gap-2 font-semibold">
        <Icon name="warning" />
        {general.length > 0 ? t('common.form.refused') : t.plural('common.form.problems', fields.length)}
      </h2>
      {general.map((sentence) => (
        <p key={sentence} className="mt-1">
          {sentence}
        </p>
      ))}
      {fields.length > 0 && (
        <ul className="mt-1 list-disc ps-7">
          {fields.map(({ id, label, sentence }) => (
            <li key={id}>
              <a href={`#${id}`} className="underline">
                {label ? `${label}: ${sentence}` : sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The words beside a field: of its label, or of its group's legend. */
function labelOf(id: string): string {
  const name = CSS.escape(id)
  return document.querySelector(`label[for="${name}"], #${name} > legend`)?.firstChild?.textContent ?? ''
}
