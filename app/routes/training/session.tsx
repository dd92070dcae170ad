import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form as GetForm, useLoaderData } from '@remix-run/react'
import { NameList } from '~/components/name-list'
import { SessionTime } from '~/components/session-time'
import { SessionBadge } from '~/components/training-badges'
import { logAttendance } from '~/domain/training/log-attendance.server'
import { attendanceForm } from '~/domain/training/session.form.server'
import { getSession } from '~/domain/training/session-queries.server'
import { filtersIn, idIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Button, LinkButton } from '~/ui/button'
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
        <NameList session={session} reason={session.needsReason ? reason : undefined} />
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
