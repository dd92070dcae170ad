import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CohortFields } from '~/components/cohort-form'
import { listSectors } from '~/domain/enterprise/queries.server'
import { changeCohort } from '~/domain/training/change-cohort.server'
import { changeCohortForm } from '~/domain/training/cohort.form.server'
import { getCohortToChange } from '~/domain/training/cohort-queries.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.change'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const [cohort, sectors] = await Promise.all([
    getCohortToChange(actor, idIn(args, 'cohortId')),
    listSectors(),
  ])
  return { ...cohort, sectors: sectors.filter(({ code }) => cohort.offered.includes(code)) }
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: changeCohortForm,
    command: (actor, input, at, key) =>
      changeCohort(actor, { ...input, cohortId: idIn(args, 'cohortId') }, at, key),
    done: ({ id }, t) => ({ to: `/pelatihan/${id}`, message: t('training.change.done') }),
  })
}

export default function ChangeCohort() {
  const { cohort, chosen, trainers, sectors } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof changeCohortForm>>({
    defaultValue: {
      name: cohort.name,
      venue: cohort.venue,
      capacity: String(cohort.capacity),
      sectorCode: cohort.sectorCode ?? '',
      startsOn: cohort.startsOn,
      endsOn: cohort.endsOn,
      trainerIds: chosen,
    },
  })
  const breadcrumbs = [
    { label: t('training.title'), to: '/pelatihan' },
    { label: cohort.name, to: `/pelatihan/${cohort.id}` },
  ]
  return (
    <Page title={t('training.change')} breadcrumbs={breadcrumbs} help="pelatihan" narrow>
      <Card>
        <Form of={form}>
          <input type="hidden" name="version" value={cohort.version} />
          <CohortFields fields={fields} trainers={trainers} sectors={sectors} />
          <FormActions>
            <SubmitButton>{t('training.change.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
