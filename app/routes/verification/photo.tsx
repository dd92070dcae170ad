import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addDocument } from '~/domain/beneficiary/add-document.server'
import { DOCUMENT_MEGABYTES } from '~/domain/beneficiary/document'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { getCandidate } from '~/domain/verification/candidate-queries.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, SubmitButton, useFields } from '~/ui/form'
import { FileInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('verification.photo.add'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'document.write')
  const { id, name, regencyCode } = await getCandidate(actor, idIn(args, 'id'))
  authorize(actor, 'document.write', regencyCode)
  return { id, name }
}

export async function action(args: ActionFunctionArgs) {
  const beneficiaryId = idIn(args, 'id')
  return submit(args, {
    schema: z.object({}),
    files: { file: { maximumMegabytes: DOCUMENT_MEGABYTES, required: true } },
    command: (actor, _, at, key, files) => {
      const [file] = files.file
      return file
        ? addDocument(actor, { beneficiaryId, kind: 'home_visit', file }, at, key)
        : refuse('nothing_selected')
    },
    done: (_, t) => ({ to: `/verifikasi/${beneficiaryId}`, message: t('verification.photo.added') }),
  })
}

export default function AddPhoto() {
  const { id, name } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<{ file: string }>()
  return (
    <Page
      title={t('verification.photo.add')}
      breadcrumbs={[
        { label: t('verification.queue.title'), to: '/verifikasi' },
        { label: name, to: `/verifikasi/${id}` },
      ]}
      help="verifikasi#foto"
      narrow
    >
      <Form of={form} files>
        <FileInput
          field={fields.file}
          label={t('verification.photo.file')}
          hint={t('verification.photo.file.hint')}
          accept="image/jpeg,image/png"
          maximumMegabytes={DOCUMENT_MEGABYTES}
          capture="environment"
          required
        />
        <FormActions>
          <SubmitButton icon="upload">{t('verification.photo.add')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
