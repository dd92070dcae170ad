import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SessionTime } from '~/components/session-time'
import { cancelSession } from '~/domain/training/cancel-session.server'
import { cancelSessionForm } from '~/domain/training/session.form.server'
import { getSessionToChange } from '~/domain/training/session-queries.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.session.cancel'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getSessionToChange(actor, idIn(args, 'sessionId'))
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: cancelSessionForm,
    command: (actor, input, at, key) =>
      cancelSession(actor, { ...input, sessionId: idIn(args, 'sessionId') }, at, key),
    done: ({ cohortId }, t) => ({
      to: `/pelatihan/${cohortId}#jadwal`,
      message: t('training.session.cancel.done'),
    }),
  })
}

export default function CancelSession() {
  const { session, cohort } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof cancelSessionForm>>()
  const breadcrumbs = [
    { label: t('training.title'), to: '/pelatihan' },
    { label: cohort.name, to: `/pelatihan/${cohort.id}` },
  ]
  return (
    <Page
      title={t('training.session.cancel')}
      lead={
        <>
          {session.topic}, <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
        </>
      }
      breadcrumbs={breadcrumbs}
      help="pelatihan"
      narrow
    >
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[
          t('training.session.cancel.point.counts'),
          t('training.session.cancel.point.frees'),
          t('training.session.cancel.point.stays'),
        ]}
      />
      <Card>
        <Form of={form}>
          <input type="hidden" name="version" value={session.version} />
          <TextArea
            field={fields.reason}
            label={t('training.session.cancel.reason')}
            required
            maxLength={300}
          />
          <FormActions>
            <SubmitButton tone="danger">{t('training.session.cancel')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
