import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { answerObjection } from '~/domain/verification/answer-objection.server'
import { getPeriod } from '~/domain/verification/objection-queries.server'
import { answerObjectionForm } from '~/domain/verification/verification.form.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { RadioGroup } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { day } from '~/ui/format'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('verification.objection.answer'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'objection.write')
  const period = await getPeriod(actor, idIn(args, 'periodId'))
  const id = idIn(args, 'objectionId')
  const objection = period.objections.find((one) => one.id === id) ?? refuse('not_found')
  return { objection, periodId: period.id, regency: period.regency }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: answerObjectionForm,
    command: (actor, input, at, key) => answerObjection(actor, input, at, key),
    done: (result, t) => ({
      to: `/verifikasi/sanggahan/${result.periodId}`,
      message: t('verification.objection.answered'),
    }),
  })
}

export default function AnswerObjection() {
  const { objection, periodId, regency } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const { form, fields } = useFields<InputOf<typeof answerObjectionForm>>()
  return (
    <Page
      title={t('verification.objection.about', { name: objection.person })}
      breadcrumbs={[
        { label: t('verification.objections.title'), to: '/verifikasi/sanggahan' },
        { label: regency, to: `/verifikasi/sanggahan/${periodId}` },
      ]}
      help="verifikasi#sanggahan"
      narrow
    >
      <Card>
        <p className="text-sm text-muted">
          {t('verification.objection.received', {
            from: objection.fromName,
            day: day(objection.receivedOn, locale),
          })}
        </p>
        <p>{objection.text}</p>
      </Card>
      <Form of={form}>
        <input type="hidden" name="objectionId" value={objection.id} />
        <RadioGroup
          field={fields.verdict}
          label={t('verification.objection.verdict')}
          required
          options={(['dismissed', 'upheld'] as const).map((value) => ({
            value,
            label: t(`verification.objection.${value}`),
            hint: t(`verification.objection.${value}.hint`),
          }))}
        />
        <TextArea
          field={fields.answer}
          label={t('verification.objection.answer')}
          required
          maxLength={2000}
        />
        <FormActions>
          <SubmitButton>{t('verification.objection.answerSave')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
