import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSectors } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import { recommendForm } from '~/domain/training/cohort.form.server'
import { getOwnTrainee } from '~/domain/training/enrolment-queries.server'
import { recommendSectors } from '~/domain/training/recommend-sectors.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { RadioGroup } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.recommendation.give'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const [enrolment, sectors] = await Promise.all([
    getOwnTrainee(actor, idIn(args, 'enrolmentId')),
    listSectors(),
  ])
  return { enrolment, sectors }
}

export function action(args: ActionFunctionArgs) {
  const enrolmentId = idIn(args, 'enrolmentId')
  return submit(args, {
    schema: recommendForm,
    command: (actor, input, at, key) => recommendSectors(actor, [{ ...input, enrolmentId }], at, key),
    done: (_given, t) => ({
      to: `/pelatihan/peserta/${enrolmentId}`,
      message: t('training.recommendation.done'),
    }),
  })
}

export default function Recommend() {
  const { enrolment, sectors } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof recommendForm>>()
  const { person, cohort } = enrolment
  const options = enrolment.programme.sectors.map(({ sectorCode }) => ({
    value: sectorCode,
    label: sectorLabel(sectors, sectorCode, t.locale) ?? sectorCode,
  }))
  return (
    <Page
      title={t('training.recommendation.give')}
      lead={person.name}
      breadcrumbs={[
        { label: t('training.title'), to: '/pelatihan' },
        { label: cohort.name, to: `/pelatihan/${cohort.id}` },
        { label: person.name, to: `/pelatihan/peserta/${enrolment.id}` },
      ]}
      help="pelatihan"
      narrow
    >
      <Card>
        <Form of={form}>
          <RadioGroup
            field={fields.sectorCode}
            label={t('training.recommendation.sector')}
            required
            options={options}
          />
          <TextArea
            field={fields.note}
            label={t('training.recommendation.note')}
            hint={t('training.recommendation.note.hint')}
            maxLength={500}
          />
          <FormActions>
            <SubmitButton>{t('training.recommendation.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
