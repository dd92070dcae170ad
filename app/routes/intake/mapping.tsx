import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { COLUMNS } from '~/domain/intake/import-columns'
import { mappingForm } from '~/domain/intake/intake.form.server'
import { mapIntakeColumns } from '~/domain/intake/map-columns.server'
import { getColumnsToMap } from '~/domain/intake/queries.server'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { Select } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('intake.mapping.title'))

export async function loader(args: LoaderFunctionArgs) {
  return getColumnsToMap(await requireActor(args), args.params.id ?? '')
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: mappingForm,
    command: (actor, input, at, key) => mapIntakeColumns(actor, input, at, key),
    done: ({ id }) => ({ to: `/usulan/${id}` }),
  })
}

export default function MapColumns() {
  const { id, fileName, plan, samples } = useLoaderData<typeof loader>()
  const t = useTexts()
  const likely = new Map(plan.unknown.map((one) => [one.position, one.likely]))
  const { form } = useFields<InputOf<typeof mappingForm>>()
  const options = [
    { value: '-', label: t('intake.mapping.ignore') },
    ...COLUMNS.map((column) => ({ value: column, label: `${t(`intake.name.${column}`)} (${column})` })),
  ]
  return (
    <Page
      title={t('intake.mapping.title')}
      lead={t('intake.mapping.lead', { file: fileName })}
      breadcrumbs={[
        { label: t('intake.list.title'), to: '/usulan' },
        { label: fileName, to: `/usulan/${id}` },
      ]}
      help="usulan#kolom"
      narrow
    >
      <Notice tone="info">{t('intake.mapping.remember')}</Notice>
      <Form of={form}>
        <input type="hidden" name="fileId" value={id} />
        <Card>
          {plan.headers.map((header, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position, and headers may repeat
            <div key={position} className="border-b border-line pb-3 last:border-0">
              <input type="hidden" name={`columns[${position}].position`} value={position} />
              <Select
                name={`columns[${position}].column`}
                label={header || t('intake.mapping.unnamed', { n: position + 1 })}
                hint={
                  samples[position]?.length
                    ? t('intake.mapping.sample', { sample: samples[position].join(' · ') })
                    : undefined
                }
                empty={false}
                defaultValue={plan.columns[position] ?? likely.get(position) ?? '-'}
                options={options}
              />
            </div>
          ))}
        </Card>
        <FormActions>
          <SubmitButton pendingText={t('intake.upload.pending')}>{t('intake.mapping.submit')}</SubmitButton>
          <LinkButton to={`/usulan/${id}/pembatalan`} tone="quiet">
            {t('intake.cancel.title')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
