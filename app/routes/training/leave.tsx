import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { leaveForm } from '~/domain/training/cohort.form.server'
import { endEnrolment } from '~/domain/training/end-enrolment.server'
import { getEnrolmentToEnd } from '~/domain/training/enrolment-queries.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.leave'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getEnrolmentToEnd(actor, idIn(args, 'enrolmentId'))
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: leaveForm,
    command: (actor, input, at, key) =>
      endEnrolment(actor, { ...input, enrolmentId: idIn(args, 'enrolmentId') }, at, key),
    done: ({ cohortId }, t) => ({ to: `/pelatihan/${cohortId}#peserta`, message: t('training.leave.done') }),
  })
}

export default function Leave() {
  const { person, cohort } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof leaveForm>>()
  const points = [
    t('training.leave.point.seat'),
    ...(person.status === 'training' ? [t('training.leave.point.status', { name: person.name })] : []),
    t('training.leave.point.history'),
  ]
  return (
    <Page
      title={t('training.leave')}
      lead={person.name}
      breadcrumbs={[
        { label: t('training.title'), to: '/pelatihan' },
        { label: cohort.name, to: `/pelatihan/${cohort.id}` },
      ]}
      help="pelatihan"
      narrow
    >
      <ConfirmBox title={t('common.form.confirmTitle')} points={points} />
      <Card>
        <Form of={form}>
          <TextArea field={fields.reason} label={t('training.leave.reason')} required maxLength={300} />
          <FormActions>
            <SubmitButton tone="danger">{t('training.leave')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
