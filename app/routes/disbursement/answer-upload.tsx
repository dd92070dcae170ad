import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NoYear } from '~/components/disbursement-frame'
import { checkBankFileForm } from '~/domain/disbursement/bank-file.form.server'
import { checkBankFile } from '~/domain/disbursement/check-bank-file.server'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { requireActor, submit } from '~/platform/respond.server'
import { FileInput, RupiahInput, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('disbursement.upload.title'))

const MEGABYTES = 20

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'bankFile.post')
  const programme = await chosenProgramme(args.request)
  return programme ? { programmeId: programme.id } : null
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: checkBankFileForm,
    files: { file: { maximumMegabytes: MEGABYTES, required: true } },
    command: (actor, input, at, key, files) => {
      const [file] = files.file
      return file ? checkBankFile(actor, input, file, at, key) : refuse('nothing_selected')
    },
    done: (file, t) => ({
      to: `/penyaluran/jawaban-bank/${file.id}`,
      message: t('disbursement.upload.done'),
    }),
  })
}

export default function UploadAnswer() {
  const found = useLoaderData<typeof loader>()
  const t = useTexts()
  const title = t('disbursement.upload.title')
  if (!found) return <NoYear title={title} />
  const crumbs = [
    { label: t('disbursement.tranches.title'), to: '/penyaluran' },
    { label: t('disbursement.answers.title'), to: '/penyaluran/jawaban-bank' },
  ]
  return (
    <Page
      title={title}
      lead={t('disbursement.upload.lead')}
      breadcrumbs={crumbs}
      help="penyaluran#jawaban-bank"
      narrow
    >
      <Form files>
        <input type="hidden" name="programmeId" value={found.programmeId} />
        <Card>
          <FileInput
            name="file"
            label={t('disbursement.upload.file')}
            accept=".csv,text/csv"
            maximumMegabytes={MEGABYTES}
            required
          />
          <TextInput
            name="controlCount"
            label={t('disbursement.upload.count')}
            hint={t('disbursement.upload.control.hint')}
            required
            inputMode="numeric"
            width="max-w-32"
          />
          <RupiahInput
            name="controlTotalRupiah"
            label={t('disbursement.upload.total')}
            hint={t('disbursement.upload.control.hint')}
            required
          />
        </Card>
        <FormActions>
          <SubmitButton>{t('disbursement.upload.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
