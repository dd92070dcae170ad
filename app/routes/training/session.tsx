import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form as GetForm, useFetcher, useLoaderData } from '@remix-run/react'
import { AttendanceRow, ListSeen } from '~/components/attendance-row'
import { SessionTime } from '~/components/session-time'
import { SessionBadge } from '~/components/training-badges'
import { MARKS } from '~/domain/training/attendance'
import { logAttendance } from '~/domain/training/log-attendance.server'
import { attendanceForm } from '~/domain/training/session.form.server'
import { getSession } from '~/domain/training/session-queries.server'
import { filtersIn, idIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Button, LinkButton } from '~/ui/button'
import { Form, SubmitButton } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { EmptyState, Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) => loaded?.session.topic ?? t('training.session'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const session = await getSession(actor, idIn(args, 'sessionId'), now())
  return { session, reason: filtersIn(args, { reason: 'alasan' }).reason }
}

/** A tap counts by what it says, not by its form's key: the second tap on a name may differ from the first. */
export function action(args: ActionFunctionArgs) {
  const sessionId = idIn(args, 'sessionId')
  return submit(args, {
    schema: attendanceForm,
    command: (actor, { mark, enrolmentId, seenVersion, reason }, at) =>
      logAttendance(
        actor,
        enrolmentId
          ? { sessionId, marks: [{ enrolmentId, mark }], seenVersion, reason }
          : { sessionId, marks: [], everyoneElse: mark, seenVersion, reason },
        at,
      ),
    done: ({ changed }, t, { enrolmentId, reason, inPlace }) => {
      if (inPlace) return Response.json({ saved: changed })
      const search = reason ? `?alasan=${encodeURIComponent(reason)}` : ''
      const row = enrolmentId ? `#p-${enrolmentId}` : ''
      const message = changed > 0 ? t('training.attendance.done') : t('training.attendance.noChange')
      return { to: `/pelatihan/sesi/${sessionId}${search}${row}`, message }
    },
  })
}

export default function Session() {
  const { session, reason } = useLoaderData<typeof loader>()
  const t = useTexts()
  const breadcrumbs = [
    { label: t('training.title'), to: '/pelatihan' },
    { label: session.cohort.name, to: `/pelatihan/${session.cohort.id}` },
  ]
  const mayMark = session.mayLog && (!session.needsReason || reason !== undefined)
  return (
    <Page
      title={session.topic}
      lead={
        <>
          <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
          <br />
          {session.venue} · {session.trainer}
        </>
      }
      badge={<SessionBadge state={session.state} />}
      breadcrumbs={breadcrumbs}
      help="pelatihan#mencatat-kehadiran"
      actions={session.mayWrite && <SessionActions id={session.id} />}
    >
      <WhyNot />
      {session.mayLog && session.needsReason && <ReasonCard />}
      {session.people.length === 0 ? (
        <EmptyState title={t('training.attendance.empty.title')} icon="people">
          {t('training.attendance.empty.text')}
        </EmptyState>
      ) : mayMark ? (
        <NameList reason={session.needsReason ? reason : undefined} />
      ) : (
        <ReadOnlyList />
      )}
    </Page>
  )
}

function SessionActions({ id }: { id: string }) {
  const t = useTexts()
  return (
    <>
      <LinkButton to={`/pelatihan/sesi/${id}/ubah`} icon="edit">
        {t('training.session.change')}
      </LinkButton>
      <LinkButton to={`/pelatihan/sesi/${id}/batal`} icon="close">
        {t('training.session.cancel')}
      </LinkButton>
    </>
  )
}

function WhyNot() {
  const { session } = useLoaderData<typeof loader>()
  const t = useTexts()
  if (session.status === 'cancelled')
    return <Notice tone="warning">{t('training.attendance.cancelled')}</Notice>
  if (session.cohort.status !== 'open')
    return <Notice tone="neutral">{t('training.attendance.closed')}</Notice>
  if (!session.started) return <Notice>{t('training.attendance.early')}</Notice>
  return session.mayLog ? null : <Notice tone="neutral">{t('training.attendance.readOnly')}</Notice>
}

function ReasonCard() {
  const { reason } = useLoaderData<typeof loader>()
  const t = useTexts()
  if (reason) return <Notice tone="warning">{t('training.attendance.reason.shown', { reason })}</Notice>
  return (
    <Card>
      <GetForm method="get" className="grid gap-3">
        <TextInput
          name="alasan"
          label={t('training.attendance.reason')}
          hint={t('training.attendance.reason.hint')}
          required
          minLength={5}
          maxLength={300}
        />
        <div>
          <Button type="submit">{t('training.attendance.reason.start')}</Button>
        </div>
      </GetForm>
    </Card>
  )
}

function useCounts() {
  const { session } = useLoaderData<typeof loader>()
  const counts = Object.fromEntries(
    MARKS.map((mark) => [mark, session.people.filter((person) => person.mark === mark).length]),
  ) as Record<(typeof MARKS)[number], number>
  const marked = session.people.filter((person) => person.mark !== null).length
  return { counts, marked, listed: session.people.length }
}

function NameList({ reason }: { reason: string | undefined }) {
  const { session } = useLoaderData<typeof loader>()
  const t = useTexts()
  const fetcher = useFetcher()
  const { counts, marked, listed } = useCounts()
  const left = listed - marked
  return (
    <section aria-label={t('training.attendance.list')} className="grid gap-3">
      {left === 0 ? (
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
          <span className="text-sm text-muted">{t('training.attendance.summary', counts)}</span>
        </p>
        <div className="flex flex-wrap gap-2">
          {left > 0 && (
            <Form fetcher={fetcher} id="semua" className="grid">
              <ListSeen version={session.version} reason={reason} />
              <SubmitButton name="mark" value="present" icon="check" className="min-h-[48px]">
                {marked === 0
                  ? t('training.attendance.everyone')
                  : t.plural('training.attendance.allPresent', left)}
              </SubmitButton>
            </Form>
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

function UndoButton({ id, version, reason }: { id: string; version: number; reason: string | undefined }) {
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

function ReadOnlyList() {
  const { session } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <ul
      aria-label={t('training.attendance.list')}
      className="divide-y divide-line rounded-card border border-line bg-surface"
    >
      {session.people.map((person) => (
        <li key={person.enrolmentId} className="flex items-baseline justify-between gap-3 px-4 py-2.5">
          <span>{person.name}</span>
          <span className={person.mark ? 'font-semibold' : 'text-muted'}>
            {person.mark ? t(`training.mark.${person.mark}`) : t('training.attendance.unmarked')}
          </span>
        </li>
      ))}
    </ul>
  )
}
