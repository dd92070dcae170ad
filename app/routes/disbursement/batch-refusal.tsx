import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BatchStep } from '~/components/disbursement-frame'
import { sendBackBatchForm } from '~/domain/disbursement/batch.form.server'
import { getBatch } from '~/domain/disbursement/queries.batch.server'
import { refuseBatch } from '~/domain/disbursement/refuse-batch.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('disbursement.refuse.title', { number: String(loaded?.batch.number ?? '') }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'batch.decide')
  return { batch: await getBatch(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: sendBackBatchForm,
    command: (actor, input, at, key) => refuseBatch(actor, input, at, key),
    done: (batch, t) => ({ to: `/penyaluran/batch/${batch.id}`, message: t('disbursement.refuse.done') }),
  })
}

export default function RefuseBatch() {
  const { batch } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <BatchStep title={t('disbursement.refuse.title', { number: String(batch.number) })} batch={batch}>
      <Form>
        <input type="hidden" name="batchId" value={batch.id} />
        <ConfirmBox
          title={t('disbursement.confirm.title')}
          points={[t('disbursement.refuse.point.end'), t('disbursement.refuse.point.again')]}
        />
        <TextArea name="reason" label={t('disbursement.sendBack.reason')} required maxLength={500} />
        <FormActions>
          <SubmitButton tone="danger">{t('disbursement.refuse.save')}</SubmitButton>
        </FormActions>
      </Form>
    </BatchStep>
  )
}
