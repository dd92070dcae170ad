import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswerStep } from '~/components/disbursement-frame'
import { bankFileForm } from '~/domain/disbursement/bank-file.form.server'
import { discardBankFile } from '~/domain/disbursement/discard-bank-file.server'
import { getBankFile } from '~/domain/disbursement/queries.bank-file.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('disbursement.answer.discard'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'bankFile.post')
  return { file: await getBankFile(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: bankFileForm,
    command: (actor, input, at, key) => discardBankFile(actor, input, at, key),
    done: (file, t) => ({
      to: `/penyaluran/jawaban-bank/${file.id}`,
      message: t('disbursement.answer.discarded.done'),
    }),
  })
}

export default function DiscardAnswer() {
  const { file } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <AnswerStep title={t('disbursement.answer.discard')} file={file}>
      <Form>
        <input type="hidden" name="fileId" value={file.id} />
        <ConfirmBox
          title={t('disbursement.confirm.title')}
          points={[t('disbursement.answer.discard.text')]}
        />
        <FormActions>
          <SubmitButton tone="danger">{t('disbursement.answer.discard')}</SubmitButton>
        </FormActions>
      </Form>
    </AnswerStep>
  )
}
