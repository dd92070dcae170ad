import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BatchStep } from '~/components/disbursement-frame'
import { approvalsNeeded } from '~/domain/disbursement/batch'
import { batchForm } from '~/domain/disbursement/batch.form.server'
import { getBatch } from '~/domain/disbursement/queries.batch.server'
import { submitBatch } from '~/domain/disbursement/submit-batch.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { rupiah } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('disbursement.submit.title', { number: String(loaded?.batch.number ?? '') }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'batch.prepare')
  return { batch: await getBatch(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: batchForm,
    command: (actor, input, at, key) => submitBatch(actor, input, at, key),
    done: (batch, t) => ({ to: `/penyaluran/batch/${batch.id}`, message: t('disbursement.submit.done') }),
  })
}

export default function SubmitBatch() {
  const { batch } = useLoaderData<typeof loader>()
  const t = useTexts()
  const needed = approvalsNeeded(batch.live.totalRupiah, batch.programme.approvalThresholdRupiah)
  return (
    <BatchStep title={t('disbursement.submit.title', { number: String(batch.number) })} batch={batch}>
      <Form>
        <input type="hidden" name="batchId" value={batch.id} />
        <ConfirmBox
          title={t('disbursement.confirm.title')}
          points={[
            t('disbursement.submit.point.total', { total: rupiah(batch.live.totalRupiah) }),
            t('disbursement.submit.point.freeze', { n: batch.live.count }),
            t('disbursement.submit.point.approvals', { n: needed }),
          ]}
        />
        <FormActions>
          <SubmitButton>{t('disbursement.submit.save')}</SubmitButton>
        </FormActions>
      </Form>
    </BatchStep>
  )
}
