import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { uploadForm } from '~/domain/intake/intake.form.server'
import { intakeChoices } from '~/domain/intake/queries.server'
import { uploadIntakeFile } from '~/domain/intake/upload-file.server'
import { refuse } from '~/domain/shared/refusal'
import { requireActor, submit } from '~/platform/respond.server'
import { TextLink } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { FileInput, Select } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('intake.upload.title'))

const MEGABYTES = 60

export async function loader(args: LoaderFunctionArgs) {
  return intakeChoices(await requireActor(args))
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: uploadForm,
    files: { file: { maximumMegabytes: MEGABYTES, required: true } },
    command: (actor, input, at, key, files) => {
      const [upload] = files.file
      return upload ? uploadIntakeFile(actor, input, upload, at, key) : refuse('nothing_selected')
    },
    done: ({ id, needsMapping }) => ({ to: needsMapping ? `/usulan/${id}/kolom` : `/usulan/${id}` }),
  })
}

export default function UploadFile() {
  const { programmes, regencies, isProvincial } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof uploadForm> & { file: string }>({
    defaultValue: { programmeId: programmes[0]?.id, regencyCode: isProvincial ? '' : regencies[0]?.code },
  })
  const crumbs = [{ label: t('intake.list.title'), to: '/usulan' }]
  if (programmes.length === 0) {
    return (
      <Page title={t('intake.upload.title')} breadcrumbs={crumbs} help="usulan" narrow>
        <EmptyState title={t('intake.noProgramme')}>{t('intake.noProgramme.text')}</EmptyState>
      </Page>
    )
  }
  return (
    <Page
      title={t('intake.upload.title')}
      lead={t('intake.upload.lead')}
      breadcrumbs={crumbs}
      help="usulan"
      narrow
    >
      <Card>
        <Form of={form} files>
          <FileInput
            field={fields.file}
            label={t('intake.upload.file')}
            hint={t('intake.upload.file.hint')}
            accept=".csv,.xlsx,.txt,text/csv"
            maximumMegabytes={MEGABYTES}
            required
          />
          <Select
            field={fields.programmeId}
            label={t('intake.field.programme')}
            required
            empty={false}
            options={programmes.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
          />
          <Select
            field={fields.regencyCode}
            label={t('intake.field.regency')}
            hint={isProvincial ? t('intake.field.regency.hint') : undefined}
            empty={isProvincial ? t('intake.wholeProvince') : false}
            options={regencies.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          />
          <p className="text-muted">
            {t('intake.upload.template')} <TextLink to="/usulan/templat/xlsx">XLSX</TextLink> ·{' '}
            <TextLink to="/usulan/templat/csv">CSV</TextLink>
          </p>
          <FormActions>
            <SubmitButton icon="upload" pendingText={t('intake.upload.pending')}>
              {t('intake.upload.submit')}
            </SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
