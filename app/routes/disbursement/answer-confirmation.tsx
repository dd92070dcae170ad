import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswerStep } from '~/components/disbursement-frame'
import { bankFileForm } from '~/domain/disbursement/bank-file.form.server'
import { confirmBankFile } from '~/domain/disbursement/confirm-bank-file.server'
import { getBankFile } from '~/domain/disbursement/queries.bank-file.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('disbursement.answer.confirm'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'bankFile.confirm')
  return { file: await getBankFile(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: bankFileForm,
    command: (actor, input, at, key) => confirmBankFile(actor, input, at, key),
    done: (file, t) => ({
      to: `/penyaluran/jawaban-bank/${file.id}`,
      message: t('disbursement.answer.confirmed.done'),
    }),
  })
}

export default function ConfirmAnswer() {
  const { file } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <AnswerStep title={t('disbursement.answer.confirm')} file={file}>
      <Form>
        <input type="hidden" name="fileId" value={file.id} />
        <ConfirmBox
          title={t('disbursement.confirm.title')}
          points={[t('disbursement.answer.confirm.text')]}
        />
        <FormActions>
          <SubmitButton>{t('disbursement.answer.confirm')}</SubmitButton>
        </FormActions>
      </Form>
    </AnswerStep>
  )
}
