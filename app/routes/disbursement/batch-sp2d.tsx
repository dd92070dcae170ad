import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BatchStep } from '~/components/disbursement-frame'
import { recordSp2dForm } from '~/domain/disbursement/batch.form.server'
import { getBatch } from '~/domain/disbursement/queries.batch.server'
import { recordSp2d } from '~/domain/disbursement/record-sp2d.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { rupiah } from '~/ui/format'
import { DateInput, RupiahInput, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card } from '~/ui/page'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('disbursement.sp2d.title', { number: String(loaded?.batch.number ?? '') }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'batch.prepare')
  return { batch: await getBatch(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: recordSp2dForm,
    command: (actor, input, at, key) => recordSp2d(actor, input, at, key),
    done: (batch, t) => ({ to: `/penyaluran/batch/${batch.id}`, message: t('disbursement.sp2d.done') }),
  })
}

export default function RecordSp2d() {
  const { batch } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <BatchStep title={t('disbursement.sp2d.title', { number: String(batch.number) })} batch={batch}>
      <Form>
        <input type="hidden" name="batchId" value={batch.id} />
        <Card>
          <p>{t('disbursement.sp2d.lead', { total: rupiah(batch.live.totalRupiah) })}</p>
          <TextInput
            name="number"
            label={t('disbursement.sp2d.number')}
            required
            maxLength={60}
            width="max-w-80"
            defaultValue={batch.sp2dNumber ?? undefined}
          />
          <DateInput
            name="datedOn"
            label={t('disbursement.sp2d.date')}
            required
            defaultValue={batch.sp2dOn ?? undefined}
          />
          <RupiahInput name="amountRupiah" label={t('disbursement.sp2d.amount')} required />
        </Card>
        <FormActions>
          <SubmitButton>{t('disbursement.sp2d.save')}</SubmitButton>
        </FormActions>
      </Form>
    </BatchStep>
  )
}
