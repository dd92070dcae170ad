import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personCrumbs } from '~/components/person-crumbs'
import type { DocumentKind } from '~/domain/beneficiary/document'
import { removeDocumentForm } from '~/domain/beneficiary/document.form.server'
import { getDocumentFile } from '~/domain/beneficiary/document-queries.server'
import { getPersonHead } from '~/domain/beneficiary/person-queries.server'
import { removeDocument } from '~/domain/beneficiary/remove-document.server'
import { authorize } from '~/domain/shared/permissions'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.document.remove.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'document.write')
  const [head, document] = await Promise.all([
    getPersonHead(actor, idIn(args, 'id')),
    getDocumentFile(actor, idIn(args, 'id'), idIn(args, 'documentId')),
  ])
  return {
    head,
    document: { id: document.id, fileName: document.fileName, kind: document.kind as DocumentKind },
  }
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: removeDocumentForm,
    command: (actor, input, at, key) => removeDocument(actor, input, at, key),
    done: ({ beneficiaryId }, t) => ({
      to: `/penerima/${beneficiaryId}/berkas`,
      message: t('beneficiaries.document.removed'),
    }),
  })
}

export default function DocumentRemoval() {
  const { head, document } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof removeDocumentForm>>()
  return (
    <Page
      title={t('beneficiaries.document.remove.title')}
      breadcrumbs={personCrumbs(t, head)}
      help="penerima"
      narrow
    >
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[
          t('beneficiaries.document.remove.point.gone'),
          t('beneficiaries.document.remove.point.kept'),
        ]}
      />
      <Card title={t(`beneficiaries.document.kind.${document.kind}`)}>
        <p className="text-muted">{document.fileName}</p>
        <Form of={form}>
          <input type="hidden" name="documentId" value={document.id} />
          <TextArea field={fields.reason} label={t('beneficiaries.field.reason')} required maxLength={500} />
          <FormActions>
            <SubmitButton tone="danger">{t('beneficiaries.document.remove')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
