import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { importPastRecipients } from '~/domain/programme/import-past-recipients.server'
import { pastRecipientsForm } from '~/domain/programme/poverty.form.server'
import { listPastRecipientLists } from '~/domain/programme/queries.server'
import { may } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { integer } from '~/ui/format'
import { FileInput, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Card, Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('programme.past.title'))

const MEGABYTES = 10

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { lists: await listPastRecipientLists(actor), mayWrite: may(actor, 'programme.write') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: pastRecipientsForm,
    files: { file: { maximumMegabytes: MEGABYTES, required: true } },
    command: (actor, input, at, key, files) => {
      const [upload] = files.file
      return upload ? importPastRecipients(actor, input, upload, at, key) : refuse('nothing_selected')
    },
    done: (result, t) => ({ to: '/program/penerima-lama', message: t('programme.past.done', result) }),
  })
}

export default function PastRecipients() {
  const { lists, mayWrite } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const { form, fields } = useFields<InputOf<typeof pastRecipientsForm> & { file: string }>()
  return (
    <Page
      title={t('programme.past.title')}
      lead={t('programme.past.lead')}
      breadcrumbs={[{ label: t('programme.list.title'), to: '/program' }]}
      help="program#penerima-lama"
      narrow
    >
      {mayWrite && (
        <Card>
          <Form of={form} files>
            <FileInput
              field={fields.file}
              label={t('programme.past.file')}
              hint={t('programme.past.file.hint')}
              accept=".csv,text/csv"
              maximumMegabytes={MEGABYTES}
              required
            />
            <TextInput
              field={fields.source}
              label={t('programme.past.source')}
              hint={t('programme.past.source.hint')}
              required
              maxLength={200}
            />
            <FormActions>
              <SubmitButton icon="upload">{t('programme.past.submit')}</SubmitButton>
            </FormActions>
          </Form>
        </Card>
      )}
      <Section title={t('programme.past.known')}>
        <Table
          caption={t('programme.past.known')}
          rows={lists}
          rowKey={(row) => `${row.year} ${row.source}`}
          empty={<EmptyState title={t('programme.past.none')}>{t('programme.past.none.text')}</EmptyState>}
          columns={[
            { key: 'source', header: t('programme.column.source'), lead: true, cell: (row) => row.source },
            { key: 'year', header: t('programme.field.year'), numeric: true, cell: (row) => row.year },
            {
              key: 'persons',
              header: t('programme.column.persons'),
              numeric: true,
              cell: (row) => integer(row.persons, locale),
            },
          ]}
        />
      </Section>
    </Page>
  )
}
