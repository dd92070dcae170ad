import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { undoForm } from '~/domain/training/session.form.server'
import { getSession } from '~/domain/training/session-queries.server'
import { undoAttendance } from '~/domain/training/undo-attendance.server'
import { idIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { ConfirmBox, Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.attendance.undo.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { session: await getSession(actor, idIn(args, 'sessionId'), now()) }
}

export function action(args: ActionFunctionArgs) {
  const sessionId = idIn(args, 'sessionId')
  return submit(args, {
    schema: undoForm,
    command: (actor, input, at, key) => undoAttendance(actor, { ...input, sessionId }, at, key),
    done: ({ changed }, t, { reason }) => ({
      to: `/pelatihan/sesi/${sessionId}${reason ? `?alasan=${encodeURIComponent(reason)}` : ''}`,
      message: t.plural('training.attendance.undo.done', changed),
    }),
  })
}

/** Reached by the button on the name list; shown by itself only where the undo was refused, or opened by hand. */
export default function Undo() {
  const { session } = useLoaderData<typeof loader>()
  const t = useTexts()
  const back = `/pelatihan/sesi/${session.id}`
  return (
    <Page
      title={t('training.attendance.undo.title')}
      breadcrumbs={[
        { label: t('training.title'), to: '/pelatihan' },
        { label: session.topic, to: back },
      ]}
      help="pelatihan#mencatat-kehadiran"
      narrow
    >
      {session.mayUndo ? (
        <ConfirmBox title={t('common.form.confirmTitle')} points={[t('training.attendance.undo.text')]} />
      ) : (
        <Notice>{t('training.attendance.undo.nothing')}</Notice>
      )}
      <Form id="urungkan">
        <input type="hidden" name="seenVersion" value={session.version} />
        <FormActions>
          {session.mayUndo && <SubmitButton>{t('training.attendance.undo')}</SubmitButton>}
          <LinkButton to={back}>{t('common.form.back')}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
