import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { DocumentCards } from '~/components/document-cards'
import { addDocument } from '~/domain/beneficiary/add-document.server'
import { DOCUMENT_KINDS, DOCUMENT_MEGABYTES } from '~/domain/beneficiary/document'
import { addDocumentForm } from '~/domain/beneficiary/document.form.server'
import { listDocuments } from '~/domain/beneficiary/document-queries.server'
import { may } from '~/domain/shared/permissions'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, SubmitButton, useFields } from '~/ui/form'
import { FileInput, Select } from '~/ui/inputs'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const id = idIn(args, 'id')
  return { id, documents: await listDocuments(actor, id) }
}

export function action(args: ActionFunctionArgs) {
  const beneficiaryId = idIn(args, 'id')
  return submit(args, {
    schema: addDocumentForm,
    files: { file: { maximumMegabytes: DOCUMENT_MEGABYTES, required: true } },
    command: (actor, { kind }, at, key, files) => {
      const [file] = files.file
      if (!file) throw new Error('a required file is missing')
      return addDocument(actor, { beneficiaryId, kind, file }, at, key)
    },
    done: (_result, t) => ({
      to: `/penerima/${beneficiaryId}/berkas`,
      message: t('beneficiaries.document.added'),
    }),
  })
}

export default function Documents() {
  const { id, documents } = useLoaderData<typeof loader>()
  const actor = useActor()
  const mayWrite = actor !== null && may(actor, 'document.write')
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[1fr_20rem]">
      <DocumentCards personId={id} documents={documents} mayRemove={mayWrite} />
      {mayWrite && <UploadForm />}
    </div>
  )
}

function UploadForm() {
  const t = useTexts()
  const { form, fields } = useFields<{ kind: string; file: File }>()
  return (
    <Card title={t('beneficiaries.document.add')}>
      <Form of={form} files>
        <Select
          field={fields.kind}
          label={t('beneficiaries.document.kind')}
          required
          options={DOCUMENT_KINDS.map((value) => ({
            value,
            label: t(`beneficiaries.document.kind.${value}`),
          }))}
        />
        <FileInput
          field={fields.file}
          label={t('beneficiaries.document.file')}
          hint={t('beneficiaries.document.file.hint')}
          required
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          maximumMegabytes={DOCUMENT_MEGABYTES}
        />
        <FormActions>
          <SubmitButton icon="upload">{t('beneficiaries.document.upload')}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
