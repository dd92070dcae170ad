import { useFetcher } from '@remix-run/react'
import { MARKS, type Mark } from '~/domain/training/attendance'
import { Form, SubmitButton } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { useTexts } from '~/ui/texts'
import { AttendanceRow, ListSeen } from './attendance-row'

type Listed = { enrolmentId: string; name: string; number: number; mark: Mark | null }
type Session = { id: string; version: number; mayUndo: boolean; people: readonly Listed[] }

/** The names of a session to mark: all present with one tap, then the exceptions, and the way back. */
export function NameList({ session, reason }: { session: Session; reason: string | undefined }) {
  const t = useTexts()
  const listed = session.people.length
  const marked = session.people.filter((person) => person.mark !== null).length
  return (
    <section aria-label={t('training.attendance.list')} className="grid gap-3">
      {marked === listed ? (
        <Notice tone="success" title={t('training.attendance.complete')}>
          {t('training.attendance.complete.text')}
        </Notice>
      ) : (
        <p className="text-muted">{t('training.attendance.lead')}</p>
      )}
      <div
        data-chrome
        className="sticky top-0 z-10 grid gap-2 rounded-card border border-line bg-surface p-3 shadow-sm sm:flex sm:items-center sm:justify-between"
      >
        <p role="status" className="grid">
          <span className="font-semibold">{t('training.attendance.progress', { marked, listed })}</span>
          <span className="text-sm text-muted">
            {t('training.attendance.summary', countsOf(session.people))}
          </span>
        </p>
        <div className="flex flex-wrap gap-2">
          {marked < listed && (
            <AllPresent version={session.version} reason={reason} marked={marked} left={listed - marked} />
          )}
          {session.mayUndo && <UndoButton id={session.id} version={session.version} reason={reason} />}
        </div>
      </div>
      <ul className="rounded-card border border-line bg-surface">
        {session.people.map((person) => (
          <AttendanceRow key={person.enrolmentId} person={person} version={session.version} reason={reason} />
        ))}
      </ul>
    </section>
  )
}

function countsOf(people: readonly Listed[]): Record<Mark, number> {
  const counts = MARKS.map((mark) => [mark, people.filter((person) => person.mark === mark).length])
  return Object.fromEntries(counts) as Record<Mark, number>
}

type Seen = { version: number; reason: string | undefined }

function AllPresent({ version, reason, marked, left }: Seen & { marked: number; left: number }) {
  const t = useTexts()
  const fetcher = useFetcher()
  return (
    <Form fetcher={fetcher} id="semua" className="grid">
      <ListSeen version={version} reason={reason} />
      <SubmitButton name="mark" value="present" icon="check" className="min-h-[48px]">
        {marked === 0 ? t('training.attendance.everyone') : t.plural('training.attendance.allPresent', left)}
      </SubmitButton>
    </Form>
  )
}

function UndoButton({ id, version, reason }: Seen & { id: string }) {
  const t = useTexts()
  return (
    <Form action={`/pelatihan/sesi/${id}/urungkan`} id="urungkan" className="grid">
      <input type="hidden" name="seenVersion" value={version} />
      {reason && <input type="hidden" name="reason" value={reason} />}
      <SubmitButton tone="secondary" className="min-h-[48px]">
        {t('training.attendance.undo')}
      </SubmitButton>
    </Form>
  )
}
