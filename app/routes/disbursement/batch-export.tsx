import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BatchStep } from '~/components/disbursement-frame'
import { batchForm } from '~/domain/disbursement/batch.form.server'
import { exportBatch } from '~/domain/disbursement/export-batch.server'
import { getBatch } from '~/domain/disbursement/queries.batch.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { rupiah } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('disbursement.export.title', { number: String(loaded?.batch.number ?? '') }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'batch.export')
  return { batch: await getBatch(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: batchForm,
    command: (actor, input, at, key) => exportBatch(actor, input, at, key),
    done: (batch, t) => ({ to: `/penyaluran/batch/${batch.id}`, message: t('disbursement.export.done') }),
  })
}

export default function ExportBatch() {
  const { batch } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <BatchStep title={t('disbursement.export.title', { number: String(batch.number) })} batch={batch}>
      <Form>
        <input type="hidden" name="batchId" value={batch.id} />
        <ConfirmBox
          title={t('disbursement.confirm.title')}
          points={[
            t('disbursement.export.point.sent', {
              n: batch.live.count,
              total: rupiah(batch.live.totalRupiah),
            }),
            t('disbursement.export.point.once'),
            t('disbursement.export.point.post'),
          ]}
        />
        <FormActions>
          <SubmitButton>{t('disbursement.export.save')}</SubmitButton>
        </FormActions>
      </Form>
    </BatchStep>
  )
}
