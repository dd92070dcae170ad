import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswerStep } from '~/components/disbursement-frame'
import { answerLineForm } from '~/domain/disbursement/bank-file.form.server'
import { markNotOurs } from '~/domain/disbursement/decide-bank-line.server'
import { getAnswerLine, getBankFile } from '~/domain/disbursement/queries.bank-file.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { rupiah } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('disbursement.answer.notOurs'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'bankFile.post')
  const file = await getBankFile(actor, args.params.id ?? '')
  return { file, line: await getAnswerLine(actor, file.id, Number(args.params.line)) }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: answerLineForm,
    command: (actor, input, at, key) => markNotOurs(actor, input, at, key),
    done: (file, t) => ({
      to: `/penyaluran/jawaban-bank/${file.id}`,
      message: t('disbursement.answer.notOurs.done'),
    }),
  })
}

export default function NotOurs() {
  const { file, line } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <AnswerStep title={t('disbursement.answer.notOurs')} file={file}>
      <Form>
        <input type="hidden" name="fileId" value={file.id} />
        <input type="hidden" name="lineNumber" value={line.lineNumber} />
        <ConfirmBox
          title={t('disbursement.confirm.title')}
          points={[
            t('disbursement.answer.notOurs.point', {
              reference: line.reference,
              amount: rupiah(line.amountRupiah),
            }),
            t('disbursement.answer.notOurs.point.money'),
          ]}
        />
        <FormActions>
          <SubmitButton>{t('disbursement.answer.notOurs')}</SubmitButton>
        </FormActions>
      </Form>
    </AnswerStep>
  )
}
