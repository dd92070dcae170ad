import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SessionEntries } from '~/components/session-entries'
import { changeSession } from '~/domain/training/change-session.server'
import { meetingOn } from '~/domain/training/schedule'
import { changeSessionForm } from '~/domain/training/session.form.server'
import { getSessionToChange } from '~/domain/training/session-queries.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { clock, dayOf } from '~/ui/format'
import { DateInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.session.change'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getSessionToChange(actor, idIn(args, 'sessionId'))
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: changeSessionForm,
    command: (actor, { day, startTime, endTime, ...input }, at, key) =>
      changeSession(
        actor,
        { ...input, ...meetingOn(day, startTime, endTime), sessionId: idIn(args, 'sessionId') },
        at,
        key,
      ),
    done: ({ cohortId }, t) => ({
      to: `/pelatihan/${cohortId}#jadwal`,
      message: t('training.session.change.done'),
    }),
  })
}

const time = (at: Date) => clock(at, 'en').slice(0, 5)

export default function ChangeSession() {
  const { session, cohort, trainers } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof changeSessionForm>>({
    defaultValue: {
      topic: session.topic,
      venue: session.venue,
      trainerId: session.trainerId,
      day: dayOf(session.startsAt),
      startTime: time(session.startsAt),
      endTime: time(session.endsAt),
    },
  })
  const breadcrumbs = [
    { label: t('training.title'), to: '/pelatihan' },
    { label: cohort.name, to: `/pelatihan/${cohort.id}` },
  ]
  return (
    <Page
      title={t('training.session.change')}
      lead={session.topic}
      breadcrumbs={breadcrumbs}
      help="pelatihan"
      narrow
    >
      <Card>
        <Form of={form}>
          <input type="hidden" name="version" value={session.version} />
          <DateInput field={fields.day} label={t('training.session.change.day')} required />
          <SessionEntries fields={fields} trainers={trainers} />
          <FormActions>
            <SubmitButton>{t('training.session.change.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
