import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { MARKS, type Mark } from '~/domain/training/attendance'
import { classes } from '~/ui/classes'
import { Form } from '~/ui/form'
import { useTexts } from '~/ui/texts'

const CHOSEN: Record<Mark, string> = {
  present: 'bg-success text-surface border-success',
  late: 'bg-warning text-surface border-warning',
  excused: 'bg-info text-surface border-info',
  sick: 'bg-info text-surface border-info',
  absent: 'bg-danger text-surface border-danger',
}

/** True once the page runs in the browser: a form sent from there stays where it is. */
function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  return hydrated
}

/** What every form of a name list says of the list the person saw. */
export function ListSeen({ version, reason }: { version: number; reason: string | undefined }) {
  const hydrated = useHydrated()
  return (
    <>
      <input type="hidden" name="seenVersion" value={version} />
      {reason && <input type="hidden" name="reason" value={reason} />}
      {hydrated && <input type="hidden" name="inPlace" value="yes" />}
    </>
  )
}

type Person = { enrolmentId: string; name: string; number: number; mark: string | null }

/** A person on the name list with the five marks, each one tap; the tap shows before the server has answered. */
export function AttendanceRow({
  person,
  version,
  reason,
}: {
  person: Person
  version: number
  reason: string | undefined
}) {
  const t = useTexts()
  const fetcher = useFetcher()
  const shown = fetcher.formData?.get('mark')?.toString() ?? person.mark
  return (
    <li
      id={`p-${person.enrolmentId}`}
      className="scroll-mt-24 border-b border-line px-3 py-3 last:border-b-0 sm:px-4"
    >
      <Form
        fetcher={fetcher}
        id={`tanda-${person.enrolmentId}`}
        className="grid gap-2 md:grid-cols-[1fr_26rem] md:items-center"
      >
        <div className="flex items-baseline justify-between gap-3 md:block">
          <span className="font-semibold">{person.name}</span>
          <span className="figures text-sm text-muted md:block">
            {String(person.number).padStart(6, '0')}
          </span>
        </div>
        <input type="hidden" name="enrolmentId" value={person.enrolmentId} />
        <ListSeen version={version} reason={reason} />
        <fieldset className="grid grid-cols-5 gap-1">
          <legend className="sr-only">
            {t('training.attendance.markOf', { name: person.name })}
            {!shown && ` (${t('training.attendance.unmarked')})`}
          </legend>
          {MARKS.map((mark) => (
            <button
              key={mark}
              type="submit"
              name="mark"
              value={mark}
              aria-pressed={shown === mark}
              aria-label={t(`training.mark.${mark}`)}
              className={classes(
                'min-h-[48px] cursor-pointer rounded-control border px-0.5 text-sm font-semibold',
                shown === mark ? CHOSEN[mark] : 'border-edge bg-surface text-text hover:border-accent',
              )}
            >
              {t(`training.mark.short.${mark}`)}
            </button>
          ))}
        </fieldset>
      </Form>
    </li>
  )
}
