import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form as GetForm, useLoaderData } from '@remix-run/react'
import { CohortFields } from '~/components/cohort-form'
import { listSectors } from '~/domain/enterprise/queries.server'
import type { newCohortForm } from '~/domain/training/cohort.form.server'
import { newCohortForm as schema } from '~/domain/training/cohort.form.server'
import { programmeForCohorts, regenciesWithin, trainersFor } from '~/domain/training/cohort-queries.server'
import { createCohort } from '~/domain/training/create-cohort.server'
import { filtersIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Button } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { Select } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.new'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const regencies = await regenciesWithin(actor, 'cohort.write')
  const asked = filtersIn(args, { code: 'wilayah' }).code
  const regency = regencies.length === 1 ? regencies[0] : regencies.find((one) => one.code === asked)
  const [programme, sectors, trainers] = await Promise.all([
    programmeForCohorts(),
    listSectors(),
    regency ? trainersFor(actor, regency.code) : [],
  ])
  return { regencies, regency: regency ?? null, programme, sectors, trainers }
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema,
    command: async (actor, input, at, key) => ({
      ...(await createCohort(actor, input, at, key)),
      name: input.name,
    }),
    done: ({ id, name }, t) => ({ to: `/pelatihan/${id}`, message: t('training.new.done', { name }) }),
  })
}

export default function NewCohort() {
  const { regencies, regency, programme } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page
      title={t('training.new')}
      lead={regency ? `${regency.name}. ${t('training.new.lead')}` : t('training.new.lead')}
      breadcrumbs={[{ label: t('training.title'), to: '/pelatihan' }]}
      help="pelatihan"
      narrow
    >
      {!programme && <Notice tone="warning">{t('training.new.noProgramme')}</Notice>}
      {programme && !regency && (
        <Card>
          <GetForm method="get" className="grid gap-4">
            <Select
              name="wilayah"
              label={t('training.new.chooseRegency')}
              required
              options={regencies.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <FormActions>
              <Button type="submit" tone="primary">
                {t('training.new.chooseRegency.submit')}
              </Button>
            </FormActions>
          </GetForm>
        </Card>
      )}
      {programme && regency && <Entries programmeId={programme.id} regencyCode={regency.code} />}
    </Page>
  )
}

function Entries({ programmeId, regencyCode }: { programmeId: string; regencyCode: string }) {
  const { programme, sectors, trainers } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof newCohortForm>>({ defaultValue: { capacity: '30' } })
  const offered = sectors.filter(({ code }) => programme?.sectors.some((one) => one.sectorCode === code))
  return (
    <Card>
      <Form of={form}>
        <input type="hidden" name="programmeId" value={programmeId} />
        <input type="hidden" name="regencyCode" value={regencyCode} />
        <CohortFields fields={fields} trainers={trainers} sectors={offered} />
        <FormActions>
          <SubmitButton>{t('training.new')}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
