import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exportForm } from '~/domain/beneficiary/export.form.server'
import { makeExportFile } from '~/domain/beneficiary/export-file.server'
import { countToExport, exportPeople } from '~/domain/beneficiary/export-people.server'
import { filterFrom, paramsOf } from '~/domain/beneficiary/people-filter'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { requireActor, submit } from '~/platform/respond.server'
import { RadioGroup } from '~/ui/choices'
import { Form, FormActions, SubmitButton, useFields } from '~/ui/form'
import { integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.export.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.export')
  const filter = filterFrom(new URL(args.request.url).searchParams)
  const programme = (await chosenProgramme(args.request)) ?? refuse('not_found')
  return {
    params: paramsOf(filter).toString(),
    programme: programme.name,
    total: await countToExport(actor, programme.id, filter),
  }
}

/** A short list is made here and fetched at once; a long one is made by a job that its page follows. */
export async function action(args: ActionFunctionArgs) {
  const programme = (await chosenProgramme(args.request)) ?? refuse('not_found')
  return submit(args, {
    schema: exportForm,
    command: async (actor, { format, saringan }, at) => {
      const input = {
        programmeId: programme.id,
        format,
        filter: filterFrom(new URLSearchParams(saringan)),
      }
      const started = await exportPeople(actor, input, at)
      if (started.atOnce) await makeExportFile(actor, started.jobRunId, input, at)
      return started
    },
    done: ({ jobRunId, atOnce }) => ({ to: `/penerima/ekspor/${jobRunId}${atOnce ? '/berkas' : ''}` }),
  })
}

export default function Export() {
  const { params, programme, total } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<{ format: string; saringan: string }>({
    defaultValue: { format: 'xlsx' },
  })
  const people = total.more
    ? t('beneficiaries.list.moreThan', { count: integer(total.persons, t.locale) })
    : t.plural('beneficiaries.list.count', total.persons)
  return (
    <Page
      title={t('beneficiaries.export.title')}
      lead={programme}
      breadcrumbs={[{ label: t('beneficiaries.list.title'), to: `/penerima?${params}` }]}
      help="penerima"
      narrow
    >
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[
          people,
          t('beneficiaries.export.point.masked'),
          t('beneficiaries.export.point.logged'),
          t('beneficiaries.export.point.long'),
        ]}
      />
      <Card>
        <Form of={form} reloadDocument>
          <input type="hidden" name="saringan" value={params} />
          <RadioGroup
            field={fields.format}
            label={t('beneficiaries.export.format')}
            inline
            required
            options={[
              { value: 'xlsx', label: t('beneficiaries.export.format.xlsx') },
              { value: 'csv', label: t('beneficiaries.export.format.csv') },
            ]}
          />
          <FormActions>
            <SubmitButton icon="download">{t('beneficiaries.export.make')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
