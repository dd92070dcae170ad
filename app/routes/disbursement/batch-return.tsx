import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BatchStep } from '~/components/disbursement-frame'
import { sendBackBatchForm } from '~/domain/disbursement/batch.form.server'
import { getBatch } from '~/domain/disbursement/queries.batch.server'
import { sendBackBatch } from '~/domain/disbursement/send-back-batch.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('disbursement.sendBack.title', { number: String(loaded?.batch.number ?? '') }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'batch.decide')
  return { batch: await getBatch(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: sendBackBatchForm,
    command: (actor, input, at, key) => sendBackBatch(actor, input, at, key),
    done: (batch, t) => ({ to: `/penyaluran/batch/${batch.id}`, message: t('disbursement.sendBack.done') }),
  })
}

export default function SendBackBatch() {
  const { batch } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <BatchStep title={t('disbursement.sendBack.title', { number: String(batch.number) })} batch={batch}>
      <Form>
        <input type="hidden" name="batchId" value={batch.id} />
        <ConfirmBox
          title={t('disbursement.confirm.title')}
          points={[t('disbursement.sendBack.point.open'), t('disbursement.sendBack.point.again')]}
        />
        <TextArea name="reason" label={t('disbursement.sendBack.reason')} required maxLength={500} />
        <FormActions>
          <SubmitButton>{t('disbursement.sendBack.save')}</SubmitButton>
        </FormActions>
      </Form>
    </BatchStep>
  )
}
